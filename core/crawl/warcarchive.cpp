// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/warcarchive.h"

#include "core/crawl/crawljob.h"
#include "core/save/gzipmember.h"
#include "core/save/warcfile.h"
#include "core/save/warcrecord.h"
#include "core/task/offload.h"

#include <QDateTime>

#include <algorithm>
#include <cerrno>
#include <unistd.h>
#include <utility>

namespace gleaner
{

namespace
{

constexpr qint64 pieceSize = 4 * 1024 * 1024;

QByteArray line(const char *name, const QByteArray &value)
{
    return name + (": " + value) + "\r\n";
}

/// What holds for a whole file (ISO 28500, section 6.2).
QByteArray infoOf(const CrawlJob &job)
{
    return line("software", "Gleaner/" GLEANER_VERSION) + line("format", "WARC File Format 1.1")
        + line("conformsTo",
            "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/")
        + line("robots", job.robots == RobotsPolicy::Respect ? "obey" : "ignore")
        + line("http-framing-prefix", framingPrefix);
}

std::shared_ptr<QByteArray> readPiece(const Descriptor &file, qint64 offset, qint64 size)
{
    auto piece = std::make_shared<QByteArray>(std::min(pieceSize, size - offset), '\0');
    for (qsizetype done = 0; done < piece->size();) {
        const ssize_t got =
            pread(file.get(), piece->data() + done, size_t(piece->size() - done), offset + done);
        // Nobody else writes there; what is not what it was must not be called whole.
        if (got <= 0)
            return nullptr;
        done += got;
    }
    return piece;
}

struct PackedPiece {
    std::shared_ptr<GzipMember> gzip;
    QByteArray bytes;
    bool isWhole = false;
};

/// A piece of the block; the first one begins the member, the last one ends it.
PackedPiece packed(const ArchivedRecords &record, std::shared_ptr<GzipMember> gzip,
    const QByteArray &before, qint64 offset)
{
    const auto piece = readPiece(*record.body.file, offset, record.body.size);
    if (!piece)
        return {};
    if (!gzip)
        gzip = std::make_shared<GzipMember>(GzipMember::effortFor(*piece));
    PackedPiece packed{gzip, gzip->add(before), true};
    packed.bytes += gzip->add(*piece);
    if (offset + piece->size() == record.body.size) {
        packed.bytes += gzip->add(warcRecordEnd);
        packed.bytes += gzip->finish();
    }
    return packed;
}

SaveError unreadable(const Folder &folder)
{
    return folder.folderError(EIO, DiskFaultKind::Vanished);
}

} // namespace

struct WarcArchive::Disk {
    std::unique_ptr<WarcFile> file;
    QByteArray info;
    qint64 mostBytes = 0;
    bool hasEnded = false;

