// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/openbelow.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gleaner
{

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

Descriptor openOrMake(int parent, const QByteArray &name)
{
    if (mkdirat(parent, name.constData(), 0777) != 0 && errno != EEXIST)
        return {};
    return Descriptor(
        openat(parent, name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

Descriptor makeBelow(int root, const QByteArrayList &folders)
{
    Descriptor folder(fcntl(root, F_DUPFD_CLOEXEC, 0));
    for (const QByteArray &name : folders) {
        if (!folder.isOpen() || !isName(name))
            return {};
        folder = openOrMake(folder.get(), name);
    }
    return folder;
}

Descriptor openToRead(int folder, const QByteArray &name)
{
    return Descriptor(
        openat(folder, name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
}

bool isOursAlone(int file)
{
    struct stat status;
    return fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink == 1
        && flock(file, LOCK_EX | LOCK_NB) == 0;
}

std::optional<RunningHash> hashOfBeginning(int file, qint64 size, const std::stop_token &stop)
{
    RunningHash hash;
    std::array<char, 65536> piece;
    for (qint64 done = 0; done < size;) {
        const auto most = std::min<qint64>(qint64(piece.size()), size - done);
        const ssize_t got = pread(file, piece.data(), size_t(most), done);
        if (got <= 0 || stop.stop_requested())
            return std::nullopt;
        hash.add(QByteArrayView(piece.data(), got));
        done += got;
    }
    return hash;
}

bool sameBytes(int folder, const QByteArray &a, int other, const QByteArray &b)
{
    const Descriptor first = openToRead(folder, a);
    const Descriptor second = openToRead(other, b);
    struct stat one;
    struct stat another;
    if (!first.isOpen() || !second.isOpen() || fstat(first.get(), &one) != 0
        || fstat(second.get(), &another) != 0 || !S_ISREG(another.st_mode)
        || one.st_size != another.st_size)
        return false;
    std::array<char, 65536> left;
    std::array<char, 65536> right;
    for (off_t done = 0; done < one.st_size;) {
        const ssize_t got = pread(first.get(), left.data(), left.size(), done);
        if (got <= 0 || pread(second.get(), right.data(), size_t(got), done) != got
            || memcmp(left.data(), right.data(), size_t(got)) != 0)
            return false;
        done += got;
    }
    return true;
}

QByteArray hashOfFile(int folder, const QByteArray &name, qint64 size, const std::stop_token &stop)
{
    const Descriptor file = openToRead(folder, name);
    struct stat status;
    if (!file.isOpen() || fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)
        || status.st_size != size)
        return {};
    const auto hash = hashOfBeginning(file.get(), size, stop);
    return hash ? hash->value() : QByteArray();
}

bool holds(int folder, const QByteArray &name, qint64 size, const QByteArray &hash,
    const std::stop_token &stop)
{
    return !hash.isEmpty() && hashOfFile(folder, name, size, stop) == hash;
}

bool holdsRewritten(int folder, const QByteArray &name, qint64 size, const QByteArray &hash,
    const std::vector<Rewriting> &made)
{
    return std::ranges::any_of(made, [&](const Rewriting &rewriting) {
        return rewriting.served == hash && rewriting.servedSize == size
            && holds(folder, name, rewriting.size, rewriting.hash);
    });
}

} // namespace gleaner
