// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/crawling.h"

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

FetchFailure busy(std::optional<std::chrono::seconds> wait)
{
    FetchFailure failure;
    failure.reason = FailReason::Http;
    failure.status = 429;
    failure.canHeal = true;
    failure.retryAfter = wait;
    return failure;
}

FetchFailure brokenServer()
{
    FetchFailure failure;
    failure.reason = FailReason::Http;
    failure.status = 502;
    failure.canHeal = true;
    return failure;
}

} // namespace

/// What failed and may heal: when it is asked for again, how often, and what its host's lane does.
class TestCrawlerRetries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastTryIsKeptForTheEnd();
    void whatTheLastPassFindsIsFetched();
    void oneTryIsOneRequest_data();
    void oneTryIsOneRequest();
    void aBusyHostUsesUpNoTries();
    void aHostThatIsAlwaysBusyEnds();
    void aBusyHostStandsAndOthersGoOn();
    void aDeadHostIsGivenUpAsAWhole();
    void aHostThatComesBackInTheLastPassIsFetched();
    void aStartIsNeverKeptForTheEnd();
    void stoppingWithALastPassToComeLeavesItWaiting();
    void saysWhenItWillBeTriedAgain();
};

void TestCrawlerRetries::theLastTryIsKeptForTheEnd()
{
    Crawling crawling;
    crawling.job.tries = 2;
    crawling.web.page("http://h/", {"bad", "long"});
    crawling.web.page("http://h/long", {"a"});
    crawling.web.page("http://h/a", {"b"});
    crawling.web.page("http://h/b", {});
    crawling.web.failFirst("http://h/bad", 1, brokenServer());
    crawling.web.page("http://h/bad", {});
    crawling.web.hold("http://h/b");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.web.asked.contains("http://h/b"); }));
    // Longer than its back-off: it waits for the others now.
    QVERIFY(!waitFor([&] { return crawling.web.asked.count("http://h/bad") > 1; }, 1500ms));
    QVERIFY(crawling.follower.record("http://h/bad").state == RecordState::Retrying);
    QCOMPARE(crawling.follower.record("http://h/bad").retryAt, 0);
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/bad"), QByteArray("saved"));
    QCOMPARE(crawling.web.asked.last(), QByteArray("http://h/bad"));
    QCOMPARE(crawling.follower.record("http://h/bad").tries, quint16(2));
}

void TestCrawlerRetries::whatTheLastPassFindsIsFetched()
{
    Crawling crawling;
    crawling.job.tries = 2;
    crawling.web.page("http://h/", {"late", "never"});
    crawling.web.failFirst("http://h/late", 1, brokenServer());
    crawling.web.page("http://h/late", {"new"});
    crawling.web.page("http://h/new", {});
    crawling.web.failFirst("http://h/new", 1, brokenServer());
    crawling.web.failFirst("http://h/never", 9, brokenServer());
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/late"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://h/new"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://h/never"), QByteArray("failed http"));
    QCOMPARE(crawling.web.asked.count("http://h/never"), 2);
    QCOMPARE(crawling.follower.totals.waiting, 0);
}

void TestCrawlerRetries::oneTryIsOneRequest_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("bad gateway") << 502;
    QTest::newRow("busy") << 429;
    QTest::newRow("no answer") << 0;
}

void TestCrawlerRetries::oneTryIsOneRequest()
{
    QFETCH(const int, status);
    Crawling crawling;
    crawling.job.tries = 1;
    FetchFailure failure = status == 0 ? FakeFetcher::healing() : brokenServer();
    failure.status = status;
    crawling.web.page("http://h/", {"bad", "good"});
    crawling.web.page("http://h/good", {});
    failure.retryAfter = 0s;
    crawling.web.failFirst("http://h/bad", 9, failure);
    RAN(crawling);
    QCOMPARE(crawling.web.asked.count("http://h/bad"), 1);
    QCOMPARE(crawling.follower.record("http://h/bad").tries, quint16(1));
    QCOMPARE(crawling.of("http://h/good"), QByteArray("saved"));
}

void TestCrawlerRetries::aBusyHostUsesUpNoTries()
{
    Crawling crawling;
    crawling.job.tries = 2;
    crawling.web.page("http://h/", {"a"});
    crawling.web.page("http://h/a", {});
    crawling.web.failFirst("http://h/a", 5, busy(0s));
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/a"), QByteArray("saved"));
    // Said truly all the same.
    QCOMPARE(crawling.follower.record("http://h/a").tries, quint16(6));
}

void TestCrawlerRetries::aHostThatIsAlwaysBusyEnds()
{
    Crawling crawling;
    crawling.job.tries = 2;
    serveFan(crawling, 50);
    for (int i = 0; i < 50; ++i)
        crawling.web.failFirst("http://h/p" + QByteArray::number(i), 1000, busy(0s));
    RAN(crawling);
    QCOMPARE(crawling.follower.totals.failed, 50);
    QCOMPARE(crawling.follower.record("http://h/p7").status, quint16(429));
    // Ten troubles until it is given up, of six requests at once at the most, and one at the end.
    QVERIFY(crawling.web.asked.size() <= 1 + 6 + Lanes::mostTroubles);
    QVERIFY(crawling.web.asked.size() >= Lanes::mostTroubles);
}

