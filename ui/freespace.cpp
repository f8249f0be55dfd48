// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/freespace.h"

#include <QFile>
#include <QThreadPool>

#include <filesystem>

namespace gleaner
{

namespace
{

/// Of the folder, or of the first one above it that is there; -1 if there is none.
qint64 roomAt(const QString &directory)
{
    std::filesystem::path path(QFile::encodeName(directory).toStdString());
    for (;;) {
        std::error_code error;
        const auto space = std::filesystem::space(path, error);
        if (!error)
            return qint64(space.available);
        if (!path.has_relative_path())
            return -1;
        path = path.parent_path();
    }
}

} // namespace

FreeSpace::FreeSpace(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(std::chrono::seconds(10));
    connect(&m_timer, &QTimer::timeout, this, &FreeSpace::ask);
}

void FreeSpace::setDirectory(const QString &directory)
{
    if (m_directory == directory)
        return;
    m_directory = directory;
    m_bytes = -1;
    Q_EMIT changed();
    ask();
}

void FreeSpace::setWatching(bool watching)
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

void FreeSpace::ask()
{
    // One that does not come back must not be followed by others.
    if (m_isAsking || m_directory.isEmpty())
        return;
    m_isAsking = true;
    startOnPool(
        *QThreadPool::globalInstance(), [this, directory = m_directory, door = m_inbox.door()] {
            const qint64 bytes = roomAt(directory);
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
