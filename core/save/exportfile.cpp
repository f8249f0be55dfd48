// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/exportfile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace gleaner
{

namespace
{

constexpr qsizetype writtenAtOnce = 256 * 1024;
constexpr int mostNames = 100;

int writeAll(int file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(file, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno != EINTR)
            return errno;
        bytes = bytes.sliced(std::max<ssize_t>(written, 0));
    }
    return 0;
}

} // namespace

ExportFile::ExportFile(const QString &path, Existing existing)
    : m_path(path)
    , m_existing(existing)
    , m_name(QFile::encodeName(QFileInfo(path).fileName()))
{
}

ExportFile::~ExportFile()
{
    if (!m_temporary.isEmpty())
        unlinkat(m_folder.get(), m_temporary.constData(), 0);
}

ExportFailure ExportFile::failure(int error) const
{
    const auto kind =
        error == EEXIST ? ExportFailure::Kind::NameTaken : ExportFailure::Kind::NotWritten;
    return {kind, m_path, QString::fromLocal8Bit(strerror(error))};
}

std::optional<ExportFailure> ExportFile::open()
{
    const QByteArray folder = QFile::encodeName(QFileInfo(m_path).absolutePath());
    m_folder = Descriptor(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!m_folder.isOpen())
        return failure(errno);
    // Said before the work is done; what comes meanwhile is seen at its end.
    if (m_existing == Existing::Keep
        && faccessat(m_folder.get(), m_name.constData(), F_OK, AT_SYMLINK_NOFOLLOW) == 0)
        return failure(EEXIST);
    // Without a name a program that is killed leaves nothing.
    m_file = Descriptor(openat(m_folder.get(), ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666));
    if (!m_file.isOpen() && !openNamed())
        return failure(errno);
    return std::nullopt;
}

bool ExportFile::openNamed()
{
    for (int attempt = 1; attempt <= mostNames; ++attempt) {
        const QByteArray name = m_name + '.' + QByteArray::number(attempt) + ".part";
        m_file = Descriptor(openat(m_folder.get(), name.constData(),
            O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
        if (m_file.isOpen()) {
            m_temporary = name;
            return true;
        }
        if (errno != EEXIST)
            return false;
    }
    // Of these names, not of the export's.
    errno = EBUSY;
    return false;
}

bool ExportFile::hasFailed()
{
    if (m_error == 0 && m_isStopped && m_isStopped())
        m_error = ECANCELED;
    return m_error != 0;
}

bool ExportFile::write(QByteArrayView bytes)
{
    m_waiting += bytes;
    if (!hasFailed() && m_waiting.size() >= writtenAtOnce) {
        m_error = writeAll(m_file.get(), m_waiting);
        m_waiting.clear();
    }
    return m_error == 0;
}

std::optional<ExportFailure> ExportFile::commit()
{
    if (!hasFailed())
        m_error = writeAll(m_file.get(), m_waiting);
    if (m_error == 0 && fsync(m_file.get()) != 0)
        m_error = errno;
    if (m_error == 0 && !giveName())
        m_error = errno;
    return m_error == 0 ? std::nullopt : std::optional(failure(m_error));
}

bool ExportFile::giveName()
{
    const int folder = m_folder.get();
    if (m_temporary.isEmpty()) {
        const QByteArray self = "/proc/self/fd/" + QByteArray::number(m_file.get());
        if (linkat(AT_FDCWD, self.constData(), folder, m_name.constData(), AT_SYMLINK_FOLLOW) == 0)
            return true;
        if (errno != EEXIST || m_existing == Existing::Keep)
            return false;
        // Nothing can be linked in another's place, only renamed.
        const QByteArray beside = m_name + '.' + QByteArray::number(getpid()) + ".part";
        if (linkat(AT_FDCWD, self.constData(), folder, beside.constData(), AT_SYMLINK_FOLLOW)
            != 0) {
            errno = errno == EEXIST ? EBUSY : errno;
            return false;
        }
        m_temporary = beside;
    }
    const unsigned flags = m_existing == Existing::Keep ? RENAME_NOREPLACE : 0;
    if (renameat2(folder, m_temporary.constData(), folder, m_name.constData(), flags) != 0)
        return false;
    m_temporary.clear();
    return true;
}

} // namespace gleaner
