// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlrun.h"

namespace gleaner
{

CrawlRun::CrawlRun(const CrawlJob &job, Crawler::Listener listener)
    : m_writer(job.directory)
    , m_fetcher(job.network)
    , m_guard(m_fetcher, job.starts,
          [this](const Address &address, std::chrono::milliseconds timeout) {
              return m_fetcher.resolve(address, timeout);
          })
    , m_crawler(job, {m_guard, m_writer, m_pool}, std::move(listener))
{
}

} // namespace gleaner
