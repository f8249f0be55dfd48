// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/crawling.h"
#include "tests/crawl/running.h"

using namespace gleaner;
using namespace gleaner::test;

/// A person does not want what waits, or what is being downloaded.
class TestCrawlSkip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWaitsIsNotAskedFor();
    void whatWaitsForAWorkerIsNotAskedFor();
    void whatIsBeingDownloadedIsDropped();
    void whatWaitsBetweenTwoTriesIsDropped();
    void aStartCanBeSkipped();
    void whatHasEndedStaysAsItIs();
    void whoSkipsCanTakeItBack();
    void aLaterRunRemembersIt();
    void theBeginningOfALargeFileGoes();
};

static RecordId idOf(const Crawling &crawling, const QByteArray &address)
{
    return crawling.follower.record(address).id;
}

void TestCrawlSkip::whatWaitsIsNotAskedFor()
{
    Crawling crawling;
    crawling.job.workers = 1;
    serveFan(crawling, 20);
    crawling.web.hold("http://h/p0");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.of("http://h/p19") == "waiting"; }));
    crawling.crawler().skip({idOf(crawling, "http://h/p19"), idOf(crawling, "http://h/p18")});
    QVERIFY(waitFor([&] { return crawling.of("http://h/p18") == "skipped user"; }));
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/p19"), QByteArray("skipped user"));
    QCOMPARE(crawling.follower.totals.saved, 19);
    QCOMPARE(crawling.follower.totals.skipped, 2);
    QVERIFY(!crawling.web.asked.contains("http://h/p19"));
}

void TestCrawlSkip::whatWaitsForAWorkerIsNotAskedFor()
{
    Crawling crawling;
    crawling.job.workers = 1;
    serveFan(crawling, 3);
    crawling.web.hold("http://h/p0");
    crawling.start();
    QVERIFY(waitFor(
        [&] { return crawling.follower.record("http://h/p1").state == RecordState::Connecting; }));
    QVERIFY(!crawling.web.asked.contains("http://h/p1"));
    crawling.crawler().skip({idOf(crawling, "http://h/p1")});
    QVERIFY(waitFor([&] { return crawling.of("http://h/p1") == "skipped user"; }));
    crawling.web.releaseAll();
    FINISHED(crawling);
    QVERIFY(!crawling.web.asked.contains("http://h/p1"));
    QCOMPARE(crawling.of("http://h/p2"), QByteArray("saved"));
}

void TestCrawlSkip::whatIsBeingDownloadedIsDropped()
{
    Crawling crawling;
    crawling.job.workers = 1;
    serveFan(crawling, 3);
    crawling.web.serveEndless("http://h/p0", "text/plain");
    crawling.web.hold("http://h/p1");
    crawling.start();
    QVERIFY(waitFor([&] {
        return crawling.web.asked.contains("http://h/p0") && crawling.follower.knows("http://h/p1");
    }));
    crawling.crawler().skip({idOf(crawling, "http://h/p0")});
    // Its worker has the next one.
    QVERIFY(waitFor([&] { return crawling.web.asked.contains("http://h/p1"); }));
    QCOMPARE(crawling.web.running, 1);
    crawling.crawler().skip({idOf(crawling, "http://h/p1")});
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/p0"), QByteArray("skipped user"));
    QCOMPARE(crawling.of("http://h/p1"), QByteArray("skipped user"));
    QCOMPARE(crawling.of("http://h/p2"), QByteArray("saved"));
    QCOMPARE(crawling.files(), QByteArrayList({"index.html", "p2.html"}));
}

void TestCrawlSkip::whatWaitsBetweenTwoTriesIsDropped()
{
    Crawling crawling;
    crawling.job.tries = 3;
    serveFan(crawling, 2);
    crawling.web.failFirst("http://h/p0", 9, FakeFetcher::healing());
    crawling.web.hold("http://h/p1");
    crawling.start();
    QVERIFY(waitFor(
        [&] { return crawling.follower.record("http://h/p0").state == RecordState::Retrying; }));
    crawling.crawler().skip({idOf(crawling, "http://h/p0")});
    QVERIFY(waitFor([&] { return crawling.of("http://h/p0") == "skipped user"; }));
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.web.asked.count("http://h/p0"), 1);
}

