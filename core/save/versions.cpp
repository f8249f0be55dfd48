// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/versions.h"

#include "core/save/openbelow.h"
#include "core/save/ourmark.h"
#include "core/save/savedfiles.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gleaner
{

namespace
{

const QByteArray unfinished = ".part";

bool exists(int folder, const QByteArray &name)
{
    return faccessat(folder, name.constData(), F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

/// Two names of one file, as after a kill between the second name and what replaces the first.
bool areOneFile(int folder, int other, const QByteArray &name)
{
    struct stat one;
    struct stat second;
    return fstatat(folder, name.constData(), &one, AT_SYMLINK_NOFOLLOW) == 0
        && fstatat(other, name.constData(), &second, AT_SYMLINK_NOFOLLOW) == 0
        && one.st_dev == second.st_dev && one.st_ino == second.st_ino;
}

/// 0, or the system's error.
int copyBytes(int from, int to)
{
    std::array<char, 65536> piece;
    for (off_t done = 0;;) {
        const ssize_t got = pread(from, piece.data(), piece.size(), done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got < 0 ? errno : 0;
        for (ssize_t at = 0; at < got;) {
            const ssize_t written = write(to, piece.data() + at, size_t(got - at));
            if (written < 0 && errno != EINTR)
                return errno;
            at += std::max<ssize_t>(written, 0);
        }
        done += got;
    }
}

/// For file systems without hard links: it has its name when it is whole, and is safe from a power
/// cut when this ends, because what it is a copy of goes next. 0, or the system's error.
int copyFile(int folder, const QByteArray &name, int to, const QByteArray &session)
{
    const Descriptor source = openToRead(folder, name);
    struct stat status;
    if (!source.isOpen() || fstat(source.get(), &status) != 0)
        return errno;
    const QByteArray part = name + unfinished;
    Descriptor copy(
        openat(to, part.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!copy.isOpen())
        return errno;
    markAsOurs(copy.get(), session);
    int error = copyBytes(source.get(), copy.get());
    copyAttributes(source.get(), copy.get());
    fchmod(copy.get(), status.st_mode & 07777);
    const timespec times[]{status.st_atim, status.st_mtim};
    futimens(copy.get(), times);
    if (!copy.close() && error == 0)
        error = errno;
    if (error == 0 && renameat2(to, part.constData(), to, name.constData(), RENAME_NOREPLACE) != 0)
        error = errno;
    if (error != 0)
        unlinkat(to, part.constData(), 0);
    else if (syncfs(to) != 0)
        error = errno;
    return error;
}

/// Something else has the name, or that of a folder on the way.
bool isTaken(int error)
{
    return error == EEXIST || error == ENOTDIR || error == ELOOP || error == EISDIR;
}

} // namespace

QByteArray versionsName(qint64 now)
{
    return QDateTime::fromMSecsSinceEpoch(now, Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-ddTHH-mm-ssZ"))
        .toLatin1();
}

QByteArray versionsPlace(const QByteArray &name, int place)
{
    return place == 0 ? name : name + '.' + QByteArray::number(place + 1);
}

QByteArrayList versionsIn(const SavedFiles &files, const QByteArray &name)
{
    QByteArrayList found;
    for (int place = 0; isName(name) && place < mostVersionsPlaces; ++place) {
        const QByteArrayList folders{versionsFolder, versionsPlace(name, place)};
        // What is in the way of the first place has led to the second.
        if (!files.hasFolder(folders)) {
            if (place == 0)
                continue;
            break;
        }
        for (const QByteArray &path : files.below(folders)) {
            if (!path.endsWith(unfinished))
                found.append(path);
        }
    }
    return found;
}

SaveError Folder::versionsError(int error, const RelativePath &path) const
{
    SaveError failure = folderError(error, DiskFaultKind::Vanished);
    failure.fault->path = m_directory + u'/' + QString::fromUtf8(path.joined());
    return failure;
}

std::optional<SaveError> Folder::keepVersion(int folder, const RelativePath &path)
{
    if (m_versions.isEmpty())
        return std::nullopt;
    const Descriptor all = openOrMake(m_root.get(), versionsFolder);
    if (!all.isOpen())
        return versionsError(errno, {{}, versionsFolder});
    for (int place = 0;; ++place) {
        const QByteArrayList below =
            QByteArrayList{versionsPlace(m_versions, place)} + path.folders;
        const RelativePath version{QByteArrayList{versionsFolder} + below, path.file};
        const Descriptor to = makeBelow(all.get(), below);
        int error = to.isOpen() ? 0 : errno;
        if (error == 0 && exists(to.get(), path.file)) {
            if (areOneFile(folder, to.get(), path.file)
                || sameBytes(folder, path.file, to.get(), path.file))
                return std::nullopt;
            error = EEXIST;
        }
        // Of two names of one file nothing is copied, and a kill finds both or one.
        if (error == 0
            && linkat(folder, path.file.constData(), to.get(), path.file.constData(), 0) != 0) {
            removePart(version.folders, path.file + unfinished);
            error = copyFile(folder, path.file, to.get(), m_session);
        }
        if (error == 0) {
            ++m_versionsKept;
            return std::nullopt;
        }
        if (!isTaken(error) || place + 1 == mostVersionsPlaces)
            return versionsError(error, version);
    }
}

} // namespace gleaner
