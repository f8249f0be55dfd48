// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawler.h"

#include "core/crawl/modifiedtime.h"
#include "core/crawl/namepass.h"
#include "core/crawl/placement.h"
#include "core/discover/headers.h"
#include "core/save/pathmapper.h"
#include "core/task/offload.h"
#include "core/task/sleep.h"

#include <QDateTime>

#include <algorithm>

// What becomes of an address once its request is over.

namespace gleaner
{

namespace
{

/// `X-Robots-Tag: nofollow` or `none`, for every robot or, named, for us.
bool forbidsFollowing(const ResponseHead &head)
{
    for (const QByteArray &part : head.header("x-robots-tag").toLower().split(',')) {
        QByteArray directive = part.trimmed();
        if (const qsizetype colon = directive.indexOf(':'); colon >= 0) {
            if (directive.left(colon).trimmed() != "gleaner")
                continue;
            directive = directive.mid(colon + 1).trimmed();
        }
        if (directive == "nofollow" || directive == "none")
            return true;
    }
    return false;
}

/// What the pool makes of a body.
struct ReadPage {
    Discovery discovery;
    PagePrint print = 0;
    Suspicion suspicion = Suspicion::None;
};

ReadPage readPage(
    const Document &document, const Address &referrer, const Address &cameFrom, PrintNeed need)
{
    ReadPage page{discover(document)};
    if (mimeEssence(document.contentType).contains("html"))
        page.suspicion = suspicionOf({document.bytes, document.address, cameFrom});
    if (isPrintNeeded(need, page.discovery, document.address))
        page.print = pagePrint(document.bytes, document.address, referrer);
    return page;
}

} // namespace

Task<std::optional<FetchOutcome>> Crawler::fetch(
    RecordId id, std::shared_ptr<BodySink> sink, Known known)
{
    const int worker = co_await currentWorker();
    FetchRequest request = requestFor(id);
    // The rules may have changed while it waited for its worker: put back, it is judged by them.
    if (isFinal(m_log.state(id)))
        co_return std::nullopt;
    if (!m_changedJob.isEmpty() && verdictOf(m_log.at(id)))
        co_return std::nullopt;
    if (!m_frontier.lanes().mayBegin(request.address.origin(), Clock::now()))
        co_return std::nullopt;
    request.accepts = acceptedFor(m_log.at(id));
    request.method = asksForHeadOnly(id) ? Method::Head : Method::Get;
    request.continuation = known.continuation;
    request.copy = known.copy;
    Activities::Running running(m_activities, worker, id, request.address);
    auto outcome = co_await m_parts.fetcher.fetch(request, sink, running.progress());
    noteHead(id, *running.progress());
    co_return outcome;
}

Task<std::optional<FetchOutcome>> Crawler::outcomeOf(RecordId id, Fetching *fetching)
{
    m_fetching.insert(id, fetching);
    std::optional<FetchOutcome> outcome;
    try {
        Fetching &scheduled = *fetching;
        outcome = co_await scheduled;
    } catch (const TaskCancelled &) {
        // Taken back by skipForPerson(): it has ended.
    }
    m_fetching.remove(id);
    co_return outcome;
}

BodySink::Plan Crawler::plan(RecordId id, const ResponseHead &head, const BodyLength &length) const
{
    const Record record = m_log.at(id);
    const Address &address = record.address;
    const QByteArray type = head.header("content-type");
    const bool isPage = fileTypeOf(type, address) == FileType::Pages;
    BodySink::Plan plan;
    plan.keep = !isScan() && m_job.types.keeps(type, address);
    // A foreign page that stands in for an image leads nowhere of ours.
    plan.read = holdsLinks(type, address, length.bytes) && (!isPage || m_scope.covers(address));
    plan.wanted = plan.keep || plan.read;
    plan.path =
        placementOf(address, type, record.offered, m_job.names, m_scope.starts().front().origin())
            .path;
    if (m_job.originNote == OriginNote::Written)
        plan.origin = notedOrigin(address);
    plan.marked = markedPath(plan.path, address);
    plan.maximumSize = m_job.maxFileSize;
    if (plan.keep && m_job.maxTotalSize)
        plan.room = *m_job.maxTotalSize - m_log.totals().bytes - m_bytesBeingSaved;
    return plan;
}

Task<void> Crawler::keep(
    RecordId id, std::shared_ptr<BodySink> sink, Fetched fetched, std::optional<StoredFile> before)
{
    const bool keeps = sink->plan().keep;
    if (keeps && reachesLimit(fetched.bytes)) {
        m_limitReached = true;
        endAtLimit();
        co_return;
    }
    if (keeps) {
        // Before anything is awaited, or others would take the same place below the limit.
        ++m_filesBeingSaved;
        m_bytesBeingSaved += fetched.bytes;
    }
    m_onward.forget(id); // What an earlier run found there may have gone.
    readHeaderLinks(id, fetched.head);
    const bool wasGood = before && m_log.at(id).suspicion == Suspicion::None;
    if (sink->plan().read) {
        m_log.update(id, [](Record &record) { record.state = RecordState::ReadingLinks; });
        co_await readLinks(id, sink->body(), fetched.head);
    }
    if (!keeps) {
        if (isScan())
            settleScanned(id, fetched.head, fetched.bytes);
        else
            skip(id, SkipReason::Type);
        co_return;
    }
    if (wasGood && m_log.at(id).suspicion != Suspicion::None) {
        --m_filesBeingSaved;
        m_bytesBeingSaved -= fetched.bytes;
        settleSuspect(id, fetched);
        endAtLimit();
        co_return;
    }
    const StoredLanding landing = landingOf(id, *sink, fetched);
    Filing filing;
    if (before)
        filing.before = FiledBefore{
            pathFromText(before->path), before->size, before->hash, m_shared.contains(id)};
    filing.note = m_keeper.noteFor(landing);
    filing.modified = modifiedTime(landing.saved.lastModified, QDateTime::currentSecsSinceEpoch());
    filing.mayBeCut = !fetched.verified;
    const FileResult result = co_await sink->commit(std::move(filing));
    --m_filesBeingSaved;
    m_bytesBeingSaved -= fetched.bytes;
    if (const auto *error = std::get_if<SaveError>(&result)) {
        shelve(id, *sink);
        settleSaveError(id, *error);
        endAtLimit();
        co_return;
    }
    const Filed &filed = std::get<Filed>(result);
    if (filed.how == Filed::How::Cut) {
        settleCut(id, fetched, *before);
        endAtLimit();
        co_return;
    }
    if (!sink->plan().read)
        m_traps.noteFile(m_log, id, filed.hash);
    settleFiled(id, landing, filed);
    if (before && before->path != filed.path.joined())
        m_naming->leave(*before);
    if (sink->wasTooLargeToRead())
        m_log.update(id, [](Record &record) {
            record.detail = QStringLiteral("too large to be read for links");
        });
    startSettled(id);
    endAtLimit();
}

/// Of the file that is here only the beginning came. That is no newer version of it.
void Crawler::settleCut(RecordId id, const Fetched &fetched, const StoredFile &before)
{
    FetchFailure failure;
    failure.reason = FailReason::Incomplete;
    failure.canHeal = true;
    failure.status = fetched.head.status;
    failure.detail = QStringLiteral("%1 of %2 bytes").arg(fetched.bytes).arg(before.size);
    settleRequestFailure(id, failure, Clock::now());
}

/// It is probably a login or says that there is no such page: that takes no good file's place.
void Crawler::settleSuspect(RecordId id, const Fetched &fetched)
{
    FetchFailure failure;
    failure.reason = FailReason::InvalidResponse;
    failure.status = fetched.head.status;
    failure.detail = QStringLiteral("a page in the place of what it was");
    settleRequestFailure(id, failure, Clock::now());
}

Task<void> Crawler::readLinks(RecordId id, QByteArray body, ResponseHead head)
{
    Document document{body, head.header("content-type"), m_log.address(id)};
    const RecordId above = m_log.referrer(id);
    const Address referrer = above == noRecord ? Address() : m_log.address(above);
    // In an update it may be asked for before what redirects there.
    const Address cameFrom = isRedirectTarget(m_log.at(id)) ? referrer : Address();
    auto work = [document = std::move(document), referrer, cameFrom,
                    need = m_traps.printNeed(m_log, id)] {
        return readPage(document, referrer, cameFrom, need);
    };
    const ReadPage page = co_await runOnPool(m_parts.pool, std::move(work));
    if (m_log.at(id).suspicion != page.suspicion)
        m_log.update(id, [&](Record &record) { record.suspicion = page.suspicion; });
    const Discovery &discovery = page.discovery;
    m_traps.beginPage(m_log, id, page.print);
    const bool pageNofollow = discovery.pageNofollow || forbidsFollowing(head);
    int admitted = 0;
    for (const Link &link : discovery.links) {
        // Pause, Stop and the reports come in between, however many links there are.
        if (++admitted % linksPerTurn == 0)
            co_await sleepFor(betweenTurns);
        Candidate candidate;
        candidate.address = link.address;
        candidate.kind = link.kind;
        candidate.found = link.found;
        candidate.referrer = id;
        candidate.depth = m_log.depth(id) + (link.kind == LinkKind::Requisite ? 0 : 1);
        candidate.nofollow = link.nofollow || pageNofollow;
        admit(candidate);
    }
    m_traps.endPage(m_log, id);
}

void Crawler::readHeaderLinks(RecordId id, const ResponseHead &head)
{
    const Address address = m_log.address(id);
    const auto admitAll = [&](const std::vector<Link> &links) {
        for (const Link &link : links) {
            const int clicks = link.kind == LinkKind::Requisite ? 0 : 1;
            admit({link.address, link.kind, link.found, id, m_log.depth(id) + clicks,
                link.nofollow || forbidsFollowing(head)});
        }
    };
    admitAll(linkHeaderLinks(head.header("link"), address));
    admitAll(refreshHeaderLinks(head.header("refresh"), address));
    admitAll(contentLocationLinks(head.header("content-location"), address));
}

bool Crawler::reachesLimit(qint64 bytes) const
{
    const Totals totals = m_log.totals();
    return (m_job.maxFiles && totals.saved + m_filesBeingSaved >= *m_job.maxFiles)
        || (m_job.maxTotalSize && totals.bytes + m_bytesBeingSaved + bytes > *m_job.maxTotalSize);
}

void Crawler::endAtLimit()
{
    if (m_limitReached && m_filesBeingSaved == 0)
        end({true, std::nullopt});
}

void Crawler::settleDeclined(RecordId id, BodySink &sink, const Declined &declined)
{
    m_log.update(id, [&](Record &record) {
        record.status = quint16(declined.head.status);
        // What is saved of it stays, and stays what it is.
        if (record.path.isEmpty())
            record.type = mimeEssence(declined.head.header("content-type"));
    });
    if (sink.error()) {
        shelve(id, sink);
        settleSaveError(id, *sink.error());
        return;
    }
    m_limitReached = m_limitReached || sink.isOutOfRoom();
    if (sink.isOutOfRoom()) {
        endAtLimit();
        return;
    }
    sink.discard();
    if (isScan()) {
        const bool isPacked = declined.head.hasHeader("content-encoding");
        const BodyLength length = bodyLength(declined.head);
        settleScanned(id, declined.head, isPacked ? -1 : length.bytes);
        return;
    }
    skip(id, sink.isTooLarge() ? SkipReason::Size : SkipReason::Type);
}

void Crawler::settleSaveError(RecordId id, const SaveError &error)
{
    if (error.fault) {
        meetDiskFault(id, *error.fault);
        return;
    }
    FetchFailure failure;
    failure.reason = FailReason::Name;
    failure.detail = error.detail;
    settleFailure(id, failure);
}

void Crawler::skip(RecordId id, SkipReason reason)
{
    m_log.update(id, [&](Record &record) {
        record.state = RecordState::Skipped;
        record.skip = reason;
        record.suspicion = Suspicion::None;
    });
    if (reason == SkipReason::Trap)
        m_traps.park(m_log, id);
    else
        m_traps.leave(id);
    startSettled(id);
}

void Crawler::startSettled(RecordId id)
{
    if (!isStart(id))
        return;
    m_currentStart = noRecord;
    m_startEnded.ring();
}

} // namespace gleaner
