// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/running.h"

using namespace gleaner;
using namespace gleaner::test;

/// A finished download is begun again for what has failed, or for other rules: nothing else is
/// asked for.
class TestCrawlAgain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_crawl.reset(); }
    void nothingHappensByItself();
    void whatHasFailedIsRetried();
    void thoseThatAreNamedAreRetried();
    void whatOtherRulesLetInIsFetched();
    void withoutAWishItIsUpdated();

private:
    QByteArray of(const char *path) const { return m_crawl->of(m_server->url(path)); }
    void begin()
    {
        m_crawl->job.rerun = Rerun::AsItStands;
        m_crawl->start({m_server->url()});
    }
    bool finish()
    {
        const bool ended = waitFor([this] { return m_crawl->follower.ended(); });
        m_crawl->destroy();
        return ended && m_crawl->follower.problems.isEmpty()
            && m_crawl->follower.phase == CrawlPhase::Finished;
    }
    QList<int> counts() const
    {
        QList<int> counts;
        for (const char *path : {"/", "/good", "/x", "/y", "/out/z"})
            counts.append(m_server->count(path));
        return counts;
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
};

void TestCrawlAgain::init()
{
    m_server = std::make_unique<TestServer>();
    m_server->serve("/", "text/html", pageWith({"good", "x", "y", "out/z"}));
    m_server->serve("/good", "text/plain", "good");
    m_server->serve("/out/z", "text/plain", "z");
    // The one may have healed by itself, the other not.
    m_server->route(
        "/x", [](const Request &, Reply &reply) { reply.answer(404, "text/plain", "none"); });
    m_server->route(
        "/y", [](const Request &, Reply &reply) { reply.answer(500, "text/plain", "trouble"); });
    m_crawl = std::make_unique<Running>();
    m_crawl->job.exclude = {"*/out/*"};
    QVERIFY(m_crawl->run({m_server->url()}));
    QCOMPARE(counts(), QList<int>({1, 1, 1, 1, 0}));
}

void TestCrawlAgain::nothingHappensByItself()
{
    begin();
    QVERIFY(finish());
    QCOMPARE(counts(), QList<int>({1, 1, 1, 1, 0}));
    QCOMPARE(of("/"), QByteArray("unchanged"));
    QCOMPARE(of("/y"), QByteArray("failed http"));
    QCOMPARE(m_crawl->follower.totals.failed, 2);
}

void TestCrawlAgain::whatHasFailedIsRetried()
{
    m_server->serve("/x", "text/html", pageWith({"new"}));
    m_server->serve("/new", "text/plain", "new");
    begin();
    m_crawl->crawler().retryFailed();
    QVERIFY(finish());
    QCOMPARE(counts(), QList<int>({1, 1, 2, 2, 0}));
    QCOMPARE(of("/x"), QByteArray("saved"));
    QCOMPARE(of("/new"), QByteArray("saved"));
    QCOMPARE(of("/y"), QByteArray("failed http"));
    QCOMPARE(m_crawl->follower.totals.unchanged, 2);
}

void TestCrawlAgain::thoseThatAreNamedAreRetried()
{
    m_server->serve("/x", "text/plain", "x");
    const RecordId id = m_crawl->record(m_server->url("/x")).id;
    begin();
    m_crawl->crawler().retry({id});
    QVERIFY(finish());
    QCOMPARE(counts(), QList<int>({1, 1, 2, 1, 0}));
    QCOMPARE(of("/x"), QByteArray("saved"));
}

void TestCrawlAgain::whatOtherRulesLetInIsFetched()
{
    begin();
    CrawlRules rules = rulesOf(m_crawl->job);
    rules.exclude.clear();
    m_crawl->crawler().setRules(rules);
    QVERIFY(finish());
    QCOMPARE(counts(), QList<int>({1, 1, 1, 1, 1}));
    QCOMPARE(of("/out/z"), QByteArray("saved"));
}

void TestCrawlAgain::withoutAWishItIsUpdated()
{
    begin();
    QVERIFY(finish());
    m_crawl->job.rerun = Rerun::Update;
    QVERIFY(m_crawl->run({m_server->url()}));
    QCOMPARE(counts(), QList<int>({2, 2, 2, 2, 0}));
}

QTEST_GUILESS_MAIN(TestCrawlAgain)
#include "tst_crawlagain.moc"
