// SPDX-License-Identifier: GPL-3.0-or-later
// Parts that outlive their writer, and are found again.
#include "core/save/openbelow.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gleaner
{

void Folder::makeHashed(Part &part)
{
    // A lock tells other programs that somebody is at work here.
    flock(part.file.get(), LOCK_EX | LOCK_NB);
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
    if (!file.isOpen() || !isOursAlone(file.get()))
        return std::nullopt;
    auto hash = hashOfBeginning(file.get(), record.size, m_hurry.get_token());
    if (!hash || hash->value() != record.hash || ftruncate(file.get(), record.size) != 0
        || lseek(file.get(), record.size, SEEK_SET) != record.size)
        return std::nullopt;
    return Part{record.path, record.name, std::move(file), std::move(folder), record.folders,
        record.size, std::move(hash)};
}

} // namespace gleaner
