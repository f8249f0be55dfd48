// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlrun.h"
#include "tests/crawl/follower.h"
#include "tests/crawl/running.h"

#include <QTemporaryDir>

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

/// One of several downloads that share what is to be shared.
class Sharing
{
public:
    Sharing(const QString &directory, const std::shared_ptr<CrawlShare> &share)
        : m_share(share)
    {
        job.robots = RobotsPolicy::Ignore;
        job.depth.reset();
        job.directory = directory;
    }

    void start(const QUrl &url)
    {
        job.starts = {Address::parse(url.toEncoded()).value()};
        m_run = std::make_unique<CrawlRun>(
            job,
            [this](const Batch &batch) {
                follower.take(batch);
                follower.acknowledged = true;
                if (!follower.ended())
                    m_run->crawler().acknowledge();
            },
            m_share);
        m_run->crawler().start();
    }
    Crawler &crawler() { return m_run->crawler(); }
    CrawlRun &run() { return *m_run; }
    void destroy() { m_run.reset(); }
    bool ended() const { return follower.ended(); }

    CrawlJob job;
    Follower follower;

private:
    std::shared_ptr<CrawlShare> m_share;
    std::unique_ptr<CrawlRun> m_run;
};

/// A page at that path that leads to so many files below it.
void serveSite(TestServer &server, const QByteArray &path, int files)
{
    QByteArrayList links;
    for (int i = 0; i < files; ++i) {
        const QByteArray file = path + QByteArray::number(i);
        links.append(file);
        server.serve(file, "text/plain", "this is " + file);
    }
    server.serve(path, "text/html", pageWith(links));
}

} // namespace

/// Several downloads side by side, with real requests to one host.
class TestSharedCrawls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void togetherTheyAskNoMoreOfAHostThanOneMay();
    void neitherOfTwoStarves();
    void aPausedOneHoldsNobodyUp();
    void endingOneLeavesTheOther();
    void aBusyHostIsLeftAloneByBoth();
    void theRateBoundsBoth();
    void theSmallestRateHoldsUntilItsRunIsGone();

private:
    bool bothEnd()
    {
        return waitFor([this] { return m_one->ended() && m_other->ended(); })
            && m_one->follower.problems.isEmpty() && m_other->follower.problems.isEmpty();
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<QTemporaryDir> m_root;
    std::shared_ptr<CrawlShare> m_share;
    std::unique_ptr<Sharing> m_one;
    std::unique_ptr<Sharing> m_other;
};

void TestSharedCrawls::init()
{
    m_server = std::make_unique<TestServer>();
    m_root = std::make_unique<QTemporaryDir>();
    m_share = std::make_shared<CrawlShare>();
    m_one = std::make_unique<Sharing>(m_root->filePath(QStringLiteral("one")), m_share);
    m_other = std::make_unique<Sharing>(m_root->filePath(QStringLiteral("other")), m_share);
}

void TestSharedCrawls::cleanup()
{
    m_one.reset();
    m_other.reset();
    QVERIFY(m_share->lanes()->users.empty());
    QVERIFY(m_share->lanes()->lanes.isEmpty());
    m_server.reset();
}

void TestSharedCrawls::togetherTheyAskNoMoreOfAHostThanOneMay()
{
    serveSite(*m_server, "/a/", 60);
    serveSite(*m_server, "/b/", 60);
    m_one->job.perHost = m_other->job.perHost = 3;
    m_one->start(m_server->url("/a/"));
    m_other->start(m_server->url("/b/"));
    QVERIFY(bothEnd());
    QCOMPARE(m_one->follower.totals.saved, 61);
    QCOMPARE(m_other->follower.totals.saved, 61);
    QVERIFY2(m_server->mostOpen() <= 3, QByteArray::number(m_server->mostOpen()).constData());
    QCOMPARE(m_server->total(), 122);
}

void TestSharedCrawls::neitherOfTwoStarves()
{
    // One request at a time, and the first one has a long queue before the second one comes.
    serveSite(*m_server, "/a/", 200);
    serveSite(*m_server, "/b/", 10);
    m_one->job.perHost = m_other->job.perHost = 1;
    m_one->start(m_server->url("/a/"));
    QVERIFY(waitFor([this] { return m_one->follower.totals.saved > 3; }));
    m_other->start(m_server->url("/b/"));
    QVERIFY(waitFor([this] { return m_other->ended(); }));
    QVERIFY(!m_one->ended());
    QVERIFY(bothEnd());
    // In turns: between two requests of one there is one of the other.
    QByteArrayList order;
    for (const Request &request : m_server->requests())
        order.append(request.target);
    const qsizetype first = order.indexOf("/b/");
    const qsizetype last = order.indexOf("/b/9");
    QVERIFY2(last - first <= 3 * 11, QByteArray::number(last - first).constData());
}

