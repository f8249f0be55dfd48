// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/crawling.h"

using namespace gleaner;
using namespace gleaner::test;

/// So many workers, requests per host, files, bytes and tries, and never more.
class TestCrawlerLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverMoreThanItsWorkersAndSlots_data();
    void neverMoreThanItsWorkersAndSlots();
    void theNumberOfWorkersChangesWhileItRuns();
    void takesNoMoreThanItsShareFromTheFrontier();
    void maxFilesIsExact_data();
    void maxFilesIsExact();
    void maxFilesThatIsNotReachedStopsNothing();
    void maxTotalIsNeverExceeded_data();
    void maxTotalIsNeverExceeded();
    void anEndlessBodyDoesNotPassMaxTotal();
    void failuresThatHealAreTriedAgain();
    void triesAreLimited();
    void failuresThatCannotHealAreNotTriedAgain();
};

void TestCrawlerLimits::neverMoreThanItsWorkersAndSlots_data()
{
    QTest::addColumn<int>("workers");
    QTest::addColumn<int>("perHost");
    for (const auto &[workers, perHost] :
        {std::pair(1, 1), std::pair(3, 3), std::pair(8, 2), std::pair(16, 6), std::pair(64, 64)})
        QTest::addRow("%d workers, %d per host", workers, perHost) << workers << perHost;
}

void TestCrawlerLimits::neverMoreThanItsWorkersAndSlots()
{
    QFETCH(const int, workers);
    QFETCH(const int, perHost);
    Crawling crawling;
    crawling.job.workers = workers;
    crawling.job.perHost = perHost;
    crawling.job.scope = ScopeKind::Any;
    QByteArrayList links;
    for (int i = 0; i < 300; ++i) {
        links.append("http://h" + QByteArray::number(i % 3) + '/' + QByteArray::number(i));
        crawling.web.page(links.constLast(), {});
        // The first answer of a host opens its lane.
        if (i >= 3)
            crawling.web.hold(links.constLast());
    }
    crawling.web.page("http://h/", links);
    crawling.start();
    // As many as may run do run.
    QVERIFY(fanIsRunning(crawling, std::min(workers, 3 * perHost)));
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.follower.totals.saved, 301);
    QCOMPARE(crawling.web.mostRunning, std::min(workers, 3 * perHost));
    QVERIFY(std::ranges::max(crawling.web.mostRunningAt.values()) <= perHost);
}

void TestCrawlerLimits::theNumberOfWorkersChangesWhileItRuns()
{
    Crawling crawling;
    crawling.job.workers = 2;
    crawling.job.perHost = 64;
    serveFan(crawling, 100);
    for (int i = 0; i < 100; ++i)
        crawling.web.hold("http://h/p" + QByteArray::number(i));
    crawling.start();
    QVERIFY(fanIsRunning(crawling, 2));
    crawling.crawler().setWorkerCount(5);
    QVERIFY(fanIsRunning(crawling, 5));
    crawling.crawler().setWorkerCount(1);
    for (int i = 0; i < 5; ++i)
        crawling.web.release(crawling.web.asked.at(1 + i));
    QVERIFY(fanIsRunning(crawling, 1));
    crawling.crawler().setWorkerCount(1000);
    QVERIFY(fanIsRunning(crawling, maximumWorkers));
    crawling.crawler().setWorkerCount(-3);
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.follower.totals.saved, 101);
    QCOMPARE(crawling.web.mostRunning, maximumWorkers);
}

void TestCrawlerLimits::takesNoMoreThanItsShareFromTheFrontier()
{
    // 40 hosts with a free slot each, and one worker: no more than four may be taken.
    Crawling crawling;
    crawling.job.workers = 1;
    crawling.job.scope = ScopeKind::Any;
    QByteArrayList links;
    for (int i = 0; i < 40; ++i) {
        links.append("http://h" + QByteArray::number(i) + "/x");
        crawling.web.hold(links.constLast());
    }
    crawling.web.page("http://h/", links);
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.of("http://h/") == "saved"; }));
    QVERIFY(fanIsRunning(crawling, 1));
    const auto taken = [&] {
        return std::ranges::count(
            crawling.follower.records, RecordState::Connecting, &Record::state);
    };
    QVERIFY(waitFor([&] { return taken() > 0; }));
    QVERIFY(taken() <= 4);
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.follower.totals.failed, 40);
}

void TestCrawlerLimits::maxFilesIsExact_data()
{
    QTest::addColumn<int>("limit");
    for (const int limit : {1, 2, 3, 10, 29})
        QTest::addRow("%d", limit) << limit;
}

