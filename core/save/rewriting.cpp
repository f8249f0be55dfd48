// SPDX-License-Identifier: GPL-3.0-or-later
// Files whose links are rewritten: other bytes in the place of those that were filed, and back.
#include "core/save/folder.h"

#include "core/save/openbelow.h"
#include "core/save/ourmark.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gleaner
{

namespace
{

FileIdentity identityOf(const struct stat &status)
{
    return {status.st_dev, status.st_ino, status.st_size, status.st_mtim, status.st_ctim};
}

bool isSame(const timespec &a, const timespec &b)
{
    return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

bool isSame(const FileIdentity &a, const FileIdentity &b)
{
    return a.device == b.device && a.inode == b.inode && a.size == b.size
        && isSame(a.modified, b.modified) && isSame(a.changed, b.changed);
}

} // namespace

bool Folder::lies(int folder, const RelativePath &path, qint64 size, const QByteArray &hash,
    const std::stop_token &stop) const
{
    if (!isName(path.file))
        return false;
    // The session is asked only where it is not what was served.
    return holds(folder, path.file, size, hash, stop)
        || (m_rewritingsOf
            && holdsRewritten(folder, path.file, size, hash, m_rewritingsOf(path.joined())));
}

std::optional<Folder::Found> Folder::find(const RelativePath &path, qint64 largest) const
{
    const Descriptor folder = openBelow(m_root.get(), path.folders);
    if (!folder.isOpen() || !isName(path.file))
        return std::nullopt;
    const Descriptor file = openToRead(folder.get(), path.file);
    struct stat status;
    if (!file.isOpen() || fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)
        || status.st_size > largest)
        return std::nullopt;
    Found found{QByteArray(status.st_size, Qt::Uninitialized), identityOf(status)};
    for (qint64 done = 0; done < found.bytes.size();) {
        const ssize_t got =
            pread(file.get(), found.bytes.data() + done, size_t(found.bytes.size() - done), done);
        if (got <= 0)
            return std::nullopt;
        done += got;
    }
    return found;
}

QByteArray Folder::freeNameBeside(const RelativePath &path)
{
    const auto free = freePartName(path);
    const auto *part = std::get_if<PartName>(&free);
    // Where a file is in a folder's way it would lie elsewhere.
    return part && part->folders == path.folders ? part->name : QByteArray();
}

std::optional<SaveError> Folder::writeBeside(
    const RelativePath &path, const QByteArray &part, const QByteArray &bytes)
{
    const Descriptor folder = openBelow(m_root.get(), path.folders);
    const Descriptor old = openToRead(folder.get(), path.file);
    struct stat status;
    if (!old.isOpen() || fstat(old.get(), &status) != 0)
        return errorFor(errno, path);
    Part made{path, part, {}, {}, path.folders, 0, {}};
    made.file = Descriptor(openat(folder.get(), part.constData(),
        O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!made.file.isOpen())
        return errorFor(errno, path);
    const int file = made.file.get();
    markAsOurs(file, m_session);
    auto error = append(made, bytes);
    takeMark(file);
    copyAttributes(old.get(), file);
    fchmod(file, status.st_mode & 07777);
    const timespec times[]{status.st_atim, status.st_mtim};
    futimens(file, times);
    if (!made.file.close() && !error)
        error = errorFor(errno, path);
    if (error)
        unlinkat(folder.get(), part.constData(), 0);
    return error;
}

bool Folder::replaceBy(
    const RelativePath &path, const QByteArray &part, const FileIdentity &identity)
{
    const Descriptor folder = openBelow(m_root.get(), path.folders);
    struct stat status;
    const bool isReplaced = folder.isOpen()
        && fstatat(folder.get(), path.file.constData(), &status, AT_SYMLINK_NOFOLLOW) == 0
        && isSame(identityOf(status), identity)
        && renameat(folder.get(), part.constData(), folder.get(), path.file.constData()) == 0;
    if (!isReplaced && folder.isOpen())
        unlinkat(folder.get(), part.constData(), 0);
    return isReplaced;
}

} // namespace gleaner
