// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fullscreen.h"

#include <QAction>
#include <QEvent>
#include <QIcon>
#include <QWidget>

namespace gleaner
{

FullScreen::FullScreen(QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_action(
          new QAction(QIcon::fromTheme(QStringLiteral("view-fullscreen")), tr("Full Screen"), this))
{
    m_action->setShortcut(Qt::Key_F11);
    m_action->setCheckable(true);
    m_action->setToolTip(tr("Give the whole screen to the window"));
    window->installEventFilter(this);
    connect(m_action, &QAction::triggered, this, [this](bool on) {
        m_window->setWindowState(m_window->windowState().setFlag(Qt::WindowFullScreen, on));
    });
}

bool FullScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::WindowStateChange)
        m_action->setChecked(m_window->isFullScreen());
    return false;
}

} // namespace gleaner