void TestCrawlerLimits::maxFilesIsExact()
{
    QFETCH(const int, limit);
    Crawling crawling;
    crawling.job.maxFiles = limit;
    crawling.job.workers = 30;
    crawling.job.perHost = 30;
    serveFan(crawling, 30);
    for (int i = 0; i < 30; ++i)
        crawling.web.hold("http://h/p" + QByteArray::number(i));
    crawling.start();
    if (limit > 1) {
        // All of them have their body at the same time.
        QVERIFY(fanIsRunning(crawling, 30));
        crawling.web.releaseAll();
    }
    crawling.web.releaseAll();
    FINISHED(crawling);
    QVERIFY(crawling.follower.phase == CrawlPhase::Stopped);
    QVERIFY(crawling.follower.limitReached);
    QVERIFY(!crawling.follower.fault);
    QCOMPARE(crawling.follower.totals.saved, limit);
    crawling.destroy();
    QCOMPARE(crawling.files().size(), limit);
}

void TestCrawlerLimits::maxFilesThatIsNotReachedStopsNothing()
{
    Crawling crawling;
    crawling.job.maxFiles = 31;
    crawling.job.maxTotalSize = 1'000'000;
    serveFan(crawling, 30);
    RAN(crawling);
    QVERIFY(crawling.follower.phase == CrawlPhase::Finished);
    QVERIFY(!crawling.follower.limitReached);
    QCOMPARE(crawling.follower.totals.saved, 31);
}

void TestCrawlerLimits::maxTotalIsNeverExceeded_data()
{
    QTest::addColumn<int>("bytes");
    QTest::newRow("small files") << 5'000;
    QTest::newRow("large files") << 900'000;
}

void TestCrawlerLimits::maxTotalIsNeverExceeded()
{
    QFETCH(const int, bytes);
    Crawling crawling;
    crawling.job.maxTotalSize = qint64(bytes) * 9 / 2;
    crawling.job.workers = 30;
    crawling.job.perHost = 30;
    serveFan(crawling, 20);
    for (int i = 0; i < 20; ++i)
        crawling.web.serve("http://h/p" + QByteArray::number(i), "x/y", QByteArray(bytes, 'x'));
    RAN(crawling);
    QVERIFY(crawling.follower.phase == CrawlPhase::Stopped);
    QVERIFY(crawling.follower.limitReached);
    QVERIFY(crawling.follower.totals.bytes <= *crawling.job.maxTotalSize);
    QVERIFY(crawling.follower.totals.saved >= 4);
    crawling.destroy();
    qint64 onDisk = 0;
    for (const QByteArray &file : crawling.files())
        onDisk += crawling.read(file).size();
    QCOMPARE(onDisk, crawling.follower.totals.bytes);
}

void TestCrawlerLimits::anEndlessBodyDoesNotPassMaxTotal()
{
    Crawling crawling;
    crawling.job.maxTotalSize = 2'000'000;
    crawling.web.page("http://h/", {"endless"});
    crawling.web.serveEndless("http://h/endless", "x/y");
    RAN(crawling);
    QVERIFY(crawling.follower.limitReached);
    QCOMPARE(crawling.of("http://h/endless"), QByteArray("waiting"));
    crawling.destroy();
    QCOMPARE(crawling.files(), QByteArrayList({"index.html"}));
}

void TestCrawlerLimits::failuresThatHealAreTriedAgain()
{
    Crawling crawling;
    crawling.web.page("http://h/", {"a"});
    crawling.web.page("http://h/a", {"b"});
    crawling.web.page("http://h/b", {});
    crawling.web.failFirst("http://h/a", 1, FakeFetcher::healing());
    crawling.start();
    QVERIFY(waitFor(
        [&] { return crawling.follower.record("http://h/a").state == RecordState::Retrying; }));
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/b"), QByteArray("saved"));
    QCOMPARE(crawling.follower.record("http://h/a").tries, quint16(2));
    QVERIFY(crawling.follower.totals.seconds >= 1);
}

void TestCrawlerLimits::triesAreLimited()
{
    // Both ways at once, because a second try waits a second.
    Crawling crawling({"http://h/", "http://h/never"});
    crawling.job.tries = 2;
    crawling.web.page("http://h/", {});
    crawling.web.failFirst("http://h/", 1, FakeFetcher::healing());
    crawling.web.failFirst("http://h/never", 9, FakeFetcher::healing());
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://h/never"), QByteArray("failed reset"));
    QCOMPARE(crawling.web.asked.count("http://h/never"), 2);
}

void TestCrawlerLimits::failuresThatCannotHealAreNotTriedAgain()
{
    Crawling crawling;
    FetchFailure tls;
    tls.reason = FailReason::Tls;
    tls.detail = QStringLiteral("expired");
    crawling.web.answer("http://h/", tls);
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/"), QByteArray("failed tls"));
    QCOMPARE(crawling.follower.record("http://h/").detail, QStringLiteral("expired"));
    QCOMPARE(crawling.web.asked.size(), 1);
}

QTEST_GUILESS_MAIN(TestCrawlerLimits)
#include "tst_crawlerlimits.moc"
