// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlrun.h"

#include "tests/crawl/follower.h"
#include "tests/support/await.h"
#include "tests/support/faults.h"
#include "tests/support/filesbelow.h"
#include "tests/support/madesite.h"
#include "tests/support/testserver.h"

#include <QTemporaryDir>

using namespace gleaner;
using namespace gleaner::test;

/// The real fetcher, the real disk and a server that misbehaves.
class TestCrawlRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_run.reset(); }
    void savesASiteByteForByte();
    void neverAsksForMoreAtOnceThanItMay();
    void everyFaultEndsInOneWay_data();
    void everyFaultEndsInOneWay();
    void aShortBodyLeavesNothingBehind();
    void pagesComePackedAndFilesAsTheyAre();
    void oneBadHostDoesNotStopTheOthers();
    void secretsGoToTheStartOriginOnly();
    void stopAnswersWithinASecond();
    void dyingWithRequestsInFlightIsClean();

private:
    void start(const QByteArray &target);
    bool finish()
    {
        return waitFor([this] { return m_follower->ended(); }) && m_follower->problems.isEmpty();
    }
    QByteArray at(const QByteArray &target) const { return m_server->url(target).toEncoded(); }
    QByteArrayList files() const { return filesBelow(m_job.directory); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<QTemporaryDir> m_root;
    std::unique_ptr<Follower> m_follower;
    std::unique_ptr<CrawlRun> m_run;
    CrawlJob m_job;
};

void TestCrawlRun::init()
{
    m_server = std::make_unique<TestServer>();
    m_root = std::make_unique<QTemporaryDir>();
    m_follower = std::make_unique<Follower>();
    m_job = {};
    m_job.robots = RobotsPolicy::Ignore;
    m_job.tries = 1;
    m_job.directory = m_root->filePath(QStringLiteral("dl"));
}

void TestCrawlRun::start(const QByteArray &target)
{
    m_job.starts = {Address::parse(at(target)).value()};
    m_run = std::make_unique<CrawlRun>(m_job, [this](const Batch &batch) {
        m_follower->take(batch);
        m_follower->acknowledged = true;
        m_run->crawler().acknowledge();
    });
    m_run->crawler().start();
}

void TestCrawlRun::savesASiteByteForByte()
{
    const MadeSite site{300, 6, 3000};
    m_job.depth.reset();
    start(site.target(0));
    QVERIFY2(finish(), m_follower->problems.value(0).constData());
    QCOMPARE(m_follower->totals.saved, site.pages);
    QCOMPARE(m_follower->totals.failed, 0);
    QCOMPARE(files().size(), site.pages);
    for (qint64 page = 0; page < site.pages; ++page) {
        QFile file(m_job.directory + QString::fromLatin1(site.target(page)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), site.body(page));
        QCOMPARE(m_server->count(site.target(page)), 1);
    }
}

void TestCrawlRun::neverAsksForMoreAtOnceThanItMay()
{
    QByteArray page;
    for (int i = 0; i < 40; ++i)
        page += "<a href=/fault/delay/30?" + QByteArray::number(i) + '>';
    m_server->serve("/", "text/html", page);
    m_job.workers = 16;
    m_job.perHost = 9;
    start("/");
    QVERIFY2(finish(), m_follower->problems.value(0).constData());
    QCOMPARE(m_follower->totals.saved, 41);
    QCOMPARE(m_server->mostOpen(), 9);
    // Nine at a time are more than one manager can take, and each connection serves many.
    QVERIFY(m_server->connections() >= 9);
    QVERIFY(m_server->connections() <= 12);
}

void TestCrawlRun::everyFaultEndsInOneWay_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("status/404") << QByteArray("failed http");
    QTest::newRow("status/401") << QByteArray("failed auth");
    QTest::newRow("no-content-204") << QByteArray("skipped no-content");
    QTest::newRow("empty-200") << QByteArray("saved");
    QTest::newRow("short-body") << QByteArray("failed incomplete");
    QTest::newRow("reset-mid-body") << QByteArray("failed incomplete");
    QTest::newRow("reset-at-once") << QByteArray("failed reset");
    QTest::newRow("length-negative") << QByteArray("failed invalid-response");
    QTest::newRow("unknown-coding") << QByteArray("failed decode");
    QTest::newRow("chunked-ok") << QByteArray("saved");
    QTest::newRow("redirect/10") << QByteArray("redirected");
    QTest::newRow("redirect-loop") << QByteArray("failed redirect-loop");
    QTest::newRow("redirect-loop-a") << QByteArray("redirected");
    QTest::newRow("redirect-endless/0") << QByteArray("redirected");
    QTest::newRow("redirect-without-location") << QByteArray("failed invalid-response");
    QTest::newRow("redirect-invalid-location") << QByteArray("failed invalid-response");
    QTest::newRow("cookie-wall") << QByteArray("saved");
}

void TestCrawlRun::everyFaultEndsInOneWay()
{
    const QByteArray target = QByteArray("/fault/") + QTest::currentDataTag();
    start(target);
    QVERIFY2(finish(), m_follower->problems.value(0).constData());
    QVERIFY(m_follower->phase == CrawlPhase::Finished);
    QTEST(m_follower->of(at(target)), "end");
    QVERIFY(m_server->total() <= 12 + 2); // Qt asks up to three times when nothing has come
}

