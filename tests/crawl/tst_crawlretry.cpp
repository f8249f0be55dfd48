// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/running.h"

using namespace gleaner;
using namespace gleaner::test;

/// A person has what failed asked for again while the crawl runs.
class TestCrawlRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_crawl.reset(); }
    void thoseThatAreNamedAreAskedForAgain();
    void allThatFailedAreAskedForAgain();
    void whatHasNotFailedIsLeftAlone();
    void itFailsAgainIfItHasNotHealed();
    void theirLinksAreFollowed();

private:
    RecordId idOf(const char *path) const { return m_crawl->record(m_server->url(path)).id; }
    QByteArray of(const char *path) const { return m_crawl->of(m_server->url(path)); }
    void forget(const char *path) { m_crawl->follower.forgetEnd(m_server->url(path).toEncoded()); }
    bool finish()
    {
        m_server->release("gate");
        return waitFor([this] { return m_crawl->follower.ended(); })
            && m_crawl->follower.problems.isEmpty();
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
};

void TestCrawlRetry::init()
{
    // Two fail, one is saved, and the last one keeps the run going.
    m_server = std::make_unique<TestServer>();
    m_server->serve("/", "text/html", pageWith({"good", "x", "y", "last"}));
    m_server->serve("/good", "text/plain", "good");
    for (const char *path : {"/x", "/y"})
        m_server->route(
            path, [](const Request &, Reply &reply) { reply.answer(404, "text/plain", "none"); });
    m_server->route("/last", [](const Request &, Reply &reply) {
        reply.hold("gate").answer(200, "text/plain", "last");
    });
    m_crawl = std::make_unique<Running>();
    // One of them is taken by the last one.
    m_crawl->job.workers = 2;
    m_crawl->start({m_server->url()});
    QVERIFY(waitFor([this] { return m_server->count("/last") == 1; }));
    QVERIFY(waitFor([this] { return of("/x") == "failed http" && of("/y") == "failed http"; }));
}

void TestCrawlRetry::thoseThatAreNamedAreAskedForAgain()
{
    m_server->serve("/x", "text/plain", "x");
    forget("/x");
    m_crawl->crawler().retry({idOf("/x"), idOf("/x")});
    QVERIFY(finish());
    QCOMPARE(of("/x"), QByteArray("saved"));
    QCOMPARE(m_server->count("/x"), 2);
    QCOMPARE(m_server->count("/y"), 1);
    QCOMPARE(m_crawl->follower.totals.failed, 1);
}

void TestCrawlRetry::allThatFailedAreAskedForAgain()
{
    for (const char *path : {"/x", "/y"}) {
        m_server->serve(path, "text/plain", path);
        forget(path);
    }
    m_crawl->crawler().retryFailed();
    QVERIFY(finish());
    QCOMPARE(of("/x"), QByteArray("saved"));
    QCOMPARE(of("/y"), QByteArray("saved"));
    QCOMPARE(m_crawl->follower.totals.failed, 0);
    QCOMPARE(m_crawl->follower.phase, CrawlPhase::Finished);
    for (const char *path : {"/", "/good", "/last"})
        QCOMPARE(m_server->count(path), 1);
}

void TestCrawlRetry::whatHasNotFailedIsLeftAlone()
{
    m_crawl->crawler().retry({idOf("/good"), idOf("/last"), 12345});
    QVERIFY(finish());
    for (const char *path : {"/good", "/last", "/x"})
        QCOMPARE(m_server->count(path), 1);
}

void TestCrawlRetry::itFailsAgainIfItHasNotHealed()
{
    forget("/x");
    m_crawl->crawler().retry({idOf("/x")});
    QVERIFY(finish());
    QCOMPARE(of("/x"), QByteArray("failed http"));
    QCOMPARE(int(m_crawl->record(m_server->url("/x")).tries), 1);
    QCOMPARE(m_server->count("/x"), 2);
}

void TestCrawlRetry::theirLinksAreFollowed()
{
    m_server->serve("/x", "text/html", pageWith({"z"}));
    m_server->serve("/z", "text/plain", "z");
    forget("/x");
    m_crawl->crawler().retry({idOf("/x")});
    QVERIFY(finish());
    QCOMPARE(of("/z"), QByteArray("saved"));
}

QTEST_GUILESS_MAIN(TestCrawlRetry)
#include "tst_crawlretry.moc"
