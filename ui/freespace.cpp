// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/freespace.h"

#include "ui/figures.h"

#include <QDir>

namespace gleaner
{

FreeSpace::FreeSpace(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(150));
    connect(&m_pause, &QTimer::timeout, this, [this] { m_space.setDirectory(m_folder); });
    connect(&m_space, &SpaceWatch::changed, this, [this] {
        const qint64 bytes = m_space.bytes();
        setText(bytes < 0 ? QString() : tr("%1 free").arg(sizeText(bytes)));
    });
}

void FreeSpace::setFolder(const QString &folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    // What is free elsewhere is not said of this one meanwhile.
    m_space.setDirectory({});
    m_pause.stop();
    if (QDir::isAbsolutePath(folder))
        m_pause.start();
}

} // namespace gleaner
