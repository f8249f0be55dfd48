// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/warcfile.h"

#include "core/save/openbelow.h"
#include "core/save/savedfiles.h"
#include "core/save/warcreader.h"

#include <QDateTime>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gleaner
{

namespace
{

const QByteArray ending = ".warc.gz";
const QByteArray unfinished = ".part";
constexpr int mostSerials = 10'000;

/// Without a session there is nothing to be told apart.
QByteArray beginningOf(const QByteArray &session)
{
    return (session.isEmpty() ? QByteArray("gleaner") : session) + '-';
}

Descriptor openDirectory(const Folder &folder)
{
    const Descriptor root = folder.handle();
    if (mkdirat(root.get(), warcFolder.constData(), 0777) != 0 && errno != EEXIST)
        return {};
    return Descriptor(openat(
        root.get(), warcFolder.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

SaveError fault(const Folder &folder, int error)
{
    return folder.folderError(error, DiskFaultKind::Vanished);
}

bool exists(int directory, const QByteArray &name)
{
    return faccessat(directory, name.constData(), F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

} // namespace

bool isWarcOf(const QByteArray &name, const QByteArray &session)
{
    const QByteArrayView whole = name.endsWith(unfinished)
        ? QByteArrayView(name).chopped(unfinished.size())
        : QByteArrayView(name);
    return whole.endsWith(ending) && name.startsWith(beginningOf(session));
}

std::variant<std::unique_ptr<WarcFile>, SaveError> WarcFile::create(
    const Folder &folder, qint64 now)
{
    Descriptor directory = openDirectory(folder);
    if (!directory.isOpen())
        return fault(folder, errno);
    const QByteArray stem = beginningOf(folder.session())
        + QDateTime::fromMSecsSinceEpoch(now, Qt::UTC)
              .toString(QStringLiteral("yyyyMMddHHmmss"))
              .toLatin1();
    for (int serial = 0; serial < mostSerials; ++serial) {
        const QByteArray name =
            stem + '-' + QByteArray::number(serial).rightJustified(5, '0') + ending;
        if (exists(directory.get(), name))
            continue;
        Descriptor file(openat(directory.get(), (name + unfinished).constData(),
            O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
        if (file.isOpen())
            return std::unique_ptr<WarcFile>(
                new WarcFile(folder, std::move(directory), name, std::move(file)));
        if (errno != EEXIST)
            return fault(folder, errno);
    }
    return fault(folder, EEXIST);
}

WarcFile::WarcFile(const Folder &folder, Descriptor directory, QByteArray name, Descriptor file)
    : m_folder(folder)
    , m_directory(std::move(directory))
    , m_name(std::move(name))
    , m_file(std::move(file))
{
}

WarcFile::~WarcFile()
{
    close();
}

std::optional<SaveError> WarcFile::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(m_file.get(), bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return fault(m_folder, errno);
        m_written += written;
        bytes = bytes.sliced(written);
    }
    return std::nullopt;
}

std::optional<SaveError> WarcFile::cutBack()
{
    if (m_written == m_whole)
        return std::nullopt;
    if (ftruncate(m_file.get(), m_whole) != 0 || lseek(m_file.get(), m_whole, SEEK_SET) != m_whole)
        return fault(m_folder, errno);
    m_written = m_whole;
    return std::nullopt;
}

void WarcFile::close()
{
    if (!m_file.isOpen())
        return;
    const QByteArray part = m_name + unfinished;
    const bool isCut = !cutBack();
    m_file.close();
    if (m_whole == 0)
        unlinkat(m_directory.get(), part.constData(), 0);
    else if (isCut)
        renameat2(m_directory.get(), part.constData(), m_directory.get(), m_name.constData(),
            RENAME_NOREPLACE);
}

QByteArrayList unfinishedWarcs(const Folder &folder)
{
    QByteArrayList names;
    for (const QByteArray &name : SavedFiles(folder.handle()).names({warcFolder})) {
        if (name.endsWith(unfinished) && isWarcOf(name, folder.session()))
            names.append(name);
    }
    return names;
}

void finishWarc(const Descriptor &root, const QByteArray &name)
{
    const Descriptor directory = openBelow(root.get(), {warcFolder});
    const Descriptor file(directory.isOpen() && isName(name)
            ? openat(directory.get(), name.constData(), O_RDWR | O_NOFOLLOW | O_CLOEXEC)
            : -1);
    if (!file.isOpen() || !isOursAlone(file.get()))
        return;
    WarcReader reader(file.get());
    while (reader.next()) { }
    if (reader.whole() == 0) {
        unlinkat(directory.get(), name.constData(), 0);
        return;
    }
    const QByteArray final = name.chopped(unfinished.size());
    if (ftruncate(file.get(), reader.whole()) == 0 && fsync(file.get()) == 0)
        renameat2(directory.get(), name.constData(), directory.get(), final.constData(),
            RENAME_NOREPLACE);
}

} // namespace gleaner
