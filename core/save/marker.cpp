// SPDX-License-Identifier: GPL-3.0-or-later
// The file in a download's folder that names its session, so that a moved folder is known again.
#include "core/save/openbelow.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace gleaner
{

namespace
{

/// No address gets such a name: theirs never begin with a dot.
constexpr const char *markerName = ".gleaner";
constexpr const char *writtenName = ".gleaner.part";
constexpr qint64 largestMarker = 64 * 1024;
constexpr QByteArrayView introduction =
    "# Gleaner keeps what it knows of this folder under these names.\n";

} // namespace

QByteArrayList Folder::marks() const
{
    QByteArrayList ids;
    const auto text = read({{}, markerName}, largestMarker);
    if (!text)
        return ids;
    for (const QByteArray &line : text->split('\n')) {
        if (!line.trimmed().isEmpty() && !line.startsWith('#'))
            ids.append(line.trimmed());
    }
    return ids;
}

std::optional<SaveError> Folder::setMarks(const QByteArrayList &ids)
{
    const RelativePath path{{}, markerName};
    const QByteArray text = introduction.toByteArray() + ids.join('\n') + '\n';
    removePart({}, writtenName);
    Part part;
    part.path = path;
    part.name = writtenName;
    part.folder = handle();
    part.file = Descriptor(openat(
        m_root.get(), writtenName, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (!part.file.isOpen())
        return errorFor(errno, path);
    const auto error = append(part, text);
    const bool isPlaced = !error && fsync(part.file.get()) == 0 && part.file.close()
        && renameat(m_root.get(), writtenName, m_root.get(), markerName) == 0
        && fsync(m_root.get()) == 0;
    if (isPlaced)
        return std::nullopt;
    const SaveError failure = error.value_or(errorFor(errno, path));
    drop(part);
    return failure;
}

} // namespace gleaner
