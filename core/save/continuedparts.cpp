// SPDX-License-Identifier: GPL-3.0-or-later
// Parts that outlive their writer, and are found again.
#include "core/save/folder.h"

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gleaner
{

namespace
{

/// One harmless segment: a record may have been tampered with.
bool isName(const QByteArray &name)
{
    return !name.isEmpty() && !name.contains('/') && !name.contains('\0') && name != "."
        && name != "..";
}

Descriptor openBelow(int root, const QByteArrayList &folders)
{
    Descriptor folder(fcntl(root, F_DUPFD_CLOEXEC, 0));
    for (const QByteArray &name : folders) {
        if (!folder.isOpen() || !isName(name))
            return {};
        folder = Descriptor(openat(
            folder.get(), name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    }
    return folder;
}

/// A file of its own that nobody else has open as a part, and at least that long.
bool isOurs(int file, qint64 atLeast)
{
    struct stat status;
    return fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink == 1
        && status.st_size >= atLeast && flock(file, LOCK_EX | LOCK_NB) == 0;
}

std::optional<RunningHash> hashOfBeginning(int file, qint64 size)
{
    RunningHash hash;
    std::array<char, 65536> piece;
    for (qint64 done = 0; done < size;) {
        const auto most = std::min<qint64>(qint64(piece.size()), size - done);
        const ssize_t got = pread(file, piece.data(), size_t(most), done);
        if (got <= 0)
            return std::nullopt;
        hash.add(QByteArrayView(piece.data(), got));
        done += got;
    }
    return hash;
}

} // namespace

void Folder::makeContinuable(Part &part)
{
    flock(part.file.get(), LOCK_EX | LOCK_NB);
    if (!part.hash)
        part.hash.emplace();
}

bool Folder::isIntact(const Part &part) const
{
    struct stat status;
    if (!part.file.isOpen() || fstat(part.file.get(), &status) != 0 || status.st_size != part.size)
        return false;
    // The folder may have been removed and made anew: what is open is then in nobody's sight.
    const Descriptor present = openBelow(m_root.get(), part.folders);
    struct stat found;
    return present.isOpen()
        && fstatat(present.get(), part.name.constData(), &found, AT_SYMLINK_NOFOLLOW) == 0
        && found.st_dev == status.st_dev && found.st_ino == status.st_ino;
}

PartRecord Folder::recordOf(const Part &part) const
{
    return {part.folders, part.name, part.path, part.size, part.hash->value()};
}

std::optional<Folder::Part> Folder::reopenPart(const PartRecord &record)
{
    // Any file begins with nothing: it need not be the part that was left.
    if (record.size <= 0)
        return std::nullopt;
    Descriptor folder = openBelow(m_root.get(), record.folders);
    if (!folder.isOpen() || !isName(record.name) || !isName(record.path.file))
        return std::nullopt;
    Descriptor file(openat(
        folder.get(), record.name.constData(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!file.isOpen() || !isOurs(file.get(), record.size))
        return std::nullopt;
    auto hash = hashOfBeginning(file.get(), record.size);
    if (!hash || hash->value() != record.hash || ftruncate(file.get(), record.size) != 0
        || lseek(file.get(), record.size, SEEK_SET) != record.size)
        return std::nullopt;
    return Part{record.path, record.name, std::move(file), std::move(folder), record.folders,
        record.size, std::move(hash)};
}

} // namespace gleaner
