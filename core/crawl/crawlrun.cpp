// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlrun.h"

namespace gleaner
{

CrawlRun::CrawlRun(const CrawlJob &job, Crawler::Listener listener)
    : m_writer(job.directory)
    , m_rateLimit(job.rateLimit)
    , m_fetcher(m_pool, m_rateLimit)
    , m_crawler(job, {m_fetcher, m_writer, m_pool}, std::move(listener))
{
}

void CrawlRun::setRateLimit(std::optional<qint64> rate)
{
    m_rateLimit.setRate(rate, Clock::now());
}

} // namespace gleaner
