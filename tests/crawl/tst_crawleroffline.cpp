// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/crawling.h"

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

/// A machine that has no network any more, and one whose routes say nothing.
class TestCrawlerOffline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offlineNothingIsAskedForAndNothingCounts();
    void whereRoutesSayNothingNobodyWaitsForThem();
    void whoHasNeverAnsweredIsNotWaitedFor();
};

void TestCrawlerOffline::offlineNothingIsAskedForAndNothingCounts()
{
    Crawling crawling;
    crawling.job.tries = 1;
    serveFan(crawling, 20);
    for (int i = 0; i < 20; ++i) {
        crawling.web.failFirst("http://h/p" + QByteArray::number(i), 1, FakeFetcher::healing());
        crawling.web.hold("http://h/p" + QByteArray::number(i));
    }
    crawling.start();
    QVERIFY(fanIsRunning(crawling, crawling.job.perHost));
    crawling.web.isOnline = false;
    crawling.web.releaseAll();
    QVERIFY(waitFor([&] {
        return !crawling.follower.lanes.empty()
            && crawling.follower.lanes.front().why == LaneTrouble::Offline;
    }));
    // Two looks at the routes later it is the same.
    const qsizetype asked = crawling.web.asked.size();
    QVERIFY(asked <= 1 + crawling.job.perHost);
    QVERIFY(!waitFor([&] { return crawling.web.asked.size() > asked; }, 2100ms));
    crawling.web.isOnline = true;
    for (int i = 0; i < 20; ++i)
        crawling.web.failFirst("http://h/p" + QByteArray::number(i), 0, FakeFetcher::healing());
    FINISHED(crawling);
    QCOMPARE(crawling.follower.totals.saved, 21);
}

void TestCrawlerOffline::whereRoutesSayNothingNobodyWaitsForThem()
{
    // A network without a way out, whose hosts answer all the same.
    Crawling crawling;
    crawling.job.tries = 1;
    crawling.web.isOnline = false;
    crawling.web.page("http://h/", {"a"});
    crawling.web.failFirst("http://h/a", 1, FakeFetcher::healing());
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/a"), QByteArray("failed reset"));
}

void TestCrawlerOffline::whoHasNeverAnsweredIsNotWaitedFor()
{
    Crawling crawling;
    crawling.job.tries = 1;
    crawling.web.isOnline = false;
    crawling.web.failFirst("http://h/", 9, FakeFetcher::healing());
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/"), QByteArray("failed reset"));
}

QTEST_GUILESS_MAIN(TestCrawlerOffline)
#include "tst_crawleroffline.moc"
