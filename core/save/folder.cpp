// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/folder.h"

#include "core/save/openbelow.h"
#include "core/save/ourmark.h"
#include "core/save/safename.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gleaner
{

namespace
{

/// The names for a finished file, in the order in which they are tried.
enum class Taking : quint8 { Plain, Marked, Spare };

/// More than the hosts that are usually asked in turn: each has a folder of its own.
constexpr size_t rememberedFolders = 256;
constexpr int mostPartNames = 100;

Descriptor duplicate(const Descriptor &descriptor)
{
    return Descriptor(fcntl(descriptor.get(), F_DUPFD_CLOEXEC, 0));
}

bool isRegularFile(int parent, const QByteArray &name)
{
    struct stat status;
    return fstatat(parent, name.constData(), &status, AT_SYMLINK_NOFOLLOW) == 0
        && S_ISREG(status.st_mode);
}

DiskFaultKind faultKind(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return DiskFaultKind::Full;
    case EACCES:
    case EPERM:
    case EROFS:
        return DiskFaultKind::NotWritable;
    case ENOENT:
    case ESTALE:
    case ENODEV:
        return DiskFaultKind::Vanished;
    case ENOTDIR:
    case EEXIST:
        return DiskFaultKind::NotAFolder;
    case ELOOP:
        return DiskFaultKind::LinkInTheWay;
    default:
        return DiskFaultKind::Other;
    }
}

} // namespace

Descriptor::~Descriptor()
{
    close();
}

bool Descriptor::close()
{
    const int descriptor = std::exchange(m_descriptor, -1);
    return descriptor < 0 || ::close(descriptor) == 0;
}

Folder::Folder(QString directory)
    : m_directory(std::move(directory))
{
}

std::optional<SaveError> Folder::open()
{
    errno = 0;
    if (!QDir().mkpath(m_directory)
        && access(QFile::encodeName(m_directory).constData(), F_OK) != 0)
        return folderError(errno ? errno : EACCES, DiskFaultKind::NotWritable);
    return openRoot(DiskFaultKind::NotWritable);
}

std::optional<SaveError> Folder::reopen()
{
    m_recent.clear();
    return openRoot(DiskFaultKind::Vanished);
}

