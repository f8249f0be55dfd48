// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray.h"

#include "ui/front.h"

#include <QAction>
#include <QMenu>
#include <QSystemTrayIcon>
#include <QWidget>

namespace gleaner
{

Tray::Tray(const PreferencesKeeper *preferences, const QList<QAction *> &actions, QWidget *window)
    : QObject(window)
    , m_preferences(preferences)
    , m_window(window)
    , m_menu(new QMenu(window))
    , m_show(new QAction(tr("&Show or Hide"), this))
{
    m_menu->addAction(m_show);
    m_menu->addSeparator();
    m_menu->addActions(actions);
    connect(m_show, &QAction::triggered, this, &Tray::toggle);
    connect(preferences, &PreferencesKeeper::changed, this, &Tray::look);
    look();
}

void Tray::look()
{
    const Preferences &values = m_preferences->values();
    const bool isWanted = values.trayIcon == TrayIcon::Shown || values.onClose == OnClose::ToTray;
    if (isWanted && QSystemTrayIcon::isSystemTrayAvailable()) {
        if (!m_icon)
            make();
        return;
    }
    delete std::exchange(m_icon, nullptr);
    // Nobody could bring it back.
    if (m_window->isHidden() && m_window->testAttribute(Qt::WA_WState_ExplicitShowHide))
        m_window->show();
}

void Tray::make()
{
    m_icon = new QSystemTrayIcon(QIcon(QStringLiteral(":/icons/gleaner.svg")), this);
    m_icon->setToolTip(QStringLiteral("Gleaner"));
    m_icon->setContextMenu(m_menu);
    connect(m_icon, &QSystemTrayIcon::activated, this,
        [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger)
                toggle();
        });
    m_icon->show();
}

void Tray::toggle()
{
    const bool isInFront = m_window->isVisible() && !m_window->isMinimized();
    if (isInFront) {
        m_window->hide();
        return;
    }
    bringToFront(m_window);
}

bool Tray::hidesInsteadOfClosing() const
{
    return m_icon && m_preferences->values().onClose == OnClose::ToTray
        && QSystemTrayIcon::isSystemTrayAvailable();
}

void Tray::setText(const QString &text)
{
    if (m_icon)
        m_icon->setToolTip(text);
}

} // namespace gleaner
