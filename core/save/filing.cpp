// SPDX-License-Identifier: GPL-3.0-or-later
// Whole bodies, and the names they get: beside what lies there, or in its place.
#include "core/save/folder.h"

#include "core/save/openbelow.h"
#include "core/save/ourmark.h"
#include "core/save/safename.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gleaner
{

namespace
{

std::optional<SaveError> noteLanding(const Filing &filing, const Landing &landing)
{
    return filing.note ? filing.note(landing) : std::nullopt;
}

/// A file system that has no such time keeps its own: no reason not to save a file.
void setTime(int file, std::optional<qint64> modified)
{
    if (!modified)
        return;
    const timespec times[]{{0, UTIME_OMIT}, {time_t(*modified), 0}};
    futimens(file, times);
}

} // namespace

/// What is to be filed is what lies there already, byte for byte, or no more than its beginning.
std::optional<Filed> Folder::asBefore(
    const Filing &filing, qint64 size, const QByteArray &hash) const
{
    const auto &before = filing.before;
    if (before && before->size == size && before->hash == hash && isAsFiled(*before))
        return Filed{before->path, Filed::How::Same, size, hash};
    if (before && filing.mayBeCut && size < before->size && isItsBeginning(*before, size, hash))
        return Filed{before->path, Filed::How::Cut, size, hash};
    return std::nullopt;
}

bool Folder::isItsBeginning(const FiledBefore &before, qint64 size, const QByteArray &hash) const
{
    if (!isAsFiled(before))
        return false;
    const Descriptor folder = openBelow(m_root.get(), before.path.folders);
    const Descriptor file = openToRead(folder.get(), before.path.file);
    const auto beginning = hashOfBeginning(file.get(), size);
    return beginning && beginning->value() == hash;
}

Folder::Announced Folder::announce(const QByteArray &bytes, const Filing &filing)
{
    Announced body{bytes, filing, sha256Of(bytes), {}, {}};
    if (const auto same = asBefore(filing, bytes.size(), body.hash)) {
        body.done = *same;
        return body;
    }
    const auto free =
        freePartName(filing.replaced() ? filing.replaced()->path : filing.path, filing.origin);
    if (const auto *error = std::get_if<SaveError>(&free)) {
        body.done = *error;
        return body;
    }
    const auto &[folders, name] = std::get<PartName>(free);
    body.part = name;
    const Landing landing{
        folders, name, filing.path.file, filing.marked.file, bytes.size(), body.hash};
    if (const auto error = noteLanding(filing, landing))
        body.done = *error;
    return body;
}

FileResult Folder::file(const Announced &body)
{
    if (body.done)
        return *body.done;
    const Filing &filing = body.filing;
    const RelativePath &path = filing.replaced() ? filing.replaced()->path : filing.path;
    auto opened = openPart(path, body.part, filing.origin);
    if (const auto *error = std::get_if<int>(&opened)) {
        // Somebody else was faster: once more, under another name.
        if (*error == EEXIST)
            return file(announce(body.bytes, filing));
        return errorFor(*error, path);
    }
    auto &part = std::get<Part>(opened);
    if (const auto error = append(part, body.bytes)) {
        drop(part);
        return *error;
    }
    FileResult filed = give(part, filing, body.hash);
    drop(part);
    return filed;
}

FileResult Folder::file(Part &part, const Filing &filing)
{
    const QByteArray hash = part.hash->value();
    if (const auto same = asBefore(filing, part.size, hash)) {
        drop(part);
        return *same;
    }
    const Landing landing{
        part.folders, part.name, part.path.file, filing.marked.file, part.size, hash};
    if (const auto error = noteLanding(filing, landing))
        return *error;
    return give(part, filing, hash);
}

void Folder::noteOriginOf(Part &part, const QByteArray &origin) const
{
    if (origin.isEmpty() || part.origin == origin)
        return;
    // What was noted of the landing finds it from now on.
    if (!m_session.isEmpty())
        takeMark(part.file.get());
    if (noteOrigin(part.file.get(), origin))
        part.origin = origin;
    else
        markAsOurs(part.file.get(), m_session);
}

FileResult Folder::give(Part &part, const Filing &filing, const QByteArray &hash)
{
    // Before it gets its name: under that it is never seen with another time.
    setTime(part.file.get(), filing.modified);
    noteOriginOf(part, filing.origin);
    const FiledBefore *before = filing.replaced();
    if (before && before->path.folders == part.folders && isAsFiled(*before)) {
        if (!part.file.close())
            return errorFor(errno, part.path);
        if (const auto error = replace(part.folder.get(), part.name, before->path))
            return *error;
        part.name.clear();
        return Filed{before->path, Filed::How::Replaced, part.size, hash};
    }
    const PathResult placed = commit(part, filing.marked, hash);
    if (const auto *error = std::get_if<SaveError>(&placed))
        return *error;
    return Filed{std::get<RelativePath>(placed), Filed::How::New, part.size, hash};
}

std::optional<SaveError> Folder::replace(
    int folder, const QByteArray &part, const RelativePath &path)
{
    auto error = keepVersion(folder, path);
    if (!error && renameat(folder, part.constData(), folder, path.file.constData()) != 0)
        error = errorFor(errno, path);
    return error;
}

bool Folder::isAsFiled(const FiledBefore &before, const std::stop_token &stop) const
{
    const Descriptor folder = openBelow(m_root.get(), before.path.folders);
    return folder.isOpen() && lies(folder.get(), before.path, before.size, before.hash, stop);
}

std::optional<RelativePath> Folder::adopt(
    const Landing &landing, const std::optional<FiledBefore> &before)
{
    const Descriptor folder = openBelow(m_root.get(), landing.folders);
    if (!folder.isOpen())
        return std::nullopt;
    const std::stop_token stop = m_hurry.get_token();
    QByteArrayList names{landing.file, landing.marked, spareName(landing.marked)};
    const bool replaces = before && before->path.folders == landing.folders;
    if (replaces)
        names.prepend(before->path.file);
    for (const QByteArray &name : names) {
        if (lies(folder.get(), {landing.folders, name}, landing.size, landing.hash, stop)) {
            // If the name is shared, its bytes have been written once more.
            removeWhole(landing);
            return RelativePath{landing.folders, name};
        }
    }
    if (isName(landing.part)
        && holds(folder.get(), landing.part, landing.size, landing.hash, stop)) {
        const bool isAsBefore = replaces && isAsFiled(*before, stop);
        if (isHurried())
            return std::nullopt;
        if (isAsBefore) {
            // What cannot be done is tried again, and told, when it has been fetched again.
            if (!replace(folder.get(), landing.part, before->path))
                return before->path;
            unlinkat(folder.get(), landing.part.constData(), 0);
            return std::nullopt;
        }
        for (const QByteArray &name : names) {
            if (isName(name)
                && renameat2(folder.get(), landing.part.constData(), folder.get(), name.constData(),
                       RENAME_NOREPLACE)
                    == 0)
                return RelativePath{landing.folders, name};
        }
    }
    if (!isHurried())
        removeWhole(landing);
    return std::nullopt;
}

void Folder::removeWhole(const Landing &landing)
{
    const Descriptor folder = openBelow(m_root.get(), landing.folders);
    if (!folder.isOpen() || !isName(landing.part) || !landing.part.endsWith(".part"))
        return;
    const Descriptor file = openToRead(folder.get(), landing.part);
    const bool isFromThere =
        file.isOpen() && isFrom(file.get(), landing.origin) && isOursAlone(file.get());
    const bool isKnown =
        isFromThere || holds(folder.get(), landing.part, landing.size, landing.hash);
    if (isKnown)
        unlinkat(folder.get(), landing.part.constData(), 0);
    else
        removePart(landing.folders, landing.part);
}

void Folder::removePart(const QByteArrayList &folders, const QByteArray &name)
{
    const Descriptor folder = openBelow(m_root.get(), folders);
    if (!folder.isOpen() || !isName(name) || !name.endsWith(".part"))
        return;
    const Descriptor file = openToRead(folder.get(), name);
    struct stat status;
    // A kill can come between the making of a part and its mark; then it is empty.
    if (file.isOpen() && isOursAlone(file.get()) && fstat(file.get(), &status) == 0
        && (status.st_size == 0 || isMarkedAsOurs(file.get(), m_session)))
        unlinkat(folder.get(), name.constData(), 0);
}

bool Folder::has(const RelativePath &path, qint64 size) const
{
    // A look, not a way in: so not name by name, because there may be a million of them.
    struct stat status;
    const QByteArray joined = path.joined();
    if (fstatat(m_root.get(), joined.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0
        || !S_ISREG(status.st_mode))
        return false;
    if (status.st_size == size)
        return true;
    const auto made = m_rewritingsOf ? m_rewritingsOf(joined) : std::vector<Rewriting>();
    return std::ranges::any_of(made, [&](const Rewriting &rewriting) {
        return rewriting.servedSize == size && rewriting.size == status.st_size;
    });
}

std::optional<QByteArray> Folder::read(const RelativePath &path, qint64 largest) const
{
    auto found = find(path, largest);
    return found ? std::optional(std::move(found->bytes)) : std::nullopt;
}

Descriptor Folder::handle() const
{
    return Descriptor(fcntl(m_root.get(), F_DUPFD_CLOEXEC, 0));
}

} // namespace gleaner
