// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/savedfiles.h"

#include "core/save/openbelow.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace gleaner
{

namespace
{

constexpr size_t pieceSize = 256 * 1024;

struct DirectoryCloser {
    void operator()(DIR *directory) const { closedir(directory); }
};

} // namespace

SavedFiles::SavedFiles(const QString &directory)
    : m_root(::open(QFile::encodeName(directory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
{
}

std::optional<SavedFiles::Opened> SavedFiles::open(const RelativePath &path) const
{
    if (!m_root.isOpen() || !isName(path.file))
        return std::nullopt;
    const Descriptor folder = openBelow(m_root.get(), path.folders);
    if (!folder.isOpen())
        return std::nullopt;
    Descriptor file = openToRead(folder.get(), path.file);
    struct stat status;
    if (!file.isOpen() || fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return std::nullopt;
    return Opened{std::move(file), status.st_size, status.st_mtime};
}

bool SavedFiles::hasFolder(const QByteArrayList &folders) const
{
    return openBelow(m_root.get(), folders).isOpen();
}

SavedFiles::Entries SavedFiles::entries(const QByteArrayList &folders) const
{
    Entries found;
    const Descriptor folder = openBelow(m_root.get(), folders);
    if (!folder.isOpen())
        return found;
    // What it is given it closes.
    const std::unique_ptr<DIR, DirectoryCloser> directory(
        fdopendir(fcntl(folder.get(), F_DUPFD_CLOEXEC, 0)));
    while (const dirent *entry = directory ? readdir(directory.get()) : nullptr) {
        struct stat status;
        if (fstatat(folder.get(), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
            continue;
        if (S_ISREG(status.st_mode))
            found.files.append(entry->d_name);
        else if (S_ISDIR(status.st_mode) && isName(entry->d_name))
            found.folders.append(entry->d_name);
    }
    return found;
}

QByteArrayList SavedFiles::names(const QByteArrayList &folders) const
{
    QByteArrayList names = entries(folders).files;
    std::ranges::sort(names);
    return names;
}

QByteArrayList SavedFiles::below(const QByteArrayList &folders) const
{
    QByteArrayList found;
    // A list of what is to come, because folders can be nested deeper than there are descriptors.
    std::vector<QByteArrayList> left{folders};
    while (!left.empty()) {
        const QByteArrayList folder = std::move(left.back());
        left.pop_back();
        const Entries here = entries(folder);
        for (const QByteArray &name : here.files)
            found.append(RelativePath{folder, name}.joined());
        for (const QByteArray &name : here.folders)
            left.push_back(folder + QByteArrayList{name});
    }
    std::ranges::sort(found);
    return found;
}

bool readThrough(const SavedFiles::Opened &opened, const std::function<bool(QByteArrayView)> &take)
{
    std::vector<char> piece(pieceSize);
    qint64 done = 0;
    for (;;) {
        const ssize_t got = pread(opened.file.get(), piece.data(), piece.size(), done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        if (got == 0)
            return done == opened.size;
        done += got;
        if (done > opened.size || !take(QByteArrayView(piece.data(), got)))
            return false;
    }
}

} // namespace gleaner