std::optional<SaveError> Folder::openRoot(DiskFaultKind missing)
{
    const QByteArray path = QFile::encodeName(m_directory);
    Descriptor root(::open(path.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!root.isOpen() || faccessat(root.get(), ".", W_OK | X_OK, AT_EACCESS) != 0)
        return folderError(errno, missing);
    m_root = std::move(root);
    return std::nullopt;
}

/// About the folder itself every error is the machine's.
SaveError Folder::folderError(int error, DiskFaultKind missing) const
{
    SaveError failure = errorFor(error, {});
    const DiskFaultKind kind = error == ENOENT ? missing : faultKind(error);
    failure.fault = DiskFault{kind, m_directory, failure.detail};
    return failure;
}

std::variant<Folder::PartName, SaveError> Folder::freePartName(
    const RelativePath &path, const QByteArray &origin)
{
    const OpenFolder *folder = openFolder(path.folders);
    if (!folder)
        return errorFor(errno, path);
    const int parent = folder->handle.get();
    QByteArray name = path.file + ".part";
    // Whatever has a name is not ours to touch: a file of the user's, a part of another run.
    for (int attempt = 2; attempt <= mostPartNames; ++attempt) {
        if (isForgotten(parent, {folder->names, name}, {}, origin))
            unlinkat(parent, name.constData(), 0);
        if (faccessat(parent, name.constData(), F_OK, AT_SYMLINK_NOFOLLOW) != 0)
            return PartName{folder->names, name};
        name = path.file + '.' + QByteArray::number(attempt) + ".part";
    }
    return SaveError{std::nullopt, QStringLiteral("too many part files of this name")};
}

std::variant<Folder::Part, int> Folder::openPart(
    const RelativePath &path, const QByteArray &name, const QByteArray &origin)
{
    const OpenFolder *folder = openFolder(path.folders);
    if (!folder)
        return errno;
    Descriptor file(openat(folder->handle.get(), name.constData(),
        O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (!file.isOpen())
        return errno;
    const bool saysOrigin = !origin.isEmpty() && noteOrigin(file.get(), origin);
    if (!saysOrigin)
        markAsOurs(file.get(), m_session);
    return Part{path, name, std::move(file), duplicate(folder->handle), folder->names, 0, {},
        saysOrigin ? origin : QByteArray()};
}

Folder::PartResult Folder::createPart(const RelativePath &path, const PartNote &note)
{
    for (int attempt = 0; attempt < mostPartNames; ++attempt) {
        const auto free = freePartName(path);
        if (const auto *error = std::get_if<SaveError>(&free))
            return *error;
        const auto &[folders, name] = std::get<PartName>(free);
        // Before it is made, and of free names only: after a kill what was noted is taken for ours.
        if (const auto error = note ? note(folders, name) : std::nullopt)
            return *error;
        auto opened = openPart(path, name);
        if (auto *part = std::get_if<Part>(&opened))
            return std::move(*part);
        // Somebody else was faster.
        if (std::get<int>(opened) != EEXIST)
            return errorFor(std::get<int>(opened), path);
    }
    return SaveError{std::nullopt, QStringLiteral("too many part files of this name")};
}

std::optional<SaveError> Folder::append(Part &part, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = write(part.file.get(), bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errorFor(errno, part.path);
        if (part.hash)
            part.hash->add(bytes.first(written));
        part.size += written;
        bytes = bytes.sliced(written);
    }
    return std::nullopt;
}

Folder::PathResult Folder::commit(
    Part &part, const RelativePath &markedPath, const QByteArray &hash)
{
    if (!part.file.close())
        return errorFor(errno, part.path);
    for (const Taking taking : {Taking::Plain, Taking::Marked, Taking::Spare}) {
        // Only as it is needed: the last one costs a hash.
        const QByteArray name = taking == Taking::Plain ? part.path.file
            : taking == Taking::Marked                  ? markedPath.file
                                                        : spareName(markedPath.file);
        auto placed = place(part, name, hash);
        if (auto *error = std::get_if<SaveError>(&placed))
            return *error;
        if (std::get<Placed>(placed) != Placed::Taken) {
            if (std::get<Placed>(placed) == Placed::Shared)
                unlinkat(part.folder.get(), part.name.constData(), 0);
            part.name.clear();
            return RelativePath{part.folders, name};
        }
    }
    return SaveError{std::nullopt, QStringLiteral("the name is taken by another file")};
}

std::variant<Folder::Placed, SaveError> Folder::place(
    const Part &part, const QByteArray &name, const QByteArray &hash)
{
    const int folder = part.folder.get();
    if (renameat2(folder, part.name.constData(), folder, name.constData(), RENAME_NOREPLACE) == 0)
        return Placed::Yes;
    if (errno != EEXIST)
        return errorFor(errno, part.path);
    if (isForgotten(folder, {part.folders, name}, part.name, part.origin)) {
        if (renameat(folder, part.name.constData(), folder, name.constData()) != 0)
            return errorFor(errno, part.path);
        return Placed::Yes;
    }
    const bool isShared = sameBytes(folder, part.name, folder, name)
        || lies(folder, {part.folders, name}, part.size, hash);
    return isShared ? Placed::Shared : Placed::Taken;
}

void Folder::drop(Part &part)
{
    part.file.close();
    if (!part.name.isEmpty())
        unlinkat(part.folder.get(), part.name.constData(), 0);
    part.name.clear();
}

const Folder::OpenFolder *Folder::openFolder(const QByteArrayList &folders)
{
    const QByteArray wanted = folders.join('/');
    const auto known = std::ranges::find(m_recent, wanted, &OpenFolder::wanted);
    if (known != m_recent.end()) {
        m_recent.splice(m_recent.begin(), m_recent, known);
        return &m_recent.front();
    }
    OpenFolder opened{wanted, {}, duplicate(m_root)};
    QByteArray prefix;
    for (const QByteArray &name : folders) {
        prefix += '/' + name;
        QByteArray used = name;
        Descriptor next = openOrMake(opened.handle.get(), used);
        if (!next.isOpen() && errno == ENOTDIR && isRegularFile(opened.handle.get(), used)) {
            // "/a" was saved as a file before "/a/b" came: both live.
            used = marked(name, prefix);
            next = openOrMake(opened.handle.get(), used);
        }
        if (!next.isOpen())
            return nullptr;
        opened.names.append(used);
        opened.handle = std::move(next);
    }
    m_recent.push_front(std::move(opened));
    if (m_recent.size() > rememberedFolders)
        m_recent.pop_back();
    return &m_recent.front();
}

SaveError Folder::errorFor(int error, const RelativePath &path) const
{
    const QString detail = QString::fromLocal8Bit(strerror(error));
    // These are about one name: a link or a file in its way, or a name the file system refuses.
    // The other files can still be saved.
    if (error == ENAMETOOLONG || error == EILSEQ || error == EINVAL || error == ELOOP
        || error == ENOTDIR || error == EISDIR || error == EEXIST)
        return {std::nullopt, detail};
    const QString where = m_directory + u'/' + QString::fromUtf8(path.joined());
    return {DiskFault{faultKind(error), where, detail}, detail};
}

} // namespace gleaner
