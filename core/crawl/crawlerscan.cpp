// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawler.h"

#include "core/crawl/jobfile.h"
#include "core/crawl/placement.h"
#include "core/crawl/restoredlog.h"

#include <algorithm>

// A scan, and what is ticked after it.
//
// In a scan pages are fetched for their links, and dropped; of everything else only the head is
// asked for, which says type and size. What is known that way ends as skipped, Unticked. When a
// person has ticked some of it, a run begins in which these wait and nothing else does: ticked is
// what is not Unticked. So a session needs no list of its own to remember it by, and what is found
// anew stays unticked, unless a ticked page needs it and that is wanted.

namespace gleaner
{

namespace
{

/// Servers that do not know HEAD, or do not want it, say nothing about the address with that.
bool isAboutHead(int status)
{
    return status == 400 || status == 403 || status == 405 || status == 501;
}

/// It is known from a scan, and nobody has ticked it.
bool isListed(const CrawlLog &log, RecordId id)
{
    return log.state(id) == RecordState::Skipped && log.skipReason(id) == SkipReason::Unticked;
}

} // namespace

bool Crawler::asksForHeadOnly(RecordId id) const
{
    if (!isScan())
        return false;
    const auto type = fileTypeByExtension(m_log.address(id));
    return type && *type != FileType::Pages;
}

void Crawler::settleScanned(RecordId id, const ResponseHead &head, qint64 bytes)
{
    const Address address = m_log.address(id);
    const QByteArray type = head.header("content-type");
    noteOffer(m_log, id, head);
    m_log.update(id, [&](Record &record) {
        record.status = quint16(head.status);
        // What is saved of it stays what it is.
        if (!record.path.isEmpty())
            return;
        record.type = mimeEssence(type);
        record.bytes = bytes;
    });
    const bool isTooLarge = m_job.maxFileSize && bytes > *m_job.maxFileSize;
    skip(id,
        !m_job.types.keeps(type, address) ? SkipReason::Type
            : isTooLarge                  ? SkipReason::Size
                                          : SkipReason::Unticked);
}

bool Crawler::settleRefusedHead(RecordId id, const FetchFailure &failure)
{
    if (!asksForHeadOnly(id) || !isAboutHead(failure.status))
        return false;
    noteAnswer(id);
    settleScanned(id, {}, -1);
    return true;
}

Verdict Crawler::judgeFound(const Candidate &candidate, RecordId id) const
{
    if (const Verdict verdict = judge(candidate, id))
        return verdict;
    switch (m_job.purpose) {
    case Purpose::Download:
        return std::nullopt;
    case Purpose::Scan:
        return isListed(m_log, id) ? Verdict(SkipReason::Unticked) : std::nullopt;
    case Purpose::Ticked:
    case Purpose::TickedWithRequisites:
        break;
    }
    // A redirect's target stands for what was ticked.
    const bool isMeant = candidate.found.element == QByteArrayView("redirect")
        || (m_job.purpose == Purpose::TickedWithRequisites
            && candidate.kind == LinkKind::Requisite);
    const bool isForTicked =
        candidate.referrer != noRecord && m_log.state(candidate.referrer) != RecordState::Skipped;
    return isMeant && isForTicked ? std::nullopt : Verdict(SkipReason::Unticked);
}

bool Crawler::isLeftAlone(const Record &record) const
{
    if (record.state != RecordState::Skipped || m_job.purpose == Purpose::Download)
        return false;
    return isOfTicked(m_job.purpose) || record.skip == SkipReason::Unticked;
}

void Crawler::applyTicks()
{
    if (m_job.ticked.empty())
        return;
    std::vector<bool> isTicked(m_log.size(), false);
    for (const quint32 id : m_job.ticked) {
        if (id < isTicked.size())
            isTicked[id] = true;
    }
    m_toResume.resize(m_log.size(), false);
    for (RecordId id = 0; id < m_log.size(); ++id) {
        const RecordState state = m_log.state(id);
        if (isTicked[id] && (isListed(m_log, id) || state == RecordState::Failed)) {
            m_log.update(id, [](Record &record) { waitAsNew(record); });
            m_toResume[id] = true;
        } else if (!isTicked[id] && !isFinal(state)) {
            m_toResume[id] = false;
            skip(id, SkipReason::Unticked);
        }
    }
    m_job.ticked.clear();
    // In one transaction with the records: until then the session is the scan's.
    m_changedJob = toJson(m_job);
    m_toStore.ring();
}

} // namespace gleaner
