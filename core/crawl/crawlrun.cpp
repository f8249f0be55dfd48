// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlrun.h"

namespace gleaner
{

CrawlRun::CrawlRun(
    const CrawlJob &job, Crawler::Listener listener, std::shared_ptr<CrawlShare> share)
    : m_share(std::move(share))
    , m_writer(job.directory)
    , m_cookies(job.cookies)
    , m_fetcher(m_pool, m_share->rateLimit(), &m_cookies, job.network, &m_share->flood())
    , m_guard(m_fetcher, job.starts,
          [this](const Address &address, std::chrono::milliseconds timeout) {
              return m_fetcher.resolve(address, timeout);
          })
    , m_crawler(job, {m_guard, m_writer, m_pool, &m_cookies, m_share->lanes()}, std::move(listener))
{
    m_share->setRate(*this, job.rateLimit);
}

CrawlRun::~CrawlRun()
{
    m_share->forget(*this);
}

void CrawlRun::setRateLimit(std::optional<qint64> rate)
{
    m_share->setRate(*this, rate);
}

} // namespace gleaner
