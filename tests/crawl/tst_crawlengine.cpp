// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlengine.h"
#include "core/crawl/crawlthread.h"
#include "core/crawl/sessions.h"
#include "tests/crawl/follower.h"
#include "tests/support/await.h"
#include "tests/support/madesite.h"
#include "tests/support/testserver.h"

#include <QTemporaryDir>

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

/// A download in that engine, followed to its end.
struct Guest {
    Guest(const std::shared_ptr<CrawlEngine> &engine, const QTemporaryDir &root, const char *name)
        : thread(std::make_unique<CrawlThread>(engine))
    {
        job.depth.reset();
        job.directory = root.filePath(QLatin1String(name));
        job.stateDirectory = root.filePath(QStringLiteral("state"));
        QObject::connect(
            thread.get(), &CrawlThread::batchReady, thread.get(), [this](const Batch &batch) {
                follower.acknowledged = true;
                follower.take(batch);
                session = batch.session;
            });
    }
    void start(const QUrl &url)
    {
        job.starts = {Address::parse(url.toEncoded()).value()};
        thread->start(job);
    }
    bool ended() const { return follower.ended(); }

    CrawlJob job;
    Follower follower;
    QByteArray session;
    std::unique_ptr<CrawlThread> thread;
};

} // namespace

/// Several downloads in one crawl thread, as the window has them.
class TestCrawlEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severalRunToTheirEnds();
    void oneBegunPausedHasASessionAndAsksForNothing();
    void whatHasEndedLetsItsSessionGo();
    void oneGoesWhileTheOthersRun();
    void goingAtAnyMomentIsClean();

private:
    const MadeSite m_site{100, 6, 500};
    TestServer m_server;
};

void TestCrawlEngine::severalRunToTheirEnds()
{
    const QTemporaryDir root;
    const auto engine = std::make_shared<CrawlEngine>();
    std::vector<std::unique_ptr<Guest>> guests;
    for (const char *name : {"a", "b", "c"}) {
        guests.push_back(std::make_unique<Guest>(engine, root, name));
        guests.back()->start(m_server.url(m_site.target(0)));
    }
    for (const auto &guest : guests) {
        QVERIFY(waitFor([&] { return guest->ended(); }));
        QVERIFY2(guest->follower.problems.isEmpty(), guest->follower.problems.value(0).constData());
        QCOMPARE(guest->follower.totals.saved, 100);
    }
    QVERIFY(m_server.mostOpen() <= 6);
}

void TestCrawlEngine::oneBegunPausedHasASessionAndAsksForNothing()
{
    const QTemporaryDir root;
    const auto engine = std::make_shared<CrawlEngine>();
    Guest guest(engine, root, "a");
    const qint64 before = m_server.total();
    guest.start(m_server.url(m_site.target(0)));
    guest.thread->pause();
    QVERIFY(waitFor([&] { return !guest.session.isEmpty(); }));
    QVERIFY(guest.follower.phase == CrawlPhase::Paused);
    QVERIFY(!waitFor([&] { return m_server.total() > before; }, 200ms));
    const auto known = knownSessions(guest.job.stateDirectory);
    QCOMPARE(known.size(), size_t(1));
    QCOMPARE(known.front().job.starts, guest.job.starts);
    guest.thread->resume();
    QVERIFY(waitFor([&] { return guest.ended(); }));
    QCOMPARE(guest.follower.totals.saved, 100);
}

void TestCrawlEngine::whatHasEndedLetsItsSessionGo()
{
    const QTemporaryDir root;
    const auto engine = std::make_shared<CrawlEngine>();
    Guest first(engine, root, "a");
    first.start(m_server.url(m_site.target(0)));
    QVERIFY(waitFor([&] { return first.ended(); }));
    // It is still there, for whoever looks at it; what it held is not.
    Guest second(engine, root, "a");
    second.start(m_server.url(m_site.target(0)));
    QVERIFY(waitFor([&] { return second.ended(); }));
    QVERIFY(!second.follower.fault);
    QCOMPARE(second.follower.totals.unchanged, 100);
    QCOMPARE(second.session, first.session);
    // Calls that come too late do nothing.
    first.thread->pause();
    first.thread->retryFailed();
    first.thread->setRules({});
    first.thread->stop();
    QVERIFY(!waitFor([&] { return !first.follower.problems.isEmpty(); }, 50ms));
}

void TestCrawlEngine::oneGoesWhileTheOthersRun()
{
    const QTemporaryDir root;
    const auto engine = std::make_shared<CrawlEngine>();
    Guest stays(engine, root, "a");
    {
        Guest goes(engine, root, "b");
        goes.start(m_server.url("/fault/hold/never"));
        QVERIFY(waitFor([&] { return m_server.openNow("/fault/hold") == 1; }));
        // The host has not answered yet, so it gets no second request.
        stays.start(m_server.url(m_site.target(0)));
    }
    QVERIFY(waitFor([&] { return stays.ended(); }));
    QCOMPARE(stays.follower.totals.saved, 100);
}

void TestCrawlEngine::goingAtAnyMomentIsClean()
{
    for (int milliseconds = 0; milliseconds < 40; milliseconds += 4) {
        const QTemporaryDir root;
        const auto engine = std::make_shared<CrawlEngine>();
        Guest one(engine, root, "a");
        Guest other(engine, root, "b");
        one.start(m_server.url(m_site.target(0)));
        other.start(m_server.url(m_site.target(0)));
        if (!waitFor([&] { return one.ended(); }, std::chrono::milliseconds(milliseconds)))
            other.thread.reset();
    }
}

QTEST_GUILESS_MAIN(TestCrawlEngine)
#include "tst_crawlengine.moc"
