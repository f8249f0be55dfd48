// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlrun.h"

namespace gleaner
{

CrawlRun::CrawlRun(const CrawlJob &job, Crawler::Listener listener)
    : m_writer(job.directory)
    , m_rateLimit(job.rateLimit)
    , m_cookies(job.cookies)
    , m_fetcher(m_pool, m_rateLimit, &m_cookies, job.network)
    , m_guard(m_fetcher, job.starts,
          [this](const Address &address, std::chrono::milliseconds timeout) {
              return m_fetcher.resolve(address, timeout);
          })
    , m_crawler(job, {m_guard, m_writer, m_pool, &m_cookies}, std::move(listener))
{
}

void CrawlRun::setRateLimit(std::optional<qint64> rate)
{
    m_rateLimit.setRate(rate, Clock::now());
}

} // namespace gleaner
