// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawler.h"

#include "core/crawl/heldsession.h"
#include "core/crawl/jobfile.h"
#include "core/crawl/namepass.h"
#include "core/crawl/rewritepass.h"
#include "core/crawl/sessionvalues.h"
#include "core/task/sleep.h"

#include <algorithm>

// What earlier runs have left, and how this one goes on with it.

namespace gleaner
{

Task<bool> Crawler::openSession()
{
    const auto error = co_await m_keeper.open();
    if (error) {
        end({false, error->fault});
        co_return false;
    }
    const StoredSession rest = m_keeper.takeStored();
    restore(m_keeper.takeLog(), rest);
    m_shelf.load(rest.parts);
    addStarts();
    co_return true;
}

void Crawler::restore(RestoredLog restored, const StoredSession &rest)
{
    m_log = std::move(restored.log);
    m_isUpdate = restored.isUpdate;
    m_toResume = std::move(restored.toResume);
    m_shared = std::move(restored.shared);
    m_growth.setAsked(rest.values.value(sessionvalue::asked));
    m_growth.setBefore(restored.files, restored.bytes, restored.isUpdate);
    if (m_job.depth) {
        for (const StoredLinks &links : rest.links) {
            if (links.source >= m_log.size())
                continue;
            for (const Onward &link : unpackedLinks(links.targets, RecordId(m_log.size())))
                m_onward.add(links.source, link);
        }
    }
    if (!m_isUpdate) {
        for (RecordId id = 0; id < m_log.size(); ++id) {
            if (m_log.state(id) != RecordState::Redirected)
                continue;
            if (const auto target = m_log.find(m_log.at(id).target))
                m_redirectsTo.insert(id, *target);
        }
        const auto moved = startsFromText(rest.values.value(sessionvalue::movedStarts));
        for (size_t i = 0; i < std::min(moved.size(), m_job.starts.size()); ++i)
            m_scope.moveStart(m_job.starts[i], moved[i]);
    }
    if (m_parts.cookies) {
        for (const Cookie &cookie : unpackedCookies(rest.values.value(sessionvalue::cookies)))
            m_parts.cookies->add(cookie);
        // What the person brings this time is newer.
        for (const Cookie &cookie : m_job.cookies)
            m_parts.cookies->add(cookie);
    }
    m_naming->loadLeft(rest.values.value(sessionvalue::left));
    m_traps.unpack(rest.values.value(sessionvalue::traps));
    for (const TrapNumber number : m_job.releasedTraps)
        m_traps.release(number);
    for (RecordId id = 0; id < m_log.size(); ++id) {
        m_traps.noteAddress(m_log, id);
        if (m_log.state(id) == RecordState::Skipped && m_log.skipReason(id) == SkipReason::Trap)
            m_traps.parkAgain(m_log, id);
    }
    m_valuesStored = rest.values;
    // Another one has been written since.
    m_valuesStored.remove(sessionvalue::job);
    for (const ParkedLane &lane : unpackedLanes(rest.values.value(sessionvalue::lanes)))
        m_frontier.lanes().park(lane.origin, lane.wait, Clock::now(), Clock::now());
    applyTicks();
}

void Crawler::addStarts()
{
    for (const Address &start : m_job.starts) {
        const auto added = m_log.add(start, LinkKind::Navigation, {"start", ""}, noRecord, 0);
        RecordId id = added.id;
        for (int hop = 0; hop < longestRedirectChain && m_redirectsTo.contains(id); ++hop)
            id = m_redirectsTo.value(id);
        if (isFinal(m_log.state(id)) || std::ranges::count(m_startsToCome, id) > 0)
            continue;
        leaveRest(id);
        m_startsToCome.push_back(id);
    }
}

bool Crawler::leaveRest(RecordId id)
{
    if (!isToResume(id))
        return false;
    m_toResume[id] = false;
    return true;
}

Task<void> Crawler::takeUpRest()
{
    int taken = 0;
    for (RecordId id = 0; id < m_toResume.size(); ++id) {
        if (!leaveRest(id))
            continue;
        takeUp(id);
        if (++taken % linksPerTurn == 0)
            co_await sleepFor(betweenTurns);
    }
    m_toResume.clear();
}

bool Crawler::isFirstStartHad() const
{
    if (m_scope.starts().empty())
        return false;
    const auto start = m_log.find(m_scope.starts().front());
    if (!start)
        return true;
    const Record record = m_log.at(*start);
    return record.state != RecordState::Failed && record.suspicion == Suspicion::None;
}

Task<void> Crawler::finish(Ending ending)
{
    // Whoever stops it does not want to wait for a slow disk: what is not known to be safe is
    // looked at by the next run.
    const auto isStopping = [this] { return m_phase == CrawlPhase::Stopping; };
    const bool isWhole =
        !ending.fault && (m_log.totals().waiting == 0 || (ending.limitReached && !isStopping()));
    const auto durability = isWhole ? Durability::Synced : Durability::AtOnce;
    auto error = co_await store(durability);
    // Names depend on where the first start is: if it cannot be had there, it will not stay there.
    if (isWhole && !isStopping() && !error && isFirstStartHad()) {
        const QByteArray origin = m_scope.starts().front().origin();
        error = co_await m_naming->run(m_job.names, origin);
    }
    if (error && !ending.fault)
        ending.fault = error->fault;
    // Of an update only links are left to do then, and they are finished without the network.
    if (!ending.fault && m_isUpdate && m_log.totals().waiting == 0)
        error = co_await m_keeper.clear(sessionvalue::updating);
    if (isWhole && !isStopping() && !ending.fault) {
        const auto unwritten = co_await rewriteLinks();
        if (unwritten)
            ending.fault = unwritten->fault;
    }
    // Last of all: what ends before this is looked at more closely by the next run.
    if (!ending.fault || ending.fault->kind != DiskFaultKind::SessionOutOfReach)
        error = co_await m_keeper.clear(sessionvalue::openSince);
    if (error && !ending.fault)
        ending.fault = error->fault;
    std::optional<qint64> versionsKept;
    if (m_job.oldVersions == OldVersions::Kept)
        versionsKept = co_await m_keeper.versionsKept();
    const bool isDone = !m_rewriting || !m_rewriting->wasStopped();
    // Posted: whoever hears of the end may destroy this, and with it the frame that runs here.
    m_inbox.door().post([this, ending, isDone, versionsKept] {
        Batch last = m_log.takeBatch();
        last.phase = m_phase = isDone && last.totals.waiting == 0 && !ending.fault
            ? CrawlPhase::Finished
            : CrawlPhase::Stopped;
        last.moved = m_naming->takeMoved();
        last.traps = m_traps.takeChanged(TrapGroups::mostGroups + TrapKinds);
        last.limitReached = ending.limitReached;
        last.fault = ending.fault;
        last.versionsKept = versionsKept;
        last.session = m_keeper.id();
        m_listener(last);
    });
}

Task<std::optional<SaveError>> Crawler::rewriteLinks()
{
    if (!m_keeper.isKept() || m_keeper.id().isEmpty())
        co_return std::nullopt;
    m_rewriting = std::make_unique<RewritePass>(
        m_keeper.held(), m_parts.writer, m_parts.pool, m_sharedLog, m_job.links);
    auto error = co_await m_rewriting->run();
    co_return error;
}

void Crawler::takeUp(RecordId id)
{
    const Record record = m_log.at(id);
    const bool wasSkipped = record.state == RecordState::Skipped;
    const Verdict verdict = verdictOf(record);
    if (verdict && wasSkipped && *verdict == record.skip) {
        // Let go by one group, it may belong to another.
        if (*verdict == SkipReason::Trap)
            m_traps.park(m_log, id);
        return;
    }
    if (verdict) {
        skip(id, *verdict);
        return;
    }
    enqueueAnew(id);
}

/// Also if it was skipped.
void Crawler::enqueueAnew(RecordId id)
{
    m_traps.leave(id);
    if (m_log.state(id) == RecordState::Skipped)
        m_log.update(id, [](Record &record) { waitAsNew(record); });
    enqueue(id);
}

} // namespace gleaner
