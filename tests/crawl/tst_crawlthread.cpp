// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlthread.h"

#include "tests/crawl/follower.h"
#include "tests/support/await.h"
#include "tests/support/madesite.h"
#include "tests/support/testserver.h"

#include <QTemporaryDir>
#include <QThread>

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

/// A download as the window has it: in another thread, heard of in batches.
class TestCrawlThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_download.reset(); }
    void runsToItsEnd();
    void batchesComeAFewTimesASecondInThisThread();
    void aBusyWindowIsNotFlooded();
    void pausesAndGoesOn();
    void stopsWithinASecond();
    void theRateChangesWhileItRuns();
    void everyCallMayComeAtAnyTime();
    void dyingAtAnyMomentIsClean();
    void dyingInsideItsOwnSignalIsClean();

private:
    void start(const QByteArray &target);
    bool ended() const { return m_follower->ended(); }

    TestServer m_server;
    std::unique_ptr<QTemporaryDir> m_root;
    std::unique_ptr<Follower> m_follower;
    std::unique_ptr<CrawlThread> m_download;
    CrawlJob m_job;
};

void TestCrawlThread::init()
{
    m_root = std::make_unique<QTemporaryDir>();
    m_follower = std::make_unique<Follower>();
    m_download = std::make_unique<CrawlThread>();
    m_job = {};
    m_job.depth.reset();
    m_job.directory = m_root->filePath(QStringLiteral("dl"));
    connect(m_download.get(), &CrawlThread::batchReady, this, [this](const Batch &batch) {
        m_follower->acknowledged = true;
        m_follower->take(batch);
    });
}

void TestCrawlThread::start(const QByteArray &target)
{
    m_job.starts = {Address::parse(m_server.url(target).toEncoded()).value()};
    m_download->start(m_job);
}

void TestCrawlThread::runsToItsEnd()
{
    start(MadeSite{200, 6, 500}.target(0));
    QVERIFY(waitFor([&] { return ended(); }));
    QVERIFY2(m_follower->problems.isEmpty(), m_follower->problems.value(0).constData());
    QVERIFY(m_follower->phase == CrawlPhase::Finished);
    QCOMPARE(m_follower->totals.saved, 200);
    QVERIFY(!waitFor([&] { return !m_follower->problems.isEmpty(); }, 100ms));
}

void TestCrawlThread::batchesComeAFewTimesASecondInThisThread()
{
    int others = 0;
    connect(
        m_download.get(), &CrawlThread::batchReady, this,
        [&] { others += QThread::currentThread() != thread(); }, Qt::DirectConnection);
    QElapsedTimer clock;
    clock.start();
    start(MadeSite{600, 6, 500}.target(0));
    QVERIFY(waitFor([&] { return ended(); }));
    QCOMPARE(others, 0);
    QVERIFY2(m_follower->batches <= clock.elapsed() / 40 + 3,
        QByteArray::number(m_follower->batches).constData());
}

void TestCrawlThread::aBusyWindowIsNotFlooded()
{
    // The window sleeps through the whole download: one batch waits for it, and the last one.
    start(MadeSite{100, 6, 500}.target(0));
    QVERIFY(waitFor([&] { return m_follower->batches == 1; }));
    while (m_server.count(MadeSite{100, 6, 500}.target(99)) == 0)
        QThread::msleep(5);
    QThread::msleep(300);
    const int before = m_follower->batches;
    QVERIFY(waitFor([&] { return ended(); }));
    QVERIFY(m_follower->batches - before <= 3);
    QCOMPARE(m_follower->totals.saved, 100);
}

void TestCrawlThread::pausesAndGoesOn()
{
    start(MadeSite{500, 6, 500}.target(0));
    QVERIFY(waitFor([&] { return m_follower->totals.saved > 5; }));
    m_download->pause();
    QVERIFY(waitFor([&] { return m_follower->phase == CrawlPhase::Paused; }, 1s));
    QVERIFY(waitFor([&] { return m_server.openNow() == 0; }, 1s));
    const qint64 asked = m_server.total();
    QVERIFY(!waitFor([&] { return m_server.total() > asked; }, 200ms));
    m_download->setWorkerCount(20);
    QVERIFY(!waitFor([&] { return m_server.total() > asked; }, 100ms));
    m_download->resume();
    QVERIFY(waitFor([&] { return ended(); }));
    QCOMPARE(m_follower->totals.saved, 500);
}

void TestCrawlThread::stopsWithinASecond()
{
    start("/fault/hold/never");
    QVERIFY(waitFor([&] { return m_server.openNow() > 0; }));
    QElapsedTimer clock;
    clock.start();
    m_download->stop();
    QVERIFY(waitFor([&] { return ended(); }, 1s));
    QVERIFY(m_follower->phase == CrawlPhase::Stopped);
    QCOMPARE(m_follower->totals.waiting, 1);
    QVERIFY(waitFor([&] { return m_server.openNow() == 0; }));
}

void TestCrawlThread::theRateChangesWhileItRuns()
{
    m_job.rateLimit = 1000;
    m_download->setRateLimit(5);
    start("/fault/large-body?bytes=3000000");
    QVERIFY(waitFor([&] { return m_follower->totals.bytesPerSecond > 0; }));
    QVERIFY(!waitFor([&] { return ended(); }, 300ms));
    m_download->setRateLimit({});
    QVERIFY(waitFor([&] { return ended(); }));
    QCOMPARE(m_follower->totals.saved, 1);
}

void TestCrawlThread::everyCallMayComeAtAnyTime()
{
    const auto callAll = [this] {
        m_download->pause();
        m_download->setWorkerCount(3);
        m_download->resume();
        m_download->resume();
        m_download->stop();
        m_download->pause();
        m_download->stop();
    };
    callAll();
    QVERIFY(!waitFor([&] { return m_follower->batches > 0; }, 50ms));
    start(MadeSite{500, 6, 500}.target(0));
    callAll();
    QVERIFY(waitFor([&] { return ended(); }));
    QVERIFY(m_follower->phase == CrawlPhase::Stopped);
    callAll();
    QVERIFY(!waitFor([&] { return !m_follower->problems.isEmpty(); }, 50ms));
}

void TestCrawlThread::dyingAtAnyMomentIsClean()
{
    for (int milliseconds = 0; milliseconds < 60; milliseconds += 3) {
        start(MadeSite{300, 6, 500}.target(0));
        waitFor([] { return false; }, std::chrono::milliseconds(milliseconds)) ? void() : void();
        init();
    }
    start("/fault/endless-body");
    QVERIFY(waitFor([&] { return m_server.openNow() > 0; }));
    m_download.reset();
    QVERIFY(waitFor([&] { return m_server.openNow() == 0; }));
}

void TestCrawlThread::dyingInsideItsOwnSignalIsClean()
{
    connect(m_download.get(), &CrawlThread::batchReady, this, [this] { m_download.reset(); });
    start(MadeSite{300, 6, 500}.target(0));
    QVERIFY(waitFor([&] { return !m_download; }));
    QCOMPARE(m_follower->batches, 1);
}

QTEST_GUILESS_MAIN(TestCrawlThread)
#include "tst_crawlthread.moc"
