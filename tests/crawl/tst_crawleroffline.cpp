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
    void aPersonCanHaveItTried();
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

void TestCrawlerOffline::aPersonCanHaveItTried()
{
    // The way back is not seen, but it is there.
    Crawling crawling;
    crawling.job.tries = 1;
    crawling.web.page("http://h/", {"a", "b"});
    crawling.web.page("http://h/a", {});
    crawling.web.page("http://h/b", {});
    crawling.web.failFirst("http://h/a", 2, FakeFetcher::healing());
    crawling.web.hold("http://h/a");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.web.asked.contains("http://h/a"); }));
    crawling.web.isOnline = false;
    crawling.web.releaseAll();
    QVERIFY(waitFor([&] { return crawling.follower.connection == Connection::Lost; }));
    // In vain once, and no try is counted for it.
    crawling.crawler().tryConnection();
    QVERIFY(waitFor([&] { return crawling.web.asked.count("http://h/a") == 2; }));
    QVERIFY(waitFor([&] { return crawling.follower.connection == Connection::Lost; }));
    crawling.crawler().tryConnection();
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/a"), QByteArray("saved"));
    QCOMPARE(crawling.follower.totals.saved, 3);
}

QTEST_GUILESS_MAIN(TestCrawlerOffline)
#include "tst_crawleroffline.moc"
