// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace gleaner::test
{

/// Every file below a folder, hidden ones too, by its path from there, sorted. Without the marker
/// that names the session.
inline QByteArrayList filesBelow(const QString &folder)
{
    QByteArrayList files;
    QDirIterator all(
        folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (all.hasNext())
        files.append(QFile::encodeName(all.next().mid(folder.size() + 1)));
    files.removeAll(".gleaner");
    std::ranges::sort(files);
    return files;
}

} // namespace gleaner::test
