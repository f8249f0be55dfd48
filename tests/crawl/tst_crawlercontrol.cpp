// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/crawling.h"

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

/// Pause, stop, and ends that nobody asked for.
class TestCrawlerControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAskedForInAPause();
    void aPauseAtTheEndIsAnEnd();
    void pausingIsToldEvenToASlowListener();
    void stopAnswersAtOnceAndRecordsWait();
    void stopInAPause();
    void stopTwiceIsOnce();
    void stopFromTheListener();
    void aDiskFaultAtTheStartEndsIt();
    void aDiskFaultWhileItRunsEndsIt();
    void dyingAtAnyMomentIsClean();
    void nothingIsToldBeforeTheLastWasTaken();
    void workersSayWhatTheyDo();
    void aPageOfManyLinksLetsOthersIn();
};

void TestCrawlerControl::nothingIsAskedForInAPause()
{
    Crawling crawling;
    crawling.job.workers = 2;
    crawling.job.perHost = 2;
    serveFan(crawling, 20);
    for (int i = 0; i < 20; ++i)
        crawling.web.hold("http://h/p" + QByteArray::number(i));
    crawling.start();
    QVERIFY(fanIsRunning(crawling, 2));
    crawling.crawler().pause();
    QVERIFY(waitFor([&] { return crawling.follower.phase == CrawlPhase::Paused; }, 1s));
    const qsizetype asked = crawling.web.asked.size();
    crawling.web.releaseAll();
    // Those that run are finished, and nothing follows them.
    QVERIFY(waitFor([&] { return crawling.follower.totals.saved == 3; }));
    QVERIFY(!waitFor([&] { return crawling.web.asked.size() > asked; }, 200ms));
    crawling.crawler().pause();
    crawling.crawler().resume();
    crawling.crawler().resume();
    FINISHED(crawling);
    QCOMPARE(crawling.follower.totals.saved, 21);
}

void TestCrawlerControl::aPauseAtTheEndIsAnEnd()
{
    Crawling crawling;
    crawling.web.page("http://h/", {});
    crawling.web.hold("http://h/");
    crawling.start();
    QVERIFY(fanIsRunning(crawling, 1));
    crawling.crawler().pause();
    crawling.web.releaseAll();
    FINISHED(crawling);
    QVERIFY(crawling.follower.phase == CrawlPhase::Finished);
}

void TestCrawlerControl::pausingIsToldEvenToASlowListener()
{
    Crawling crawling;
    serveFan(crawling, 20);
    crawling.web.hold("http://h/");
    crawling.acknowledges = false;
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.follower.batches == 1; }));
    QVERIFY(fanIsRunning(crawling, 1));
    crawling.crawler().pause();
    crawling.web.releaseAll();
    QVERIFY(!waitFor([&] { return crawling.follower.batches > 1; }, 150ms));
    crawling.acknowledge();
    QVERIFY(waitFor([&] { return crawling.follower.phase == CrawlPhase::Paused; }, 1s));
    // And the last word before the silence, however late the one before is taken.
    crawling.acknowledges = true;
    crawling.acknowledge();
    QVERIFY(waitFor([&] { return crawling.of("http://h/") == "saved"; }, 1s));
    crawling.crawler().resume();
    FINISHED(crawling);
}

void TestCrawlerControl::stopAnswersAtOnceAndRecordsWait()
{
    Crawling crawling;
    serveFan(crawling, 50);
    for (int i = 10; i < 50; ++i)
        crawling.web.hold("http://h/p" + QByteArray::number(i));
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.follower.totals.saved == 11; }));
    QElapsedTimer clock;
    clock.start();
    crawling.crawler().stop();
    FINISHED(crawling);
    QVERIFY(clock.elapsed() < 1000);
    QVERIFY(crawling.follower.phase == CrawlPhase::Stopped);
    QVERIFY(!crawling.follower.limitReached);
    QCOMPARE(crawling.follower.totals.saved, 11);
    QCOMPARE(crawling.follower.totals.waiting, 40);
    QVERIFY(waitFor([&] { return crawling.web.running == 0; }));
    crawling.crawler().resume();
    crawling.crawler().setWorkerCount(5);
    FINISHED(crawling);
    QCOMPARE(crawling.web.running, 0);
}

void TestCrawlerControl::stopInAPause()
{
    Crawling crawling;
    serveFan(crawling, 10);
    crawling.web.holdAll();
    crawling.start();
    QVERIFY(fanIsRunning(crawling, 1));
    crawling.crawler().pause();
    crawling.crawler().stop();
    FINISHED(crawling);
    QVERIFY(crawling.follower.phase == CrawlPhase::Stopped);
    QCOMPARE(crawling.of("http://h/"), QByteArray("waiting"));
}

void TestCrawlerControl::stopTwiceIsOnce()
{
    Crawling crawling;
    crawling.web.holdAll();
    crawling.start();
    crawling.crawler().stop();
    crawling.crawler().stop();
    FINISHED(crawling);
    crawling.crawler().stop();
    crawling.crawler().pause();
    FINISHED(crawling);
    QVERIFY(crawling.follower.phase == CrawlPhase::Stopped);
}

void TestCrawlerControl::stopFromTheListener()
{
    Crawling crawling;
    serveFan(crawling, 50);
    crawling.onBatch = [&] {
        if (crawling.follower.totals.saved > 0)
            crawling.crawler().stop();
    };
    RAN(crawling);
    QVERIFY(crawling.follower.ended());
}

