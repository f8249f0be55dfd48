// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawler.h"

#include "core/net/descriptors.h"

#include <algorithm>

// How many are at work, and what pauses it: a person, a disk that refuses, or its own size.

namespace gleaner
{

int Crawler::sideRequestsAtOnce()
{
    // Many, because a host that does not answer keeps one of them for long.
    return std::min(16, mostConnections());
}

void Crawler::pause()
{
    if (m_phase != CrawlPhase::Running || m_isEnding)
        return;
    m_phase = CrawlPhase::Paused;
    // No new item begins; those that run are finished.
    m_pipeliner.setWorkerCount(0);
    m_sideRequests.setWorkerCount(0);
    m_frontier.lanes().stopWaiting();
    if (m_acknowledged)
        flush();
}

void Crawler::resume()
{
    if (m_phase != CrawlPhase::Paused)
        return;
    if (m_fault)
        m_tasks.spawn(tryDiskAgain());
    else
        goOn();
}

void Crawler::goOn()
{
    m_phase = CrawlPhase::Running;
    m_growth.answer();
    m_pipeliner.setWorkerCount(m_workers);
    m_sideRequests.setWorkerCount(sideRequestsAtOnce());
    m_mayTake.ring();
    m_toStore.ring();
    wakeReport();
}

void Crawler::setWorkerCount(int count)
{
    m_workers = std::min(std::clamp(count, minimumWorkers, maximumWorkers), mostConnections());
    if (m_phase == CrawlPhase::Running)
        m_pipeliner.setWorkerCount(m_workers);
    m_mayTake.ring();
    wakeReport();
}

void Crawler::meetDiskFault(RecordId id, const DiskFault &fault)
{
    // Not this address's fault: it waits, like everything else, until the disk is mended.
    if (m_job.onDiskFault == DiskFaultPolicy::Pause)
        waitAgain(id);
    meetDiskFault(fault);
}

void Crawler::meetDiskFault(const DiskFault &fault)
{
    if (m_job.onDiskFault == DiskFaultPolicy::End) {
        end({false, fault});
        return;
    }
    // Those that were at work meet the same fault; one message is enough.
    if (m_fault || hasEnded())
        return;
    m_fault = fault;
    ++m_diskPauses;
    pause();
    wakeReport();
}

Task<void> Crawler::tryDiskAgain()
{
    const auto error = co_await m_parts.writer.reopen();
    if (m_phase != CrawlPhase::Paused)
        co_return;
    if (error && error->fault) {
        m_fault = error->fault;
        ++m_diskPauses;
        wakeReport();
        co_return;
    }
    m_fault.reset();
    goOn();
}

void Crawler::askIfLarge()
{
    if (!m_growth.isDue(m_log.totals()))
        return;
    // Posted: a pause is told at once, and the address that is being settled is not done yet.
    m_inbox.door().post([this] {
        pause();
        wakeReport();
    });
}

} // namespace gleaner