void TestCrawlRun::pagesComePackedAndFilesAsTheyAre()
{
    m_server->serve("/", "text/html",
        "<a href=/fault/gzip-ok><a href=/a.pdf><img src=/i><a href=/x.tar.gz><a href=page.html>");
    m_server->serve("/linked", "text/plain", "x");
    m_server->serve(
        "/x.tar.gz", "application/gzip", "\x1f\x8b as it is", {{"Content-Encoding", "x-gzip"}});
    start("/");
    QVERIFY2(finish(), m_follower->problems.value(0).constData());
    QMap<QByteArray, QByteArray> asked;
    for (const Request &request : m_server->requests())
        asked.insert(request.target, request.header("Accept-Encoding"));
    for (const char *page : {"/", "/fault/gzip-ok", "/linked", "/page.html"})
        QCOMPARE(asked.value(page), QByteArray("gzip"));
    for (const char *file : {"/a.pdf", "/i", "/x.tar.gz"})
        QCOMPARE(asked.value(file), QByteArray("identity"));
    const Record page = m_follower->record(at("/fault/gzip-ok"));
    QVERIFY(page.state == RecordState::Saved && page.verified);
    QCOMPARE(page.bytes, 4636);
    QCOMPARE(QFileInfo(m_job.directory + u'/' + page.path).size(), 4636);
    QFile packed(m_job.directory + QStringLiteral("/x.tar.gz"));
    QVERIFY(packed.open(QIODevice::ReadOnly));
    QCOMPARE(packed.readAll(), QByteArray("\x1f\x8b as it is"));
}

void TestCrawlRun::aShortBodyLeavesNothingBehind()
{
    // More than is kept in memory: it is streamed into a part file before it breaks off.
    m_server->serve("/", "text/html", "<a href='/fault/short-body?sent=2000000&length=3000000'>");
    start("/");
    QVERIFY2(finish(), m_follower->problems.value(0).constData());
    QCOMPARE(m_follower->totals.failed, 1);
    m_run.reset();
    QCOMPARE(files(), QByteArrayList({"index.html"}));
}

void TestCrawlRun::oneBadHostDoesNotStopTheOthers()
{
    TestServer bad("127.0.0.2");
    QByteArray page;
    for (int i = 0; i < 30; ++i) {
        const QByteArray number = QByteArray::number(i);
        page += "<img src=" + bad.url("/fault/hold/gate/" + number).toEncoded() + '>';
        page += "<a href=/fault/status/200?" + number + '>';
    }
    m_server->serve("/", "text/html", page);
    start("/");
    QVERIFY(waitFor([&] { return m_follower->totals.saved == 31; }));
    // It has never answered, so it has one request and no more.
    QCOMPARE(bad.openNow(), 1);
    bad.release("gate");
    QVERIFY2(finish(), m_follower->problems.value(0).constData());
    QCOMPARE(m_follower->totals.saved, 61);
    QVERIFY(bad.mostOpen() <= 6);
}

void TestCrawlRun::secretsGoToTheStartOriginOnly()
{
    TestServer other("127.0.0.2");
    other.serve("/i.png", "image/png", "x");
    m_server->serve("/", "text/html",
        "<img src=" + other.url("/i.png").toEncoded()
            + "><img src='/fault/redirect-to?to=" + other.url("/i.png?2").toEncoded() + "'>");
    m_job.headers = {{"Authorization", "secret"}};
    start("/");
    QVERIFY2(finish(), m_follower->problems.value(0).constData());
    QCOMPARE(other.requests().size(), 2);
    for (const Request &request : other.requests()) {
        QVERIFY(request.header("Authorization").isNull());
        QCOMPARE(request.header("Referer"), at("/"));
    }
    for (const Request &request : m_server->requests())
        QCOMPARE(request.header("Authorization"), QByteArray("secret"));
}

void TestCrawlRun::stopAnswersWithinASecond()
{
    QByteArray page;
    for (int i = 0; i < 20; ++i)
        page += "<a href=/fault/endless-body?" + QByteArray::number(i) + '>';
    m_server->serve("/", "text/html", page);
    start("/");
    // The page's links are followed before it has its name.
    QVERIFY(waitFor([&] { return m_server->openNow() == 6 && m_follower->totals.saved == 1; }));
    QElapsedTimer clock;
    clock.start();
    m_run->crawler().stop();
    QVERIFY2(finish(), m_follower->problems.value(0).constData());
    QVERIFY(clock.elapsed() < 1000);
    QCOMPARE(m_follower->totals.waiting, 20);
    QVERIFY(waitFor([&] { return m_server->openNow() == 0; }));
    m_run.reset();
    QCOMPARE(files(), QByteArrayList({"index.html"}));
}

void TestCrawlRun::dyingWithRequestsInFlightIsClean()
{
    QByteArray page;
    for (int i = 0; i < 20; ++i) {
        const QByteArray number = QByteArray::number(i);
        page += "<a href=/fault/endless-body?" + number + "><img src=/fault/hold/x/" + number + '>';
    }
    m_server->serve("/", "text/html", page);
    for (const int open : {0, 1, 6}) {
        start("/");
        QVERIFY(waitFor([&] { return m_server->openNow() >= open; }));
        m_run.reset();
        QVERIFY(waitFor([&] { return m_server->openNow() == 0; }));
        m_follower = std::make_unique<Follower>();
    }
    QVERIFY(files().size() <= 1);
}

QTEST_GUILESS_MAIN(TestCrawlRun)
#include "tst_crawlrun.moc"
