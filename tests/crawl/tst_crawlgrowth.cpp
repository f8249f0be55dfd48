// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/crawling.h"
#include "tests/crawl/running.h"

using namespace gleaner;
using namespace gleaner::test;

/// A download that becomes large pauses by itself and asks whether it is to go on.
class TestCrawlGrowth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnceAtManyFiles();
    void asksOnceAtManyBytes();
    void bothAtOnceAreOneQuestion();
    void whatRunsIsFinishedAndNothingIsLost();
    void stopIsAnAnswerToo();
    void isNotAskedWhereThereIsALimit_data();
    void isNotAskedWhereThereIsALimit();
    void isNotAskedWhereNobodyCanAnswer();
    void isNotAskedAgainByALaterRun();
    void aLaterRunCountsWhatWasThere();
};

/// Followed until it asks, or ends.
static bool asks(Crawling &crawling, int questions)
{
    return waitFor([&] {
        return crawling.follower.ended()
            || (crawling.follower.phase == CrawlPhase::Paused
                && crawling.follower.questions == questions);
    }) && !crawling.follower.ended();
}

void TestCrawlGrowth::asksOnceAtManyFiles()
{
    Crawling crawling;
    crawling.job.askAt = GrowthMarks{5, 1'000'000'000};
    serveFan(crawling, 500);
    crawling.start();
    QVERIFY(asks(crawling, 1));
    QCOMPARE(crawling.follower.question, GrowthQuestion::ManyFiles);
    QVERIFY(crawling.follower.totals.saved >= 5);
    QVERIFY(crawling.follower.totals.waiting > 0);
    crawling.crawler().resume();
    FINISHED(crawling);
    QCOMPARE(crawling.follower.totals.saved, 501);
    QCOMPARE(crawling.follower.questions, 1);
    QCOMPARE(crawling.follower.question, GrowthQuestion::None);
}

void TestCrawlGrowth::asksOnceAtManyBytes()
{
    Crawling crawling;
    crawling.job.workers = 1;
    crawling.job.askAt = GrowthMarks{25, 100'000};
    serveFan(crawling, 30, 10'000);
    crawling.start();
    QVERIFY(asks(crawling, 1));
    QCOMPARE(crawling.follower.question, GrowthQuestion::ManyBytes);
    QVERIFY(crawling.follower.totals.bytes >= 100'000);
    QVERIFY(crawling.follower.totals.saved < 25);
    crawling.crawler().resume();
    // The other one of the two is a question of its own.
    QVERIFY(asks(crawling, 2));
    QCOMPARE(crawling.follower.question, GrowthQuestion::ManyFiles);
    crawling.crawler().resume();
    FINISHED(crawling);
    QCOMPARE(crawling.follower.totals.saved, 31);
    QCOMPARE(crawling.follower.questions, 2);
}

void TestCrawlGrowth::bothAtOnceAreOneQuestion()
{
    Crawling crawling;
    crawling.job.workers = 1;
    crawling.job.askAt = GrowthMarks{1, 1};
    serveFan(crawling, 10, 1000);
    crawling.start();
    QVERIFY(asks(crawling, 1));
    crawling.crawler().resume();
    FINISHED(crawling);
    QCOMPARE(crawling.follower.questions, 1);
}

void TestCrawlGrowth::whatRunsIsFinishedAndNothingIsLost()
{
    Crawling crawling;
    crawling.job.askAt = GrowthMarks{3, 1'000'000'000};
    serveFan(crawling, 500);
    crawling.web.hold("http://h/p0");
    crawling.start();
    QVERIFY(asks(crawling, 1));
    QVERIFY(crawling.web.asked.contains("http://h/p0"));
    crawling.web.releaseAll();
    QVERIFY(waitFor([&] { return crawling.of("http://h/p0") == "saved"; }));
    QVERIFY(waitFor([&] { return crawling.web.running == 0; }));
    // Nothing new is asked for while the question stands.
    const qsizetype asked = crawling.web.asked.size();
    QVERIFY(!waitFor(
        [&] { return crawling.web.asked.size() > asked; }, std::chrono::milliseconds(100)));
    QVERIFY(asked < 501);
    crawling.crawler().resume();
    FINISHED(crawling);
    QCOMPARE(crawling.follower.totals.saved, 501);
    QCOMPARE(crawling.web.asked.size(), 501);
}

void TestCrawlGrowth::stopIsAnAnswerToo()
{
    Crawling crawling;
    crawling.job.askAt = GrowthMarks{3, 1'000'000'000};
    serveFan(crawling, 100);
    crawling.start();
    QVERIFY(asks(crawling, 1));
    crawling.crawler().stop();
    FINISHED(crawling);
    QCOMPARE(crawling.follower.phase, CrawlPhase::Stopped);
    QVERIFY(crawling.follower.totals.waiting > 0);
}

void TestCrawlGrowth::isNotAskedWhereThereIsALimit_data()
{
    QTest::addColumn<bool>("ofFiles");
    QTest::newRow("--max-files") << true;
    QTest::newRow("--max-total") << false;
}

void TestCrawlGrowth::isNotAskedWhereThereIsALimit()
{
    QFETCH(bool, ofFiles);
    Crawling crawling;
    crawling.job.askAt = GrowthMarks{3, 10};
    if (ofFiles)
        crawling.job.maxFiles = 1000;
    else
        crawling.job.maxTotalSize = 1'000'000;
    serveFan(crawling, 20);
    RAN(crawling);
    QCOMPARE(crawling.follower.totals.saved, 21);
    QCOMPARE(crawling.follower.questions, 0);
}

void TestCrawlGrowth::isNotAskedWhereNobodyCanAnswer()
{
    Crawling crawling;
    QVERIFY(!crawling.job.askAt);
    QCOMPARE(GrowthMarks().files, 10'000);
    QCOMPARE(GrowthMarks().bytes, 5'000'000'000);
    serveFan(crawling, 20);
    RAN(crawling);
    QCOMPARE(crawling.follower.questions, 0);
}

void TestCrawlGrowth::isNotAskedAgainByALaterRun()
{
    TestServer server;
    serveSmallSite(server);
    Running running;
    running.job.askAt = GrowthMarks{3, 1'000'000'000};
    running.start({server.url()});
    QVERIFY(waitFor([&] { return running.follower.questions == 1; }));
    running.crawler().stop();
    QVERIFY(waitFor([&] { return running.follower.ended(); }));
    running.destroy();
    // Continued, and then updated.
    for (int again = 0; again < 2; ++again) {
        QVERIFY(running.run({server.url()}));
        QCOMPARE(running.follower.questions, 0);
        QCOMPARE(running.follower.totals.saved + running.follower.totals.unchanged, 7);
    }
}

void TestCrawlGrowth::aLaterRunCountsWhatWasThere()
{
    TestServer server;
    serveSmallSite(server);
    Running running;
    running.job.maxFiles = 3;
    QVERIFY(running.run({server.url()}));
    QCOMPARE(running.follower.totals.saved, 3);
    running.job.maxFiles.reset();
    running.job.askAt = GrowthMarks{5, 1'000'000'000};
    running.start({server.url()});
    QVERIFY(waitFor([&] { return running.follower.questions == 1; }));
    QVERIFY(running.follower.totals.saved >= 2);
    QVERIFY(running.follower.totals.saved < 5);
    running.crawler().resume();
    QVERIFY(waitFor([&] { return running.follower.ended(); }));
}

QTEST_GUILESS_MAIN(TestCrawlGrowth)
#include "tst_crawlgrowth.moc"
