// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawler.h"
#include "core/net/guardedfetcher.h"
#include "tests/crawl/fakefetcher.h"
#include "tests/crawl/follower.h"
#include "tests/support/await.h"
#include "tests/support/filesbelow.h"

#include <QTemporaryDir>
#include <QThreadPool>

namespace gleaner::test
{

/// A crawl over a FakeFetcher into a temporary folder, followed to its end.
class Crawling
{
public:
    explicit Crawling(const QByteArrayList &starts = {"http://h/"})
    {
        for (const QByteArray &start : starts)
            job.starts.push_back(Address::parse(start).value());
        // So that what is asked for is what a test says; tst_crawlerrobots says otherwise.
        job.robots = RobotsPolicy::Ignore;
        job.directory = m_root.filePath(QStringLiteral("dl"));
    }

    void start()
    {
        m_writer.emplace(job.directory);
        Fetcher *fetcher = &web;
        if (resolver)
            fetcher = &m_guard.emplace(web, job.starts, resolver);
        m_crawler.emplace(
            job, Crawler::Parts{*fetcher, *m_writer, m_pool}, [this](const Batch &batch) {
                follower.take(batch);
                if (onBatch)
                    onBatch();
                if (acknowledges && !follower.ended())
                    acknowledge();
            });
        m_crawler->start();
    }
    void acknowledge()
    {
        follower.acknowledged = true;
        m_crawler->acknowledge();
    }
    /// Waits for the last batch and a little longer, in which nothing may come.
    bool finish()
    {
        if (!waitFor([this] { return follower.ended(); }))
            follower.problems.append("no end");
        for (int turn = 0; turn < 20; ++turn)
            QCoreApplication::processEvents();
        return follower.problems.isEmpty();
    }
    bool run()
    {
        start();
        return finish();
    }
    void destroy()
    {
        m_crawler.reset();
        m_writer.reset();
    }
    Crawler &crawler() { return *m_crawler; }

    /// Every file below the folder, sorted.
    QByteArrayList files() const { return filesBelow(job.directory); }
    QByteArray read(const QByteArray &name) const
    {
        QFile file(job.directory + u'/' + QFile::decodeName(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no such file");
    }
    QByteArray of(const QByteArray &address) const { return follower.of(address); }

    CrawlJob job;
    FakeFetcher web;
    Resolver resolver; ///< if set, the web lies behind a GuardedFetcher
    Follower follower;
    bool acknowledges = true;
    std::function<void()> onBatch;

private:
    QTemporaryDir m_root;
    QThreadPool m_pool;
    std::optional<DiskWriter> m_writer;
    std::optional<GuardedFetcher> m_guard;
    std::optional<Crawler> m_crawler;
};

/// A start page with that many pages below it.
inline void serveFan(Crawling &crawling, int pages, int bytes = 0)
{
    QByteArrayList links;
    for (int i = 0; i < pages; ++i) {
        links.append("p" + QByteArray::number(i));
        crawling.web.page("http://h/p" + QByteArray::number(i), {}, QByteArray(bytes, ' '));
    }
    crawling.web.page("http://h/", links);
}

/// Waits until exactly so many requests run.
[[nodiscard]] inline bool fanIsRunning(Crawling &crawling, int running)
{
    return waitFor([&] { return crawling.web.running == running; });
}

} // namespace gleaner::test

/// Runs it to its end and fails with the first promise that was broken.
#define FINISHED(crawling)                                                                         \
    QVERIFY2((crawling).finish(), (crawling).follower.problems.value(0).constData())
#define RAN(crawling)                                                                              \
    (crawling).start();                                                                            \
    FINISHED(crawling)
