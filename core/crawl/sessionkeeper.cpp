// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/sessionkeeper.h"

#include "core/crawl/heldsession.h"
#include "core/crawl/namemoves.h"
#include "core/crawl/placement.h"
#include "core/discover/edits.h"
#include "core/task/offload.h"

#include <QDateTime>

namespace gleaner
{

namespace
{

Landing landingOf(const StoredLanding &stored)
{
    Landing landing;
    landing.folders = foldersFromText(stored.folders);
    landing.part = stored.part;
    landing.file = stored.file;
    landing.marked = stored.marked;
    landing.size = stored.saved.size;
    landing.hash = stored.saved.hash;
    if (const auto address = Address::parse(stored.address))
        landing.origin = notedOrigin(*address);
    return landing;
}

/// What lies at a path with its own links.
std::optional<QByteArray> asServed(
    const SessionDatabase &database, const RelativePath &path, const QByteArray &found)
{
    const QByteArray joined = path.joined();
    const auto rewrites = database.rewritesAt(joined);
    if (rewrites.empty())
        return found;
    RunningHash hash;
    hash.add(found);
    for (const StoredRewrite &rewrite : rewrites) {
        if (rewrite.hash != hash.value())
            continue;
        const auto patch = database.rewritePatch({joined, rewrite.hash});
        return patch ? restored(found, *patch, rewrite.servedSize) : std::nullopt;
    }
    return found;
}

} // namespace

SessionKeeper::SessionKeeper(DiskWriter &writer, const CrawlJob &job)
    : m_writer(writer)
    , m_job(job)
    , m_held(job.stateDirectory.isEmpty() ? nullptr : std::make_shared<HeldSession>())
{
}

SessionKeeper::~SessionKeeper()
{
    if (!m_held)
        return;
    // What is on its way to the disk is noted first.
    m_writer.settle();
    m_writer.door().post([held = m_held] { held->close(); });
}

Task<std::optional<SaveError>> SessionKeeper::open()
{
    if (!m_held)
        co_return std::nullopt;
    auto work = [held = m_held, folder = m_writer.folder(), job = m_job] {
        return openSession(held, *folder, job);
    };
    OpenedSession opened = co_await runIn(m_writer.door(), std::move(work));
    if (opened.error)
        co_return opened.error;
    m_id = opened.id;
    m_writer.setNoting(
        [held = m_held] {
            if (held->database)
                held->database->beginLandings();
        },
        [held = m_held]() -> std::optional<SaveError> {
            if (held->database && held->database->commitLandings())
                return std::nullopt;
            return held->error();
        });
    m_log = std::move(opened.log);
    m_stored = std::move(opened.stored);
    for (const StoredLanding &landing : m_stored.landings) {
        if (const auto address = Address::parse(landing.address))
            m_landings.insert(*address, landing);
    }
    m_stored.landings.clear();
    co_return std::nullopt;
}

Task<std::optional<SaveError>> SessionKeeper::write(SessionChanges changes)
{
    if (!m_held)
        co_return std::nullopt;
    auto work = [held = m_held, changes = std::move(changes)]() -> std::optional<SaveError> {
        if (held->database->write(changes))
            return std::nullopt;
        return held->error();
    };
    auto written = co_await runIn(m_writer.door(), std::move(work));
    co_return written;
}

Task<std::optional<SaveError>> SessionKeeper::clear(QString value)
{
    if (!m_held || m_id.isEmpty())
        co_return std::nullopt;
    SessionChanges changes;
    changes.values.insert(value, QByteArray());
    auto error = co_await write(std::move(changes));
    co_return error;
}

Task<std::optional<StoredFile>> SessionKeeper::fileOf(quint32 id)
{
    if (!m_held)
        co_return std::nullopt;
    auto work = [held = m_held, folder = m_writer.folder(), id]() -> std::optional<StoredFile> {
        auto file = held->database->fileOf(id);
        return file && folder->has(pathFromText(file->path), file->size) ? file : std::nullopt;
    };
    auto file = co_await runIn(m_writer.door(), std::move(work));
    co_return file;
}

Task<std::vector<StoredFile>> SessionKeeper::filesOf(std::vector<StoredFile> known)
{
    auto work = [held = m_held, folder = m_writer.folder(), known = std::move(known)]() mutable {
        for (StoredFile &file : known) {
            const auto stored = held ? held->database->fileOf(file.id) : std::nullopt;
            if (stored && stored->path == file.path)
                file = *stored;
            else
                file.hash = folder->hashAt(pathFromText(file.path), file.size);
        }
        return known;
    };
    auto files = co_await runIn(m_writer.door(), std::move(work));
    co_return files;
}

Task<SharedBy> SessionKeeper::sharedBy()
{
    auto work = [folder = m_writer.folder()] {
        return folder->foldsCase() ? SharedBy::Key : SharedBy::Spelling;
    };
    const SharedBy sharedBy = co_await runIn(m_writer.door(), std::move(work));
    co_return sharedBy;
}

Task<SessionKeeper::Moved> SessionKeeper::move(std::vector<StoredMove> moves, QThreadPool *pool)
{
    auto moveAll = [held = m_held, folder = m_writer.folder(), moves]() -> Moved {
        if (held && !held->database->beginMoves(moves))
            return {{}, held->error()};
        return {folder->moveFiles(fileMoves(moves)), {}};
    };
    Moved moved = co_await runIn(m_writer.door(), std::move(moveAll));
    if (moved.error || !m_held)
        co_return moved;
    moved.error = co_await m_writer.sync(pool);
    if (moved.error)
        co_return moved;
    auto remember = [held = m_held,
                        done = chosen(moves, moved.done)]() -> std::optional<SaveError> {
        return held->database->endMoves(done) ? std::nullopt : std::optional(held->error());
    };
    moved.error = co_await runIn(m_writer.door(), std::move(remember));
    co_return moved;
}

Task<std::optional<SaveError>> SessionKeeper::remove(QList<FiledBefore> files)
{
    auto work = [folder = m_writer.folder(), files]() -> std::optional<SaveError> {
        for (const FiledBefore &file : files) {
            if (auto error = folder->removeFiled(file))
                return error;
        }
        return std::nullopt;
    };
    auto error = co_await runIn(m_writer.door(), std::move(work));
    co_return error;
}

Task<qint64> SessionKeeper::versionsKept()
{
    auto work = [folder = m_writer.folder()] { return folder->versionsKept(); };
    const qint64 kept = co_await runIn(m_writer.door(), std::move(work));
    co_return kept;
}

Task<std::optional<QByteArray>> SessionKeeper::read(RelativePath path, qint64 largest)
{
    auto work = [held = m_held, folder = m_writer.folder(), path, largest] {
        auto bytes = folder->read(path, largest);
        return bytes && held && held->database ? asServed(*held->database, path, *bytes) : bytes;
    };
    auto bytes = co_await runIn(m_writer.door(), std::move(work));
    co_return bytes;
}

Task<std::optional<SessionKeeper::Adopted>> SessionKeeper::adopt(
    Address address, std::optional<quint32> id)
{
    const StoredLanding stored = m_landings.take(address);
    auto work = [held = m_held, folder = m_writer.folder(), stored,
                    id]() -> std::optional<Adopted> {
        std::optional<FiledBefore> before;
        if (const auto file = id ? held->database->fileOf(*id) : std::nullopt)
            before = {pathFromText(file->path), file->size, file->hash};
        auto path = folder->adopt(landingOf(stored), before);
        // A row that proved nothing would only be looked at again.
        if (!path && !folder->isHurried())
            held->database->forgetLanding(stored.address);
        if (!path)
            return std::nullopt;
        // What was a part is none any more.
        held->database->removePart(stored.address, stored.part);
        const bool isOther = before && before->hash != stored.saved.hash;
        return Adopted{*path, isOther ? Filed::How::Replaced : Filed::How::Same, stored};
    };
    auto adopted = co_await runIn(m_writer.door(), std::move(work));
    co_return adopted;
}

LandingNote SessionKeeper::noteFor(StoredLanding landing) const
{
    if (!m_held)
        return {};
    return [held = m_held, landing = std::move(landing)](
               const Landing &about) -> std::optional<SaveError> {
        StoredLanding row = landing;
        row.folders = about.folders.join('/');
        row.part = about.part;
        row.file = about.file;
        row.marked = about.marked;
        row.saved.size = about.size;
        row.saved.hash = about.hash;
        row.saved.savedAt = QDateTime::currentMSecsSinceEpoch();
        if (held->database && held->database->land(row))
            return std::nullopt;
        return held->error();
    };
}

DiskWriter::Note SessionKeeper::noteParts(const StoredPart &part) const
{
    if (!m_held)
        return {};
    return [held = m_held, part](DiskWriter::PartEvent event, const PartRecord &record) {
        if (!held->database)
            return;
        if (event == DiskWriter::PartEvent::Gone) {
            held->database->removePart(part.address, record.name);
            return;
        }
        StoredPart now = part;
        now.folders = record.folders.join('/');
        now.name = record.name;
        now.file = record.path.file;
        now.size = record.size;
        now.hash = record.hash;
        held->database->putPart(now);
    };
}

} // namespace gleaner