    /// Makes the file where there is none, and goes back to the end of what is whole.
    Error prepare(const Folder &folder)
    {
        // What was under way when the run ended: nobody waits for it any more.
        if (hasEnded)
            return unreadable(folder);
        if (file && file->size() >= mostBytes)
            file.reset();
        if (file)
            return file->cutBack();
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        auto created = WarcFile::create(folder, now);
        if (const auto *error = std::get_if<SaveError>(&created))
            return *error;
        file = std::move(std::get<std::unique_ptr<WarcFile>>(created));
        WarcRecord record{"warcinfo", newRecordId(), {}, now, "application/warc-fields", {}};
        record.fields.emplace_back("WARC-Filename", file->name());
        const QByteArray fields =
            folder.session().isEmpty() ? info : info + line("isPartOf", folder.session());
        return put(warcMember(record, {}, fields));
    }
    Error put(const QByteArray &member)
    {
        Error error = file->write(member);
        if (!error)
            file->endMember();
        return error;
    }
};

WarcArchive::WarcArchive(DiskWriter &writer, QThreadPool &pool, const CrawlJob &job)
    : m_writer(writer)
    , m_pool(pool)
    , m_secrets(secretsOf(job))
    , m_target(job.starts.empty() ? QByteArray() : job.starts.front().bytes())
    , m_disk(std::make_shared<Disk>())
{
    m_disk->info = infoOf(job);
    for (const Address &start : job.starts)
        m_disk->info += line("seed", start.bytes());
    m_disk->mostBytes = job.mostWarcBytes;
    m_turns.start();
}

WarcArchive::~WarcArchive()
{
    m_writer.door().post([disk = std::move(m_disk), folder = m_writer.folder()] {
        disk->hasEnded = true;
        disk->file.reset();
    });
}

void WarcArchive::finish(const Totals &totals)
{
    const QByteArray fields = line("saved", QByteArray::number(totals.saved))
        + line("unchanged", QByteArray::number(totals.unchanged))
        + line("redirected", QByteArray::number(totals.redirected))
        + line("skipped", QByteArray::number(totals.skipped))
        + line("failed", QByteArray::number(totals.failed))
        + line("waiting", QByteArray::number(totals.waiting));
    const WarcRecord record{"metadata", newRecordId(), m_target,
        QDateTime::currentMSecsSinceEpoch(), "application/warc-fields", {}};
    const QByteArray member = warcMember(record, {}, fields);
    m_writer.door().post([disk = m_disk, folder = m_writer.folder(), member] {
        if (disk->file && !disk->file->cutBack())
            disk->put(member);
        disk->hasEnded = true;
        disk->file.reset();
    });
}

Task<std::optional<SaveError>> WarcArchive::keep(WarcEntry entry)
{
    auto work = [entry = std::move(entry), secrets = m_secrets] {
        return std::make_shared<ArchivedRecords>(archivedRecords(entry, secrets));
    };
    const std::shared_ptr<ArchivedRecords> record = co_await runOnPool(m_pool, std::move(work));
    Scheduled<Error> writing = m_turns.schedule(write(record));
    const Error error = co_await writing;
    co_return error;
}

Task<std::optional<SaveError>> WarcArchive::write(std::shared_ptr<ArchivedRecords> record)
{
    if (!std::exchange(m_hasLooked, true))
        co_await finishLeftovers();
    if (record->body.file) {
        record->hash = co_await hashOf(record);
        if (record->hash.isEmpty())
            co_return unreadable(*m_writer.folder());
    }
    const auto seen = m_seen.constFind(record->hash);
    const bool isKnown = record->body.size > 0 && seen != m_seen.constEnd();
    if (isKnown && record->record.type == "response")
        becomeRevisit(*record, seen->target, seen->date);
    Error error;
    if (record->member.isEmpty())
        error = co_await writeFile(record);
    else
        error = co_await append(record->member);
    if (error)
        co_return error;
    if (!isKnown && !record->hash.isEmpty() && m_seen.size() < mostSeen)
        m_seen.insert(record->hash, {record->record.target, record->record.date});
    error = co_await append(record->request);
    co_return error;
}

/// What killed runs have left is looked through beside the crawl: it may be long.
Task<void> WarcArchive::finishLeftovers()
{
    struct Leftovers {
        QByteArrayList names;
        std::shared_ptr<Descriptor> root;
    };
    auto look = [folder = m_writer.folder()] {
        return Leftovers{unfinishedWarcs(*folder), std::make_shared<Descriptor>(folder->handle())};
    };
    const Leftovers left = co_await runIn(m_writer.door(), std::move(look));
    for (const QByteArray &name : left.names)
        startOnPool(m_pool, [name, root = left.root] { finishWarc(*root, name); });
}

/// Hashes payload and block of what lies in a file, and notes both.
Task<QByteArray> WarcArchive::hashOf(std::shared_ptr<ArchivedRecords> record)
{
    const auto payload = std::make_shared<RunningHash>();
    const auto block = std::make_shared<RunningHash>();
    block->add(record->head);
    for (qint64 done = 0; done < record->body.size; done += pieceSize) {
        auto work = [record, payload, block, done] {
            const auto piece = readPiece(*record->body.file, done, record->body.size);
            if (!piece)
                return false;
            payload->add(*piece);
            block->add(*piece);
            return true;
        };
        const bool isRead = co_await runOnPool(m_pool, std::move(work));
        if (!isRead)
            co_return QByteArray();
    }
    record->record.fields.emplace_back("WARC-Payload-Digest", warcDigest(payload->value()));
    record->hash = payload->value();
    record->blockHash = block->value();
    co_return record->hash;
}

Task<std::optional<SaveError>> WarcArchive::writeFile(std::shared_ptr<ArchivedRecords> record)
{
    WarcRecord header = record->record;
    header.fields.emplace_back("WARC-Block-Digest", warcDigest(record->blockHash));
    QByteArray before = warcHeader(header, record->head.size() + record->body.size) + record->head;
    auto prepare = [disk = m_disk, folder = m_writer.folder()] { return disk->prepare(*folder); };
    Error error = co_await runIn(m_writer.door(), std::move(prepare));
    std::shared_ptr<GzipMember> gzip;
    for (qint64 done = 0; !error && done < record->body.size; done += pieceSize) {
        auto pack = [record, gzip, before, done] { return packed(*record, gzip, before, done); };
        const PackedPiece piece = co_await runOnPool(m_pool, std::move(pack));
        if (!piece.isWhole)
            co_return unreadable(*m_writer.folder());
        gzip = piece.gzip;
        before.clear();
        auto put = [disk = m_disk, folder = m_writer.folder(), bytes = piece.bytes] {
            return disk->file ? disk->file->write(bytes) : unreadable(*folder);
        };
        error = co_await runIn(m_writer.door(), std::move(put));
    }
    auto end = [disk = m_disk] {
        if (disk->file)
            disk->file->endMember();
    };
    if (!error)
        co_await runIn(m_writer.door(), std::move(end));
    co_return error;
}

Task<std::optional<SaveError>> WarcArchive::append(QByteArray member)
{
    auto work = [disk = m_disk, folder = m_writer.folder(), member]() -> Error {
        Error error = disk->prepare(*folder);
        return error ? error : disk->put(member);
    };
    const Error error = co_await runIn(m_writer.door(), std::move(work));
    co_return error;
}

} // namespace gleaner