void TestSharedCrawls::aPausedOneHoldsNobodyUp()
{
    serveSite(*m_server, "/a/", 50);
    serveSite(*m_server, "/b/", 50);
    m_one->job.perHost = m_other->job.perHost = 1;
    m_one->start(m_server->url("/a/"));
    m_other->start(m_server->url("/b/"));
    QVERIFY(waitFor([this] { return m_one->follower.totals.saved > 3; }));
    m_one->crawler().pause();
    QVERIFY(waitFor([this] { return m_other->ended(); }));
    QVERIFY(!m_one->ended());
    QVERIFY(m_one->follower.totals.waiting > 0);
    m_one->crawler().resume();
    QVERIFY(bothEnd());
    QCOMPARE(m_one->follower.totals.saved, 51);
}

void TestSharedCrawls::endingOneLeavesTheOther()
{
    // The one has all slots, with requests that never end.
    QByteArrayList links;
    for (int i = 0; i < 6; ++i)
        links.append("/fault/hold/never/" + QByteArray::number(i));
    m_server->serve("/a/", "text/html", pageWith(links));
    serveSite(*m_server, "/b/", 10);
    for (const bool isDestroyed : {false, true}) {
        init();
        serveSite(*m_server, "/b/", 10);
        m_server->serve("/a/", "text/html", pageWith(links));
        m_one->job.perHost = m_other->job.perHost = 2;
        m_one->start(m_server->url("/a/"));
        QVERIFY(waitFor([this] { return m_server->openNow() == 2; }));
        m_other->start(m_server->url("/b/"));
        QVERIFY(!waitFor([this] { return m_server->count("/b/") > 0; }, 100ms));
        if (isDestroyed)
            m_one->destroy();
        else
            m_one->crawler().stop();
        QVERIFY(waitFor([this] { return m_other->ended(); }));
        QCOMPARE(m_other->follower.totals.saved, 11);
        QVERIFY2(
            m_other->follower.problems.isEmpty(), m_other->follower.problems.value(0).constData());
        m_one.reset();
        m_other.reset();
    }
    init();
}

void TestSharedCrawls::aBusyHostIsLeftAloneByBoth()
{
    serveSite(*m_server, "/b/", 20);
    m_server->serve("/a/", "text/html", pageWith({"/a/busy"}));
    m_server->route("/a/busy", [this](const Request &, Reply &reply) {
        if (m_server->count("/a/busy") == 1)
            reply.answer(429, "text/plain", "busy", {{"Retry-After", "2"}});
        else
            reply.answer(200, "text/plain", "not any more");
    });
    m_one->start(m_server->url("/a/"));
    QVERIFY(waitFor([this] { return m_server->count("/a/busy") == 1; }));
    QVERIFY(waitFor([this] {
        return m_one->follower.record(m_server->url("/a/busy").toEncoded()).state
            == RecordState::Retrying;
    }));
    const auto told = Clock::now();
    m_other->start(m_server->url("/b/"));
    QVERIFY(waitFor([this] { return m_server->count("/b/") == 1; }));
    // Told a moment after the host has said so.
    QVERIFY(Clock::now() - told > 1s);
    QVERIFY(bothEnd());
    QCOMPARE(m_one->follower.totals.saved, 2);
    QCOMPARE(m_other->follower.totals.saved, 21);
}

void TestSharedCrawls::theRateBoundsBoth()
{
    // 600 kB in all; alone each of them would take a second and a half.
    m_one->job.rateLimit = m_other->job.rateLimit = 200'000;
    const auto began = Clock::now();
    m_one->start(m_server->url("/fault/large-body?bytes=300000"));
    m_other->start(m_server->url("/fault/large-body?bytes=300000"));
    QVERIFY(bothEnd());
    const auto took = Clock::now() - began;
    QVERIFY2(took > 2500ms, QByteArray::number(qint64(took / 1ms)).constData());
    QCOMPARE(m_one->follower.totals.saved, 1);
    QCOMPARE(m_other->follower.totals.saved, 1);
}

void TestSharedCrawls::theSmallestRateHoldsUntilItsRunIsGone()
{
    m_one->job.rateLimit = 5000;
    m_one->start(m_server->url("/fault/hold/never"));
    QCOMPARE(m_share->rateLimit().rate(), std::optional<qint64>(5000));
    m_other->job.rateLimit = 9000;
    m_other->start(m_server->url("/fault/hold/never"));
    QCOMPARE(m_share->rateLimit().rate(), std::optional<qint64>(5000));
    m_one->destroy();
    QCOMPARE(m_share->rateLimit().rate(), std::optional<qint64>(9000));
    m_other->run().setRateLimit({});
    QVERIFY(!m_share->rateLimit().rate());
}

QTEST_GUILESS_MAIN(TestSharedCrawls)
#include "tst_sharedcrawls.moc"
