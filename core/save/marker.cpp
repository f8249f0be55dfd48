// SPDX-License-Identifier: GPL-3.0-or-later
// The file in a download's folder that names its sessions, so that a moved folder is known again.
#include "core/save/openbelow.h"

#include <QThread>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gleaner
{

namespace
{

/// No address gets such a name: theirs never begin with a dot.
constexpr const char *markerName = ".gleaner";
constexpr qint64 largestMarker = 64 * 1024;
constexpr QByteArrayView introduction =
    "# Gleaner keeps what it knows of this folder under these names.\n";
/// Other programs hold it for some milliseconds.
constexpr int lockAttempts = 200;
constexpr unsigned long betweenAttempts = 10; // ms

} // namespace

SaveError Folder::markerError() const
{
    const QString name = m_directory + u'/' + QLatin1String(markerName);
    return {DiskFault{DiskFaultKind::MarkerTaken, name, {}}, {}};
}

Descriptor Folder::lockMarks() const
{
    Descriptor lock(openat(m_root.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    for (int attempt = 0; attempt < lockAttempts; ++attempt) {
        if (flock(lock.get(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
            break;
        QThread::msleep(betweenAttempts);
    }
    return lock;
}

std::variant<QByteArrayList, SaveError> Folder::marks() const
{
    const bool isThere =
        faccessat(m_root.get(), markerName, F_OK, AT_SYMLINK_NOFOLLOW) == 0 || errno != ENOENT;
    if (!isThere)
        return QByteArrayList();
    const auto text = read({{}, markerName}, largestMarker);
    // An empty one, or the beginning of one, is what a kill has left of ours.
    const bool isOurs =
        text && (text->startsWith(introduction) || introduction.startsWith(QByteArrayView(*text)));
    if (!isOurs)
        return markerError();
    QByteArrayList ids;
    for (const QByteArray &line : text->mid(introduction.size()).split('\n')) {
        if (!line.trimmed().isEmpty())
            ids.append(line.trimmed());
    }
    return ids;
}

bool Folder::foldsCase() const
{
    const QByteArray other = QByteArray(markerName).toUpper();
    struct stat marker;
    struct stat found;
    return fstatat(m_root.get(), markerName, &marker, AT_SYMLINK_NOFOLLOW) == 0
        && fstatat(m_root.get(), other.constData(), &found, AT_SYMLINK_NOFOLLOW) == 0
        && marker.st_dev == found.st_dev && marker.st_ino == found.st_ino;
}

std::optional<SaveError> Folder::addMark(const QByteArray &id)
{
    const auto text = read({{}, markerName}, largestMarker);
    const bool isWhole = text && text->startsWith(introduction);
    const QByteArray line = (isWhole ? QByteArray() : introduction.toByteArray()) + id + '\n';
    const int from = isWhole ? O_APPEND : O_TRUNC;
    const Descriptor file(openat(m_root.get(), markerName,
        O_WRONLY | O_CREAT | from | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666));
    const bool isWritten = file.isOpen()
        && write(file.get(), line.constData(), size_t(line.size())) == line.size()
        && fsync(file.get()) == 0 && fsync(m_root.get()) == 0;
    if (isWritten)
        return std::nullopt;
    const SaveError error = errorFor(errno, {{}, markerName});
    return error.fault ? error : markerError();
}

} // namespace gleaner
