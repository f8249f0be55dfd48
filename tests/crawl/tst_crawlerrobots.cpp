// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/crawling.h"

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

/// What sites say to robots, and that asking for it keeps within bounds.
class TestCrawlerRobots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forbiddenAddressesAreSkipped();
    void everyOriginIsAskedOnce();
    void rulesAreReadAgainWhenTheyAreOld();
    void anOutageLeavesTheOldRules();
    void aDeadHostHasAskedForNothing_data();
    void aDeadHostHasAskedForNothing();
    void theDelayIsHonouredUpToHalfAMinute_data();
    void theDelayIsHonouredUpToHalfAMinute();
    void theEndWaitsForTheRules();
    void nofollowIsNotFollowed();
    void robotsFilesAreNoAddressesOfTheRun();
    void asksOnlySoManyAtOnce();
    void asksNobodyInAPause();
    void dyingWhileAskingIsClean();

private:
    static void configure(Crawling &crawling)
    {
        crawling.job.robots = RobotsPolicy::Respect;
        crawling.job.userAgent = "Robot";
    }
};

void TestCrawlerRobots::forbiddenAddressesAreSkipped()
{
    // The start itself is forbidden too, but a person has asked for it.
    Crawling crawling;
    configure(crawling);
    crawling.web.serve(
        "http://h/robots.txt", "text/plain", "User-agent: *\nDisallow: /\nAllow: /open\n");
    crawling.web.page("http://h/", {"open", "closed"}, "<img src=i.png>");
    crawling.web.page("http://h/open", {});
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://h/open"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://h/closed"), QByteArray("skipped robots"));
    QCOMPARE(crawling.of("http://h/i.png"), QByteArray("skipped robots"));
    QVERIFY(!crawling.web.asked.contains("http://h/closed"));
}

void TestCrawlerRobots::everyOriginIsAskedOnce()
{
    Crawling crawling;
    configure(crawling);
    QByteArray images;
    for (int i = 0; i < 30; ++i)
        images += "<img src=//cdn" + QByteArray::number(i % 3) + '/' + QByteArray::number(i) + '>';
    crawling.web.page("http://h/", {"a", "b"}, images);
    crawling.web.page("http://h/a", {}, images);
    RAN(crawling);
    for (const char *host : {"h", "cdn0", "cdn1", "cdn2"})
        QCOMPARE(crawling.web.asked.count("http://" + QByteArray(host) + "/robots.txt"), 1);
    QCOMPARE(crawling.follower.totals.failed, 31);
}

void TestCrawlerRobots::rulesAreReadAgainWhenTheyAreOld()
{
    Crawling crawling;
    configure(crawling);
    crawling.job.robotsLifetime = 100ms;
    crawling.web.serve("http://h/robots.txt", "text/plain", "Sitemap: /map.xml\n");
    crawling.web.page("http://h/", {"a"});
    crawling.web.page("http://h/a", {"b"});
    crawling.web.page("http://h/b", {});
    crawling.web.hold("http://h/a");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.web.asked.contains("http://h/a"); }));
    QTest::qWait(150);
    crawling.web.serve("http://h/robots.txt", "text/plain", "User-agent: *\nDisallow: /b\n");
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/b"), QByteArray("skipped robots"));
    QCOMPARE(crawling.web.asked.count("http://h/robots.txt"), 2);
    QCOMPARE(crawling.web.asked.count("http://h/sitemap.xml"), 1);
    QCOMPARE(crawling.web.asked.count("http://h/map.xml"), 1);
}

void TestCrawlerRobots::anOutageLeavesTheOldRules()
{
    Crawling crawling;
    configure(crawling);
    crawling.job.robotsLifetime = 100ms;
    crawling.web.serve("http://h/robots.txt", "text/plain", "User-agent: *\nDisallow: /closed\n");
    crawling.web.page("http://h/", {"a"});
    crawling.web.page("http://h/a", {"open", "closed"});
    crawling.web.image("http://h/open");
    crawling.web.hold("http://h/a");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.web.asked.contains("http://h/a"); }));
    QTest::qWait(150);
    crawling.web.answer("http://h/robots.txt", FakeFetcher::healing());
    crawling.web.releaseAll();
    FINISHED(crawling);
    QVERIFY(crawling.web.asked.count("http://h/robots.txt") >= 3);
    QCOMPARE(crawling.of("http://h/open"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://h/closed"), QByteArray("skipped robots"));
}

void TestCrawlerRobots::aDeadHostHasAskedForNothing_data()
{
    QTest::addColumn<FailReason>("reason");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("no such name") << FailReason::Dns << 0 << QByteArray("failed dns");
    QTest::newRow("refused") << FailReason::Refused << 0 << QByteArray("failed refused");
    QTest::newRow("not proven") << FailReason::Tls << 0 << QByteArray("failed tls");
    QTest::newRow("an error of its own") << FailReason::Http << 500 << QByteArray("skipped robots");
    QTest::newRow("silence") << FailReason::Timeout << 0 << QByteArray("skipped robots");
}

void TestCrawlerRobots::aDeadHostHasAskedForNothing()
{
    QFETCH(const FailReason, reason);
    QFETCH(const int, status);
    QFETCH(const QByteArray, end);
    Crawling crawling;
    configure(crawling);
    FetchFailure failure;
    failure.reason = reason;
    failure.status = status;
    crawling.web.page("http://h/", {}, "<img src=//dead/1.png><img src=//dead/2.png>");
    crawling.web.answer("http://dead/robots.txt", failure);
    RAN(crawling);
    QCOMPARE(crawling.of("http://dead/1.png"), end);
    QCOMPARE(crawling.of("http://dead/2.png"), end);
    QCOMPARE(int(crawling.follower.record("http://dead/1.png").tries), 0);
    QVERIFY(!crawling.web.asked.contains("http://dead/1.png"));
}

void TestCrawlerRobots::theDelayIsHonouredUpToHalfAMinute_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("a fifth") << QByteArray("0.2") << qint64(200);
    QTest::newRow("most") << QByteArray("30") << qint64(30'000);
    QTest::newRow("more") << QByteArray("86400") << qint64(30'000);
    QTest::newRow("junk") << QByteArray("slowly") << qint64(0);
}

void TestCrawlerRobots::theDelayIsHonouredUpToHalfAMinute()
{
    QFETCH(const QByteArray, said);
    Crawling crawling;
    configure(crawling);
    crawling.web.serve("http://h/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: " + said);
    crawling.web.page("http://h/", {"a", "b"});
    crawling.web.page("http://h/a", {});
    crawling.web.page("http://h/b", {});
    crawling.web.holdAll();
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.web.running == 2; }));
    crawling.web.releaseAll();
    crawling.web.hold("http://h/b");
    QFETCH(const qint64, milliseconds);
    QVERIFY(waitFor([&] {
        const auto &lanes = crawling.follower.lanes;
        return !lanes.empty() && lanes.front().delay.count() == milliseconds;
    }));
    // Also after the start, which has not waited for the rules.
    if (milliseconds < 1000) {
        QVERIFY(waitFor([&] { return crawling.web.asked.contains("http://h/a"); }));
        const auto at = [&](const char *page) {
            return crawling.web.askedAt[crawling.web.asked.indexOf(page)];
        };
        QVERIFY(at("http://h/a") - at("http://h/") >= std::chrono::milliseconds(milliseconds));
    }
    crawling.crawler().stop();
    FINISHED(crawling);
}

