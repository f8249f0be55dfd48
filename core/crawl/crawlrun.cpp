// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlrun.h"

namespace gleaner
{

CrawlRun::CrawlRun(const CrawlJob &job, Crawler::Listener listener,
    std::shared_ptr<CrawlShare> share, RecentAnswers *answers)
    : m_share(std::move(share))
    , m_listener(std::move(listener))
    , m_writer(job.directory)
    , m_cookies(job.cookies)
    , m_fetcher(m_pool, m_share->rateLimit(), &m_cookies, job.network, &m_share->flood())
    , m_guard(m_fetcher, job.starts,
          [this](const Address &address, std::chrono::milliseconds timeout) {
              return m_fetcher.resolve(address, timeout);
          })
    , m_archive(job.archiving == Archiving::Warc
              ? std::make_unique<WarcArchive>(m_writer, m_pool, job)
              : nullptr)
    , m_archiving(m_archive ? std::make_unique<ArchivingFetcher>(m_guard, *m_archive) : nullptr)
    , m_crawler(job, {fetcher(), m_writer, m_pool, &m_cookies, m_share->lanes(), answers},
          [this](const Batch &batch) { told(batch); })
{
    m_share->setRate(*this, job.rateLimit);
}

CrawlRun::~CrawlRun()
{
    m_share->forget(*this);
}

Fetcher &CrawlRun::fetcher()
{
    if (m_archiving)
        return *m_archiving;
    return m_guard;
}

void CrawlRun::told(const Batch &batch)
{
    // Whoever hears of the end finds the WARC file under its name as soon as the disk is done.
    const bool hasEnded = batch.phase == CrawlPhase::Finished || batch.phase == CrawlPhase::Stopped;
    if (m_archive && hasEnded)
        m_archive->finish(batch.totals);
    m_listener(batch);
}

void CrawlRun::setRateLimit(std::optional<qint64> rate)
{
    m_share->setRate(*this, rate);
}

} // namespace gleaner
