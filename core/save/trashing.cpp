// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/trashing.h"

#include "core/save/openbelow.h"
#include "core/save/ourmark.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gleaner
{

namespace
{

/// Where the kernel has that folder now; empty if it has no name any more.
QByteArray pathOf(const Descriptor &folder)
{
    std::array<char, PATH_MAX> path;
    const QByteArray self = "/proc/self/fd/" + QByteArray::number(folder.get());
    const ssize_t size = readlink(self.constData(), path.data(), path.size());
    return size > 0 && size < ssize_t(path.size()) ? QByteArray(path.data(), size) : QByteArray();
}

bool areOne(const struct stat &a, const struct stat &b)
{
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

bool hasBytes(
    int file, qint64 size, qint64 wanted, const QByteArray &hash, const std::stop_token &stop)
{
    if (size != wanted)
        return false;
    const auto found = hashOfBeginning(file, size, stop);
    return found && found->value() == hash;
}

bool isAsLeft(int file, qint64 size, const FiledBefore &filed, const std::vector<Rewriting> &made,
    const std::stop_token &stop)
{
    return hasBytes(file, size, filed.size, filed.hash, stop)
        || std::ranges::any_of(made, [&](const Rewriting &rewriting) {
               return rewriting.served == filed.hash && rewriting.servedSize == filed.size
                   && hasBytes(file, size, rewriting.size, rewriting.hash, stop);
           });
}

/// What the trash has taken by mistake gets its name back, unless something has it by now.
void putBack(const QString &inTrash, const QByteArray &path)
{
    const QByteArray from = QFile::encodeName(inTrash);
    if (renameat2(AT_FDCWD, from.constData(), AT_FDCWD, path.constData(), RENAME_NOREPLACE) != 0)
        return;
    const QFileInfo trashed(inTrash);
    QFile::remove(trashed.dir().filePath(
        QStringLiteral("../info/") + trashed.fileName() + QStringLiteral(".trashinfo")));
}

} // namespace

Trashing moveToTrash(int root, const FiledBefore &filed, const std::vector<Rewriting> &made,
    const QByteArray &session, const std::stop_token &stop)
{
    const auto absent = [](int error) {
        return error == ENOENT ? Trashing::Missing : Trashing::NotOurs;
    };
    const RelativePath &path = filed.path;
    if (!isName(path.file))
        return Trashing::NotOurs;
    const Descriptor folder = openBelow(root, path.folders);
    if (!folder.isOpen())
        return absent(errno);
    const Descriptor file = openToRead(folder.get(), path.file);
    if (!file.isOpen())
        return absent(errno);
    struct stat before;
    if (fstat(file.get(), &before) != 0 || !S_ISREG(before.st_mode)
        || isMarkedAsAnothers(file.get(), session)
        || !isAsLeft(file.get(), before.st_size, filed, made, stop))
        return stop.stop_requested() ? Trashing::Stopped : Trashing::NotOurs;

    const QByteArray place = pathOf(folder) + '/' + path.file;
    struct stat there;
    if (lstat(place.constData(), &there) != 0 || !areOne(before, there))
        return Trashing::Missing; // The folder itself has been taken away.
    QString inTrash;
    if (!QFile::moveToTrash(QFile::decodeName(place), &inTrash))
        return Trashing::Refused;
    struct stat after;
    const bool isRenamed =
        lstat(QFile::encodeName(inTrash).constData(), &after) == 0 && areOne(before, after);
    // A trash on another disk has a copy, and the file has lost its name.
    const bool isCopied = fstat(file.get(), &after) == 0 && after.st_nlink < before.st_nlink;
    if (isRenamed || isCopied)
        return Trashing::Done;
    putBack(inTrash, place);
    return Trashing::NotOurs;
}

} // namespace gleaner