void TestCrawlerControl::aDiskFaultAtTheStartEndsIt()
{
    Crawling crawling;
    QFile file(crawling.job.directory);
    QVERIFY(file.open(QIODevice::WriteOnly));
    crawling.web.page("http://h/", {});
    RAN(crawling);
    QVERIFY(crawling.follower.phase == CrawlPhase::Stopped);
    QVERIFY(crawling.follower.fault);
    QVERIFY(crawling.follower.fault->kind == DiskFaultKind::NotAFolder);
    QCOMPARE(crawling.of("http://h/"), QByteArray("waiting"));
    QCOMPARE(crawling.web.asked, QByteArrayList());
}

void TestCrawlerControl::aDiskFaultWhileItRunsEndsIt()
{
    Crawling crawling;
    serveFan(crawling, 20);
    crawling.web.hold("http://h/");
    crawling.start();
    QVERIFY(fanIsRunning(crawling, 1));
    QVERIFY(QDir(crawling.job.directory).removeRecursively());
    crawling.web.releaseAll();
    FINISHED(crawling);
    QVERIFY(crawling.follower.phase == CrawlPhase::Stopped);
    QVERIFY(crawling.follower.fault);
    QVERIFY(crawling.follower.fault->kind == DiskFaultKind::Vanished);
    // It is nobody's failure: all of them wait for a mended disk.
    QCOMPARE(crawling.follower.totals.failed, 0);
    QCOMPARE(crawling.of("http://h/"), QByteArray("waiting"));
}

void TestCrawlerControl::dyingAtAnyMomentIsClean()
{
    for (int turns = 0; turns < 60; ++turns) {
        Crawling crawling;
        serveFan(crawling, 30, turns % 2 ? 600'000 : 0);
        crawling.web.redirect("http://h/p1", "/p2");
        crawling.web.failFirst("http://h/p3", 1, FakeFetcher::healing());
        crawling.web.hold("http://h/p4");
        crawling.start();
        for (int turn = 0; turn < turns; ++turn)
            QCoreApplication::processEvents();
        crawling.destroy();
        QCOMPARE(crawling.web.running, 0);
        QCOMPARE(crawling.follower.problems, QByteArrayList());
        for (const QByteArray &file : crawling.files())
            QVERIFY2(!file.endsWith(".part"), file.constData());
    }
}

void TestCrawlerControl::nothingIsToldBeforeTheLastWasTaken()
{
    Crawling crawling;
    crawling.acknowledges = false;
    serveFan(crawling, 100);
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.follower.ended(); }));
    QCOMPARE(crawling.follower.batches, 2);
    QVERIFY2(crawling.follower.problems.isEmpty(), crawling.follower.problems.value(0).constData());
    QCOMPARE(crawling.follower.totals.saved, 101);
}

void TestCrawlerControl::workersSayWhatTheyDo()
{
    Crawling crawling;
    crawling.job.workers = 3;
    serveFan(crawling, 1);
    crawling.web.hold("http://h/p0");
    crawling.start();
    const auto busy = [&] {
        return std::ranges::find_if(crawling.follower.workers,
            [](const WorkerReport &worker) { return worker.address.bytes() == "http://h/p0"; });
    };
    QVERIFY(waitFor([&] { return busy() != crawling.follower.workers.end(); }));
    QCOMPARE(crawling.follower.workers.size(), size_t(3));
    QVERIFY(busy()->state == WorkerState::WaitingForServer);
    QCOMPARE(crawling.follower.records[busy()->record].address.bytes(), busy()->address.bytes());
    crawling.crawler().setWorkerCount(1);
    QVERIFY(waitFor([&] { return crawling.follower.workers.size() == 1; }));
    crawling.crawler().pause();
    crawling.web.releaseAll();
    QVERIFY(waitFor([&] {
        return crawling.follower.ended()
            || (crawling.follower.workers.size() == 1
                && crawling.follower.workers[0].state == WorkerState::Paused);
    }));
    // It has not forgotten what it did.
    QVERIFY(crawling.follower.ended() || crawling.follower.workers[0].done > 0);
    crawling.crawler().resume();
    FINISHED(crawling);
}

void TestCrawlerControl::aPageOfManyLinksLetsOthersIn()
{
    constexpr int links = 100'000;
    Crawling crawling;
    crawling.job.depth = 0;
    QByteArray page;
    for (int i = 0; i < links; ++i)
        page += "<a href=p" + QByteArray::number(i) + '>';
    crawling.web.serve("http://h/", "text/html", page);
    // A pause is answered at once, so that each turn of the event loop tells how far it came.
    qint64 known = 0;
    qint64 longestStep = 0;
    crawling.onBatch = [&] {
        longestStep = std::max(longestStep, crawling.follower.totals.known - known);
        known = crawling.follower.totals.known;
    };
    QTimer everyTurn;
    everyTurn.callOnTimeout([&] {
        crawling.crawler().pause();
        crawling.crawler().resume();
    });
    crawling.start();
    everyTurn.start(0ms);
    FINISHED(crawling);
    QCOMPARE(crawling.follower.totals.skipped, links);
    QCOMPARE_LE(longestStep, 5000);
}

QTEST_GUILESS_MAIN(TestCrawlerControl)
#include "tst_crawlercontrol.moc"
