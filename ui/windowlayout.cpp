// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowlayout.h"

#include "ui/docks.h"

#include <QEvent>
#include <QMainWindow>
#include <QScreen>
#include <QSettings>

namespace gleaner
{

namespace
{
const QString versionKey = QStringLiteral("layout/version");
const QString geometryKey = QStringLiteral("layout/geometry");
const QString stateKey = QStringLiteral("layout/state");
const QString panelsKey = QStringLiteral("layout/panels");
} // namespace

WindowLayout::WindowLayout(QMainWindow *window, Docks *docks, const QString &file)
    : QObject(window)
    , m_window(window)
    , m_docks(docks)
    , m_file(file)
{
    if (m_file.isEmpty())
        return;
    restore();
    window->installEventFilter(this);
}

bool WindowLayout::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::Close)
        save();
    return QObject::eventFilter(watched, event);
}

void WindowLayout::restore()
{
    const QSettings settings(m_file, QSettings::IniFormat);
    if (settings.value(versionKey).toInt() != version)
        return;
    m_window->restoreGeometry(settings.value(geometryKey).toByteArray());
    // The screen may be another one by now.
    const QRect room = m_window->screen()->availableGeometry();
    m_window->resize(m_window->size().boundedTo(room.size()));
    QRect place = m_window->geometry();
    place.moveLeft(qBound(room.left(), place.left(), room.right() - place.width() + 1));
    place.moveTop(qBound(room.top(), place.top(), room.bottom() - place.height() + 1));
    if (place != m_window->geometry() && !m_window->isMaximized() && !m_window->isFullScreen())
        m_window->setGeometry(place);
    if (m_window->restoreState(settings.value(stateKey).toByteArray(), version))
        m_docks->setWanted(settings.value(panelsKey).toStringList());
}

void WindowLayout::save() const
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.setValue(versionKey, version);
    settings.setValue(geometryKey, m_window->saveGeometry());
    settings.setValue(panelsKey, m_docks->wanted());
    settings.setValue(stateKey, m_window->saveState(version));
}

} // namespace gleaner
