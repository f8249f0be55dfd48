// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawler.h"

// The way into the frontier: links, start addresses and redirects.

namespace gleaner
{

void Crawler::admit(const Candidate &candidate)
{
    const auto added = m_log.add(
        candidate.address, candidate.kind, candidate.found, candidate.referrer, candidate.depth);
    if (m_job.depth && candidate.referrer != noRecord && !candidate.nofollow)
        m_onward.add(candidate.referrer, {added.id, candidate.kind});
    if (!added.isNew) {
        improve(added.id, candidate);
        return;
    }
    m_traps.noteAddress(m_log, added.id);
    const Verdict verdict = judgeFound(candidate, added.id);
    // What nobody asks for leads nowhere, but for what a person has filtered out.
    const bool isElsewhere = verdict == SkipReason::Scope || verdict == SkipReason::Scheme
        || verdict == SkipReason::Trap || verdict == SkipReason::Nofollow;
    if (!isElsewhere && candidate.referrer != noRecord)
        m_traps.noteFound(m_log, candidate.referrer, candidate.address);
    if (verdict)
        skip(added.id, *verdict);
    else
        enqueue(added.id);
}

/// The one gate for what is found, as far as it can be known without asking its site.
Verdict Crawler::judge(const Candidate &candidate, RecordId id) const
{
    if (const Verdict verdict = m_scope.check(candidate))
        return verdict;
    // What has landed is here already.
    if (!m_keeper.hasLanding(candidate.address)
        && m_traps.holds(m_log, candidate.address, id, candidate.referrer))
        return SkipReason::Trap;
    return std::nullopt;
}

void Crawler::improve(RecordId id, const Candidate &candidate)
{
    std::vector<std::pair<RecordId, Candidate>> nearer{{id, candidate}};
    while (!nearer.empty()) {
        const auto [current, found] = std::move(nearer.back());
        nearer.pop_back();
        if (takeBack(current, found) || found.depth >= m_log.depth(current) || isUnfollowed(found))
            continue;
        m_log.moveNearer(current, found.depth);
        for (auto &next : onwardFrom(current, found.kind))
            nearer.push_back(std::move(next));
    }
}

/// What it is remembered to lead to, as it is found there now.
std::vector<std::pair<RecordId, Candidate>> Crawler::onwardFrom(RecordId id, LinkKind kind) const
{
    std::vector<std::pair<RecordId, Candidate>> onward;
    for (const Onward &link : m_onward.from(id)) {
        const Record next = m_log.at(link.target);
        const bool isClick = !link.isRedirect && link.kind != LinkKind::Requisite;
        onward.emplace_back(next.id,
            Candidate{next.address, link.isRedirect ? kind : link.kind, next.found, id,
                m_log.depth(id) + (isClick ? 1 : 0)});
    }
    return onward;
}

/// What was skipped for where it was found may be fetched for where it is found now.
bool Crawler::takeBack(RecordId id, const Candidate &better)
{
    if (m_log.state(id) != RecordState::Skipped)
        return false;
    const SkipReason reason = m_log.skipReason(id);
    // At the end of too many redirects, but linked as well.
    const bool wasTooFar = reason == SkipReason::Limit && m_redirectedFrom.contains(id);
    if (!isByScope(reason) && !wasTooFar)
        return false;
    const Verdict verdict = judgeFound(better, id);
    if (verdict && !isBetter(*verdict, better.depth, id))
        return false;
    if (wasTooFar)
        m_redirectedFrom.remove(id);
    m_log.update(id, [&](Record &changed) {
        changed.state = verdict ? RecordState::Skipped : RecordState::Waiting;
        changed.skip = verdict.value_or(changed.skip);
        changed.kind = better.kind;
        changed.found = better.found;
        changed.referrer = better.referrer;
        changed.depth = quint16(better.depth);
    });
    m_traps.leave(id);
    if (verdict == SkipReason::Trap)
        m_traps.park(m_log, id);
    if (!verdict) {
        m_takenBack.insert(id);
        enqueue(id);
    }
    return true;
}

/// A link that may be followed says more than one that may not, however far it is: a later run
/// may go as far. Else the nearer one does.
bool Crawler::isBetter(SkipReason verdict, int depth, RecordId skipped) const
{
    const bool isNofollow = verdict == SkipReason::Nofollow;
    if (isNofollow != (m_log.skipReason(skipped) == SkipReason::Nofollow))
        return !isNofollow;
    return depth < m_log.depth(skipped);
}

bool Crawler::isUnfollowed(const Candidate &found) const
{
    return m_scope.check(found) == Verdict(SkipReason::Nofollow);
}

void Crawler::followRedirect(RecordId id, const RedirectAnswer &redirect)
{
    const Record source = m_log.at(id);
    const auto fail = [&](FailReason reason, const QString &detail) {
        FetchFailure failure;
        failure.reason = reason;
        failure.status = redirect.status;
        failure.detail = detail;
        settleFailure(id, failure);
    };
    const auto target = source.address.resolve(redirect.location);
    if (!target)
        return fail(FailReason::InvalidResponse, QStringLiteral("invalid Location"));
    if (passesCookieWall(id, *target, redirect))
        return enqueue(id);

    const auto added = m_log.add(*target, source.kind, {"redirect", "location"}, id, source.depth);
    if (!added.isNew && isLoop(id, added.id))
        return fail(FailReason::RedirectLoop, QString());
    if (added.isNew)
        m_redirectedFrom.insert(added.id, id);
    if (hopsBefore(added.id) > longestRedirectChain) {
        if (added.isNew)
            skip(added.id, SkipReason::Limit);
        return fail(FailReason::RedirectLoop, QStringLiteral("more than 10 hops"));
    }

    const bool fromStart = isStart(id);
    const Candidate candidate{*target, source.kind, {"redirect", "location"}, id, source.depth};
    const bool downgrade = isDowngrade(source.address, *target);
    m_redirectsTo.insert(id, added.id);
    if (m_job.depth && !downgrade)
        m_onward.add(id, {added.id, source.kind, true});
    m_log.update(id, [&](Record &record) {
        record.state = RecordState::Redirected;
        record.suspicion = Suspicion::None;
        record.status = quint16(redirect.status);
        record.target = *target;
    });
    if (fromStart && target->isWeb() && !downgrade) {
        m_scope.moveStart(source.address, *target);
        // What the start stood for stands elsewhere now, but it is still the start.
        m_currentStart = added.id;
    }
    const Verdict verdict = downgrade ? SkipReason::Downgrade : judgeFound(candidate, added.id);
    // What is to come as a start of its own stays one, unless it is the start's target now.
    const bool wasToStart = isStart(added.id) && std::erase(m_startsToCome, added.id) > 0;
    const bool wasToResume = isStart(added.id) && leaveRest(added.id);
    // A start waits for nothing: what was kept for the end of the run is asked for now.
    const bool wasForTheEnd = isStart(added.id)
        && std::erase_if(m_lastPass, [&](const LastTry &last) { return last.id == added.id; }) > 0;
    if (!added.isNew && !wasToStart && !wasForTheEnd && !wasToResume) {
        if (!downgrade)
            improve(added.id, candidate);
    } else if (added.isNew && verdict && (!isStart(added.id) || *verdict == SkipReason::Limit)) {
        skip(added.id, *verdict);
    } else {
        // An earlier run may have skipped it, as something else than the start that it is now.
        enqueueAnew(added.id);
    }
    if (fromStart && m_currentStart != noRecord && isFinal(m_log.state(m_currentStart)))
        startSettled(m_currentStart);
}

/// Sites that want cookies send everybody to where he is, once, to see whether the cookie comes.
bool Crawler::passesCookieWall(RecordId id, const Address &target, const RedirectAnswer &redirect)
{
    if (!redirect.setsCookies || target != m_log.address(id) || m_cookieWalls.contains(id))
        return false;
    m_cookieWalls.insert(id);
    return true;
}

bool Crawler::isLoop(RecordId source, RecordId target) const
{
    // Forwards: every address of the loop may have been known before it redirected.
    for (RecordId id = target; id != source; id = m_redirectsTo.value(id)) {
        if (!m_redirectsTo.contains(id))
            return false;
    }
    return true;
}

int Crawler::hopsBefore(RecordId id) const
{
    int hops = 0;
    for (auto from = m_redirectedFrom.constFind(id); from != m_redirectedFrom.cend();
         from = m_redirectedFrom.constFind(*from))
        ++hops;
    return hops;
}

} // namespace gleaner
