// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/archivingfetcher.h"
#include "core/crawl/crawler.h"
#include "core/crawl/crawlshare.h"
#include "core/crawl/warcarchive.h"
#include "core/net/cookiejar.h"
#include "core/net/guardedfetcher.h"
#include "core/net/networkfetcher.h"
#include "core/save/diskwriter.h"

#include <QThreadPool>

namespace gleaner
{

/// One job with everything it runs on: network, disk, pool and crawler, in the thread that makes
/// it, which needs an event loop. Destroying it ends the job.
class CrawlRun
{
public:
    /// `share` is what it has in common with others in this thread; without it there are none. Into
    /// `answers`, which outlives this, go heads for who looks on; null: nobody does.
    CrawlRun(const CrawlJob &job, Crawler::Listener listener,
        std::shared_ptr<CrawlShare> share = std::make_shared<CrawlShare>(),
        RecentAnswers *answers = nullptr);
    ~CrawlRun();
    Q_DISABLE_COPY_MOVE(CrawlRun)

    /// Bytes per second over all workers; nothing is no limit. While it runs, too.
    void setRateLimit(std::optional<qint64> rate);
    Crawler &crawler() { return m_crawler; }

private:
    void told(const Batch &batch);
    Fetcher &fetcher();

    std::shared_ptr<CrawlShare> m_share;
    const Crawler::Listener m_listener;
    QThreadPool m_pool;
    DiskWriter m_writer;
    CookieJar m_cookies;
    NetworkFetcher m_fetcher;
    GuardedFetcher m_guard;
    std::unique_ptr<WarcArchive> m_archive; ///< if the job wants one
    std::unique_ptr<ArchivingFetcher> m_archiving;
    Crawler m_crawler;
};

} // namespace gleaner