void TestCrawlerRetries::aBusyHostStandsAndOthersGoOn()
{
    Crawling crawling;
    crawling.web.page("http://h/", {"http://busy/1.png", "http://h/a", "http://busy/2.png"});
    crawling.job.scope = ScopeKind::Any;
    crawling.web.page("http://h/a", {"b"});
    crawling.web.page("http://h/b", {});
    crawling.web.image("http://busy/1.png");
    crawling.web.image("http://busy/2.png");
    crawling.web.failFirst("http://busy/1.png", 1, busy(3600s));
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.of("http://h/b") == "saved"; }));
    QCOMPARE(crawling.web.asked.count("http://busy/2.png"), 0);
    QVERIFY(waitFor([&] { return !crawling.follower.lanes.empty(); }));
    const LaneReport lane = crawling.follower.lanes.front();
    QCOMPARE(lane.origin, QByteArray("http://busy"));
    QVERIFY(lane.why == LaneTrouble::Busy);
    QVERIFY(lane.parkedFor > 3500s && lane.parkedFor <= 3600s);
    QCOMPARE(lane.waiting, 2);
    QCOMPARE(lane.active, 0);
    crawling.crawler().stop();
    FINISHED(crawling);
    QCOMPARE(crawling.follower.totals.waiting, 2);
}

void TestCrawlerRetries::aDeadHostIsGivenUpAsAWhole()
{
    Crawling crawling;
    crawling.job.tries = 100;
    crawling.job.scope = ScopeKind::Any;
    QByteArrayList links{"http://h/good"};
    // A busy host with no time to wait is as dead, and quicker to test.
    for (int i = 0; i < 200; ++i) {
        links.append("http://dead/" + QByteArray::number(i));
        crawling.web.failFirst(links.last(), 1000, busy(0s));
    }
    crawling.web.page("http://h/", links);
    crawling.web.page("http://h/good", {});
    RAN(crawling);
    QCOMPARE(crawling.follower.totals.failed, 200);
    QCOMPARE(crawling.follower.totals.saved, 2);
    QCOMPARE(crawling.web.asked.size(), 2 + Lanes::mostTroubles + 1);
    // Most of them failed without a request, and say so.
    QCOMPARE(std::ranges::count(crawling.follower.records, 0, &Record::tries), 189);
}

void TestCrawlerRetries::aHostThatComesBackInTheLastPassIsFetched()
{
    Crawling crawling;
    crawling.job.scope = ScopeKind::Any;
    QByteArrayList links;
    for (int i = 0; i < 30; ++i) {
        links.append("http://back/" + QByteArray::number(i));
        crawling.web.page(links.last(), {});
        if (i < Lanes::mostTroubles)
            crawling.web.failFirst(links.last(), 1, busy(0s));
    }
    crawling.web.page("http://h/", links);
    RAN(crawling);
    QCOMPARE(crawling.follower.totals.saved, 31);
    QCOMPARE(crawling.follower.totals.failed, 0);
}

void TestCrawlerRetries::aStartIsNeverKeptForTheEnd()
{
    Crawling crawling({"http://h/first", "http://h/second"});
    crawling.job.tries = 2;
    crawling.web.page("http://h/first", {});
    crawling.web.page("http://h/second", {});
    crawling.web.failFirst("http://h/first", 1, brokenServer());
    RAN(crawling);
    QCOMPARE(crawling.web.asked,
        QByteArrayList({"http://h/first", "http://h/first", "http://h/second"}));
}

void TestCrawlerRetries::stoppingWithALastPassToComeLeavesItWaiting()
{
    Crawling crawling;
    crawling.job.tries = 2;
    crawling.web.page("http://h/", {"bad", "held"});
    crawling.web.failFirst("http://h/bad", 1, brokenServer());
    crawling.web.hold("http://h/held");
    crawling.start();
    QVERIFY(waitFor(
        [&] { return crawling.follower.record("http://h/bad").state == RecordState::Retrying; }));
    crawling.crawler().stop();
    FINISHED(crawling);
    QCOMPARE(crawling.follower.totals.waiting, 2);
    QVERIFY(crawling.follower.phase == CrawlPhase::Stopped);
}

void TestCrawlerRetries::saysWhenItWillBeTriedAgain()
{
    Crawling crawling;
    crawling.web.page("http://h/", {"bad"});
    crawling.web.failFirst("http://h/bad", 9, brokenServer());
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    crawling.start();
    QVERIFY(waitFor(
        [&] { return crawling.follower.record("http://h/bad").state == RecordState::Retrying; }));
    const Record bad = crawling.follower.record("http://h/bad");
    QCOMPARE(bad.status, quint16(502));
    QVERIFY(bad.retryAt >= before + 1000);
    QVERIFY(bad.retryAt <= QDateTime::currentMSecsSinceEpoch() + 1250);
    crawling.crawler().stop();
    FINISHED(crawling);
}

QTEST_GUILESS_MAIN(TestCrawlerRetries)
#include "tst_crawlerretries.moc"
