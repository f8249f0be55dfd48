// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spacewatch.h"

#include "ui/freespace.h"

#include <QThreadPool>

namespace gleaner
{

SpaceWatch::SpaceWatch(QObject *parent)
    : QObject(parent)
    , m_timer(this)
{
    m_timer.setInterval(std::chrono::seconds(10));
    connect(&m_timer, &QTimer::timeout, this, &SpaceWatch::ask);
}

void SpaceWatch::setDirectory(const QString &directory)
{
    if (m_directory == directory)
        return;
    m_directory = directory;
    m_bytes = -1;
    Q_EMIT changed();
    ask();
}

void SpaceWatch::setWatching(bool watching)
{
    if (watching == m_timer.isActive())
        return;
    if (!watching) {
        m_timer.stop();
        return;
    }
    m_timer.start();
    ask();
}

void SpaceWatch::ask()
{
    // One that does not come back must not be followed by others.
    if (m_isAsking || m_directory.isEmpty())
        return;
    m_isAsking = true;
    startOnPool(
        *QThreadPool::globalInstance(), [this, directory = m_directory, door = m_inbox.door()] {
            const qint64 bytes = freeBytesAt(directory);
            door.post([this, directory, bytes] {
                m_isAsking = false;
                if (directory != m_directory) {
                    ask();
                } else if (bytes != m_bytes) {
                    m_bytes = bytes;
                    Q_EMIT changed();
                }
            });
        });
}

} // namespace gleaner
