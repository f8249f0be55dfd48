// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawler.h"

#include "core/net/retry.h"
#include "core/task/sleep.h"

#include <QDateTime>

#include <algorithm>

// What becomes of an address whose request failed, and what its host's lane learns from it.
//
// --tries counts requests. All but the last of them come after 1, 4, 16 s and so on; the last one
// is kept for the end of the run, when nothing else is left. A busy host (429, 503) is left alone
// for as long as it says, and these requests do not count: five of an address at most, and no more
// than five in a row of a host. With --tries 1 there is one request, whatever its answer. A host
// that has had ten troubles without an answer between them is given up: what waits for it waits
// for the end of the run, is tried once more there, and fails together at the first trouble.
//
// When this machine loses its network, nothing is asked for and nothing is counted until it has one
// again. That is known only of hosts that have answered in this run: their addresses have no route
// any more. Of others nobody can say whether they were ever there.

namespace gleaner
{

namespace
{

using namespace std::chrono_literals;

constexpr int mostFreeTries = 5;

LaneTrouble troubleOf(const FetchFailure &failure)
{
    switch (failure.reason) {
    case FailReason::Timeout:
    case FailReason::Slow:
        return LaneTrouble::Late;
    case FailReason::Dns:
    case FailReason::Refused:
    case FailReason::Reset:
    case FailReason::Proxy:
        return failure.status == 0 ? LaneTrouble::Unreachable : LaneTrouble::None;
    default:
        return isBusyStatus(failure.status) ? LaneTrouble::Busy : LaneTrouble::None;
    }
}

void noteReason(Record &record, const FetchFailure &failure)
{
    record.fail = failure.reason;
    record.tls = failure.tls;
    record.status = quint16(failure.status);
    record.detail = failure.detail;
}

} // namespace

void Crawler::noteAnswer(RecordId id)
{
    const Address &address = m_log.address(id);
    m_frontier.lanes().answered(address.origin());
    // Only what was there can go: on some networks the routes say nothing about what answers.
    if (!m_firstAnswer)
        m_firstAnswer = {address, m_parts.fetcher.hasRoute(address)};
    m_mayTake.ring();
}

bool Crawler::isOffline() const
{
    return m_firstAnswer && m_firstAnswer->hadRoute
        && !m_parts.fetcher.hasRoute(m_firstAnswer->address);
}

void Crawler::noteFailure(
    const QByteArray &origin, const FetchFailure &failure, Clock::time_point began)
{
    const LaneTrouble trouble = troubleOf(failure);
    const auto now = Clock::now();
    if (trouble == LaneTrouble::None)
        m_frontier.lanes().answered(origin);
    else if (trouble == LaneTrouble::Busy)
        m_frontier.lanes().park(origin, failure.retryAfter.value_or(usualRetryAfter), now, began);
    else
        m_frontier.lanes().troubled(origin, trouble, now, began);
}

void Crawler::settleRequestFailure(
    RecordId id, const FetchFailure &failure, Clock::time_point began)
{
    const Record record = m_log.at(id);
    const QByteArray origin = record.address.origin();
    if (troubleOf(failure) != LaneTrouble::None && isOffline()) {
        ++m_retries[id].free;
        tryAgain(id, failure, Clock::now());
        if (!std::exchange(m_offline, true))
            m_tasks.spawn(waitForNetwork());
        return;
    }
    noteFailure(origin, failure, began);
    const Lanes &lanes = m_frontier.lanes();

    Retry retry = m_retries.value(id);
    const bool isFree = troubleOf(failure) == LaneTrouble::Busy && m_job.tries > 1
        && retry.busy < mostFreeTries && lanes.parksInRow(origin) <= mostFreeTries;
    if (isFree) {
        ++retry.free;
        ++retry.busy;
        m_retries[id] = retry;
    }
    const int left = m_job.tries - (record.tries - retry.free);
    const bool isOver = !failure.canHeal || (!isFree && (retry.isLast || left <= 0));

    if (isOver) {
        settleFailure(id, failure);
    } else if (isFree) {
        tryAgain(id, failure, lanes.opensAt(origin));
    } else {
        const auto when =
            std::max(lanes.opensAt(origin), Clock::now() + retryDelay(record.tries - retry.free));
        const bool waitsForTheEnd = (left == 1 || lanes.isGivenUp(origin)) && !isStart(id);
        if (waitsForTheEnd)
            m_lastPass.push_back({id, when});
        tryAgain(id, failure, waitsForTheEnd ? std::nullopt : std::optional(when));
    }
    if (lanes.isGivenUp(origin))
        giveLaneUp(origin, failure);
}

void Crawler::settleFailure(RecordId id, const FetchFailure &failure)
{
    m_retries.remove(id);
    m_log.update(id, [&](Record &record) {
        record.state = RecordState::Failed;
        noteReason(record, failure);
        // Nothing good is given up for an error.
        record.kept = record.kept || !record.path.isEmpty();
        const bool isGone = failure.status == 404 || failure.status == 410;
        record.change = isGone && !record.path.isEmpty() ? Change::Gone : Change::None;
    });
    startSettled(id);
}

/// At that time; without one when nothing else is left.
void Crawler::tryAgain(
    RecordId id, const FetchFailure &failure, std::optional<Clock::time_point> when)
{
    m_log.update(id, [&](Record &record) {
        record.state = RecordState::Retrying;
        noteReason(record, failure);
        record.retryAt = 0;
        if (when) {
            const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*when - Clock::now());
            record.retryAt = QDateTime::currentMSecsSinceEpoch() + std::max(wait, 0ms).count();
        }
    });
    if (when)
        m_frontier.addAt(id, m_log.address(id).origin(), m_log.depth(id), *when);
}

Task<void> Crawler::waitForNetwork()
{
    m_triesConnection = false;
    while (isOffline() && !m_triesConnection)
        co_await sleepFor(routeInterval);
    m_offline = false;
    m_mayTake.ring();
    wakeReport();
}

void Crawler::giveLaneUp(const QByteArray &origin, const FetchFailure &failure)
{
    for (const RecordId id : m_frontier.takeAll(origin)) {
        if (isStart(id)) {
            // Everything waits for it, so it has all its tries at once.
            m_frontier.addAt(id, origin, 0, Clock::now());
        } else if (m_retries.value(id).isLast) {
            settleFailure(id, failure);
        } else {
            m_lastPass.push_back({id, m_frontier.lanes().opensAt(origin)});
            tryAgain(id, failure, std::nullopt);
        }
    }
}

bool Crawler::beginLastPass()
{
    if (m_lastPass.empty())
        return false;
    for (const LastTry &last : std::exchange(m_lastPass, {})) {
        m_retries[last.id].isLast = true;
        m_frontier.addAt(
            last.id, m_log.address(last.id).origin(), m_log.depth(last.id), last.notBefore);
    }
    return true;
}

} // namespace gleaner