void TestCrawlSkip::aStartCanBeSkipped()
{
    // Everything waits for it, and it does not answer.
    Crawling crawling({"http://h/", "http://other/"});
    serveFan(crawling, 2);
    crawling.web.page("http://other/", {});
    crawling.web.hold("http://h/");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.web.asked.contains("http://h/"); }));
    crawling.crawler().skip({0});
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/"), QByteArray("skipped user"));
    QCOMPARE(crawling.of("http://other/"), QByteArray("saved"));
}

void TestCrawlSkip::whatHasEndedStaysAsItIs()
{
    Crawling crawling;
    serveFan(crawling, 3);
    crawling.web.hold("http://h/p2");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.of("http://h/p0") == "saved"; }));
    crawling.crawler().skip({idOf(crawling, "http://h/p0"), 12345});
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/p0"), QByteArray("saved"));
    QCOMPARE(crawling.follower.totals.skipped, 0);
}

void TestCrawlSkip::whoSkipsCanTakeItBack()
{
    Crawling crawling;
    crawling.job.workers = 1;
    serveFan(crawling, 10);
    crawling.web.hold("http://h/p0");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.of("http://h/p9") == "waiting"; }));
    const RecordId id = idOf(crawling, "http://h/p9");
    crawling.crawler().skip({id});
    QVERIFY(waitFor([&] { return crawling.of("http://h/p9") == "skipped user"; }));
    // Other rules do not bring it back, nor does retrying what has failed.
    crawling.crawler().setRules(rulesOf(crawling.job));
    crawling.crawler().retryFailed();
    QVERIFY(!waitFor(
        [&] { return crawling.of("http://h/p9") == "waiting"; }, std::chrono::milliseconds(100)));
    crawling.follower.forgetEnd("http://h/p9");
    crawling.crawler().retry({id});
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/p9"), QByteArray("saved"));
    QCOMPARE(crawling.web.asked.count("http://h/p9"), 1);
}

void TestCrawlSkip::aLaterRunRemembersIt()
{
    TestServer server;
    serveSmallSite(server);
    server.route("/b", [](const Request &, Reply &reply) { reply.stall(); });
    Running running;
    running.start({server.url()});
    QVERIFY(waitFor(
        [&] { return server.count("/b") == 1 && running.of(server.url("/b")) == "waiting"; }));
    running.crawler().skip({running.record(server.url("/b")).id});
    QVERIFY(waitFor([&] { return running.follower.ended(); }));
    QCOMPARE(running.of(server.url("/b")), QByteArray("skipped user"));
    QCOMPARE(running.follower.totals.saved, 6);
    running.destroy();
    // An update asks for everything else.
    QVERIFY(running.run({server.url()}));
    QCOMPARE(running.of(server.url("/b")), QByteArray("skipped user"));
    QCOMPARE(server.count("/b"), 1);
    QCOMPARE(server.count("/c"), 2);
}

void TestCrawlSkip::theBeginningOfALargeFileGoes()
{
    TestServer server;
    server.serve("/", "text/html", pageWith({"big"}));
    server.route("/big", [](const Request &, Reply &reply) {
        reply
            .send(responseHead(200,
                {{"Content-Type", "application/octet-stream"}, {"Content-Length", "3000000"},
                    {"ETag", "\"1\""}}))
            .send(QByteArray(2'000'000, 'x'))
            .stall();
    });
    Running running;
    running.start({server.url()});
    QVERIFY(waitFor([&] {
        return running.files().size() == 2 && running.of(server.url("/big")) == "waiting";
    }));
    running.crawler().skip({running.record(server.url("/big")).id});
    QVERIFY(waitFor([&] { return running.follower.ended(); }));
    running.destroy();
    QCOMPARE(running.files(), QByteArrayList({"index.html"}));
}

QTEST_GUILESS_MAIN(TestCrawlSkip)
#include "tst_crawlskip.moc"
