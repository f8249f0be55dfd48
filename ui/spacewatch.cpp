// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spacewatch.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QThreadPool>

namespace gleaner
{

/// Of the file system that has the folder or the first of its parents that exists; negative if that
/// cannot be told. May wait for the disk.
static qint64 freeBytesAt(const QString &folder)
{
    QString existing = QDir::cleanPath(folder);
    while (!QFileInfo::exists(existing)) {
        const QString parent = QFileInfo(existing).path();
        if (parent == existing)
            break;
        existing = parent;
    }
    return QStorageInfo(existing).bytesAvailable();
}

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