void TestCrawlerRobots::theEndWaitsForTheRules()
{
    // The last frame leaves an address behind whose host has not been asked for its rules yet.
    Crawling crawling;
    configure(crawling);
    crawling.web.page("http://h/", {}, "<img src=r>");
    crawling.web.redirect("http://h/r", "http://cdn/i.png");
    crawling.web.image("http://cdn/i.png");
    RAN(crawling);
    QVERIFY(crawling.follower.phase == CrawlPhase::Finished);
    QCOMPARE(crawling.of("http://cdn/i.png"), QByteArray("saved"));
}

void TestCrawlerRobots::nofollowIsNotFollowed()
{
    Crawling crawling;
    configure(crawling);
    crawling.web.page("http://h/", {"b"}, "<a rel=nofollow href=a>x</a><a rel=nofollow href=b>");
    crawling.web.page("http://h/b", {"c"}, "<meta name=robots content=nofollow>");
    crawling.web.page("http://h/c", {});
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/a"), QByteArray("skipped nofollow"));
    QCOMPARE(crawling.of("http://h/b"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://h/c"), QByteArray("skipped nofollow"));
}

void TestCrawlerRobots::robotsFilesAreNoAddressesOfTheRun()
{
    Crawling crawling;
    configure(crawling);
    crawling.web.page("http://h/", {});
    crawling.web.serve("http://h/robots.txt", "text/plain", "");
    RAN(crawling);
    QVERIFY(!crawling.follower.knows("http://h/robots.txt"));
    QVERIFY(!crawling.follower.knows("http://h/sitemap.xml"));
    QCOMPARE(crawling.follower.totals.known, 1);
    QCOMPARE(crawling.files(), QByteArrayList({"index.html"}));
}

void TestCrawlerRobots::asksOnlySoManyAtOnce()
{
    Crawling crawling;
    configure(crawling);
    crawling.job.workers = 2;
    QByteArray images;
    for (int i = 0; i < 200; ++i) {
        const QByteArray host = "http://cdn" + QByteArray::number(i) + '/';
        images += "<img src=" + host + "i.png>";
        crawling.web.hold(host + "robots.txt");
    }
    crawling.web.page("http://h/", {}, images);
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.of("http://h/") == "saved"; }));
    QVERIFY(waitFor([&] { return crawling.web.running > 0; }));
    QVERIFY(!waitFor([&] { return crawling.web.running > 32; }, 300ms));
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.follower.totals.failed, 200);
    QVERIFY(crawling.web.mostRunning <= 32);
}

void TestCrawlerRobots::asksNobodyInAPause()
{
    Crawling crawling;
    configure(crawling);
    crawling.web.page("http://h/", {}, "<img src=//cdn/i.png>");
    crawling.web.hold("http://h/");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.web.asked.contains("http://h/sitemap.xml"); }));
    crawling.crawler().pause();
    crawling.web.releaseAll();
    QVERIFY(waitFor([&] { return crawling.of("http://h/") == "saved"; }));
    QVERIFY(!waitFor([&] { return crawling.web.asked.contains("http://cdn/robots.txt"); }, 200ms));
    crawling.crawler().resume();
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://cdn/i.png"), QByteArray("failed http"));
}

void TestCrawlerRobots::dyingWhileAskingIsClean()
{
    for (int turns = 0; turns < 20; ++turns) {
        Crawling crawling;
        configure(crawling);
        crawling.web.page("http://h/", {"a"}, "<img src=//cdn/i.png>");
        crawling.web.hold("http://cdn/robots.txt");
        crawling.start();
        for (int turn = 0; turn < turns * 3; ++turn)
            QCoreApplication::processEvents();
        crawling.destroy();
        QCOMPARE(crawling.web.running, 0);
    }
}

QTEST_GUILESS_MAIN(TestCrawlerRobots)
#include "tst_crawlerrobots.moc"
