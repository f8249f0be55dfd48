// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/freespace.h"

#include "ui/figures.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QThreadPool>

namespace gleaner
{

qint64 freeBytesAt(const QString &folder)
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

FreeSpace::FreeSpace(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(150));
    connect(&m_pause, &QTimer::timeout, this, &FreeSpace::ask);
}

void FreeSpace::setFolder(const QString &folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    if (QDir::isAbsolutePath(folder))
        m_pause.start();
    else
        clear();
}

void FreeSpace::ask()
{
    auto look = [this, door = m_inbox.door(), folder = m_folder] {
        const qint64 bytes = freeBytesAt(folder);
        door.post([this, folder, bytes] { tell(folder, bytes); });
    };
    startOnPool(*QThreadPool::globalInstance(), std::move(look));
}

void FreeSpace::tell(const QString &folder, qint64 bytes)
{
    if (folder == m_folder)
        setText(bytes < 0 ? QString() : tr("%1 free").arg(sizeText(bytes)));
}

} // namespace gleaner
