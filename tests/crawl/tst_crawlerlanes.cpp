// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/crawling.h"

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

/// Three workers, of which two are held up, and a host b that has answered once: of its pages 1, 2
/// and 3 the first is with the third worker, and the others have been taken and wait for it.
class Queue : public Crawling
{
public:
    Queue()
    {
        job.workers = job.perHost = 3;
        job.scope = ScopeKind::Any;
        web.page("http://h/", {"http://b/0", "x1", "x2"});
        web.page("http://b/0", {"http://b/1", "http://b/2", "http://b/3"});
        for (const char *page :
            {"http://b/1", "http://b/2", "http://b/3", "http://h/x1", "http://h/x2"}) {
            web.page(page, {});
            web.hold(page);
        }
        web.hold("http://b/0");
    }
    [[nodiscard]] bool fill()
    {
        start();
        if (!waitFor([this] { return web.running == 3; }))
            return false;
        web.release("http://b/0");
        return waitFor([this] { return web.asked.contains("http://b/1"); }) && waitFor([this] {
            return follower.record("http://b/3").state == RecordState::Connecting;
        });
    }
    void release()
    {
        for (const char *page : {"http://b/1", "http://b/2", "http://b/3"})
            web.release(page);
    }
    /// When it was first asked for; the others run on from there to the end.
    Clock::time_point askedAt(const QByteArray &address)
    {
        if (!waitFor([&] { return web.asked.contains(address); }))
            return {};
        return web.askedAt.at(web.asked.indexOf(address));
    }
};

} // namespace

/// What was taken for a worker and has to wait for one is still not sent when its host is to be
/// left alone.
class TestCrawlerLanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBusyHostGetsNothingOfTheQueue();
    void aDelayIsKeptInTheQueue();
};

void TestCrawlerLanes::aBusyHostGetsNothingOfTheQueue()
{
    Queue queue;
    QVERIFY(queue.fill());
    FetchFailure busy;
    busy.reason = FailReason::Http;
    busy.status = 429;
    busy.canHeal = true;
    busy.retryAfter = 1s;
    queue.web.failFirst("http://b/1", 1, busy);
    const auto released = Clock::now();
    queue.release();
    QVERIFY(queue.askedAt("http://b/2") - released >= 1s);
    QVERIFY(queue.askedAt("http://b/3") - released >= 1s);
    queue.web.releaseAll();
    FINISHED(queue);
    QCOMPARE(queue.follower.totals.saved, 7);
    // What was put back was not asked for, and no try.
    QCOMPARE(int(queue.follower.record("http://b/2").tries), 1);
    QCOMPARE(queue.web.asked.count("http://b/2"), 1);
    QCOMPARE(int(queue.follower.record("http://b/1").tries), 2);
}

void TestCrawlerLanes::aDelayIsKeptInTheQueue()
{
    Queue queue;
    queue.job.delay = 300ms;
    QVERIFY(queue.fill());
    queue.release();
    QVERIFY(queue.askedAt("http://b/3") - queue.askedAt("http://b/2") >= 300ms);
    queue.web.releaseAll();
    FINISHED(queue);
    QCOMPARE(queue.follower.totals.saved, 7);
}

QTEST_GUILESS_MAIN(TestCrawlerLanes)
#include "tst_crawlerlanes.moc"
