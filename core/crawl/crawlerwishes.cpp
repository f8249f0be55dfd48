// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawler.h"

#include "core/crawl/jobfile.h"
#include "core/crawl/restoredlog.h"
#include "core/task/sleep.h"

#include <algorithm>

// What a person changes while it runs: other rules for all that is known, another try for what has
// failed. One after the other and in slices, once the starts have answered and what an earlier run
// has left is taken up.
//
// The frontier holds an address once at most, and whatever leaves it is judged by the rules of
// that moment. So it does not matter where an address was when the rules changed: queued, held for
// robots.txt, between two tries, or at work and put back later. What is at work is finished.

namespace gleaner
{

namespace
{

/// Each is compared with every address that is found.
constexpr qsizetype mostBranchesFirst = 16;

} // namespace

void Crawler::setRules(const CrawlRules &rules)
{
    // For what is found from now on at once; what is known is judged in its turn.
    gleaner::setRules(m_job, rules);
    m_scope.setRules(rules);
    m_changedJob = toJson(m_job);
    m_toStore.ring();
    addWish({Wish::Kind::JudgeAll, {}});
}

void Crawler::retry(std::vector<RecordId> ended)
{
    addWish({Wish::Kind::RetryThose, std::move(ended)});
}

void Crawler::skip(std::vector<RecordId> unwanted)
{
    // Everything waits for a start, wishes too.
    if (m_currentStart != noRecord && std::ranges::count(unwanted, m_currentStart) > 0)
        skipForPerson(m_currentStart);
    addWish({Wish::Kind::SkipThose, std::move(unwanted)});
}

void Crawler::retryFailed()
{
    addWish({Wish::Kind::RetryAll, {}});
}

void Crawler::prefer(std::vector<RecordId> those, const QByteArrayList &branches)
{
    for (const QByteArray &branch : branches) {
        m_branchesFirst.removeAll(branch);
        m_branchesFirst.append(branch);
    }
    m_branchesFirst.remove(0, std::max<qsizetype>(m_branchesFirst.size() - mostBranchesFirst, 0));
    std::erase_if(those, [this](RecordId id) { return id >= m_log.size(); });
    m_frontier.prefer(those);
    m_mayTake.ring();
}

bool Crawler::isInPreferredBranch(RecordId id) const
{
    return std::ranges::any_of(
        m_branchesFirst, [address = m_log.addressBytes(id)](const QByteArray &branch) {
            return address.startsWith(branch);
        });
}

void Crawler::tryConnection()
{
    m_triesConnection = true;
}

void Crawler::releaseTrap(TrapNumber number)
{
    // Nothing else is set aside for it from now on, whatever becomes of those.
    std::vector<RecordId> parked = m_traps.release(number);
    m_toStore.ring();
    addWish({Wish::Kind::ReleaseThose, std::move(parked)});
}

void Crawler::addWish(Wish wish)
{
    m_wishes.push_back(std::move(wish));
    m_wished.ring();
}

Task<void> Crawler::serveWishes()
{
    for (;;) {
        while (!m_wishes.empty()) {
            // Its place stays taken until it is served: so long the run does not end.
            const Wish wish = std::move(m_wishes.front());
            const bool namesThem =
                wish.kind != Wish::Kind::JudgeAll && wish.kind != Wish::Kind::RetryAll;
            const size_t count = namesThem ? wish.those.size() : m_log.size();
            for (size_t i = 0; i < count; ++i) {
                if (i % linksPerTurn == linksPerTurn - 1)
                    co_await sleepFor(betweenTurns);
                const RecordId id = namesThem ? wish.those[i] : RecordId(i);
                if (id < m_log.size())
                    serve(wish.kind, id);
            }
            m_wishes.pop_front();
            m_mayTake.ring();
            wakeReport();
        }
        co_await m_wished;
    }
}

void Crawler::serve(Wish::Kind kind, RecordId id)
{
    const RecordState state = m_log.state(id);
    switch (kind) {
    case Wish::Kind::JudgeAll:
    case Wish::Kind::ReleaseThose:
        judgeAnew(id);
        return;
    case Wish::Kind::RetryAll:
        if (state == RecordState::Failed)
            tryAnew(id);
        return;
    case Wish::Kind::RetryThose:
        // Who names what a person has skipped takes that back.
        if (state == RecordState::Failed
            || (state == RecordState::Skipped && m_log.skipReason(id) == SkipReason::User))
            tryAnew(id);
        return;
    case Wish::Kind::SkipThose:
        skipForPerson(id);
        return;
    }
}

/// As the rules are now, by where it was found.
Verdict Crawler::verdictOf(const Record &record) const
{
    const Verdict left = isLeftAlone(record) ? Verdict(SkipReason::Unticked) : std::nullopt;
    if (isTyped(record) || isStart(record.id))
        return left;
    const bool isNofollow =
        record.state == RecordState::Skipped && record.skip == SkipReason::Nofollow;
    const Candidate candidate{
        record.address, record.kind, record.found, record.referrer, record.depth, isNofollow};
    // What an earlier run has had is looked at again, whatever it was the beginning of.
    const bool wasHad = !record.path.isEmpty();
    // What the pages said by which it was recognised may be forgotten.
    if (!wasHad && m_traps.groups().isParked(record.id))
        return m_scope.check(candidate).value_or(SkipReason::Trap);
    const Verdict verdict = wasHad ? m_scope.check(candidate) : judge(candidate, record.id);
    return verdict ? verdict : left;
}

void Crawler::judgeAnew(RecordId id)
{
    switch (m_log.state(id)) {
    case RecordState::Waiting:
    case RecordState::Retrying:
        skipIfUnwanted(id);
        return;
    case RecordState::Skipped: {
        const SkipReason reason = m_log.skipReason(id);
        if (isByScope(reason) || reason == SkipReason::Type)
            takeUp(id);
        return;
    }
    default:
        return;
    }
}

bool Crawler::skipIfUnwanted(RecordId id)
{
    const Verdict verdict = verdictOf(m_log.at(id));
    if (!verdict)
        return false;
    m_retries.remove(id);
    skip(id, *verdict);
    return true;
}

void Crawler::tryAnew(RecordId id)
{
    // What was not to be had before may be there now, and then so may its rules.
    const QByteArray origin = m_log.address(id).origin();
    const auto robots = m_robots.constFind(origin);
    if (robots != m_robots.cend() && robots->dead && robots->rules)
        m_robots.erase(robots);
    m_cookieWalls.remove(id);
    m_log.update(id, [](Record &record) { waitAsNew(record); });
    enqueue(id);
}

void Crawler::skipForPerson(RecordId id)
{
    const RecordState state = m_log.state(id);
    if (isFinal(state) || state == RecordState::ReadingLinks)
        return;
    leaveRest(id);
    m_retries.remove(id);
    skip(id, SkipReason::User);
    // Posted where it runs; its frame then finds that it has ended.
    if (Fetching *fetching = m_fetching.value(id))
        fetching->cancel();
}

} // namespace gleaner
