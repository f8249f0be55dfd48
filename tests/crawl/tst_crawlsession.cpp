// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessiondatabase.h"
#include "core/store/sessionlist.h"
#include "tests/crawl/stopped.h"

using namespace gleaner;
using namespace gleaner::test;

/// A download that was begun earlier goes on, or is looked through again.
class TestCrawlSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goesOnWhereItWasStopped();
    void whatWasStoppedIsDoneAsIfItHadNotBeen();
    void whatWasRemovedMeanwhileIsHadAgain();
    void failuresThatMayHaveHealedAreTriedAgain();
    void aDeeperLimitGoesOnFromWhatWasTooDeep();
    void aNarrowerFilterDropsWhatWaits();
    void whatOtherOptionsLetInComesBack_data();
    void whatOtherOptionsLetInComesBack();
    void aLoginGoesOn();
    void aHostThatWantsToBeLeftAloneStaysSo();
    void whatWasTakenBackBelongsToALaterPage();

private:
    QUrl url(const QByteArray &target) const { return m_server->url(target); }
    [[nodiscard]] bool run() { return m_crawl->run({url("/")}); }
    [[nodiscard]] bool runUntil(qint64 saved) { return test::runUntil(*m_crawl, url("/"), saved); }
    QByteArrayList askedFor() const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
};

void TestCrawlSession::init()
{
    m_server = std::make_unique<TestServer>();
    m_crawl = std::make_unique<Running>();
    serveSmallSite(*m_server);
}

QByteArrayList TestCrawlSession::askedFor() const
{
    QByteArrayList asked;
    for (const Request &request : m_server->requests())
        asked.append(request.target);
    std::ranges::sort(asked);
    return asked;
}

void TestCrawlSession::goesOnWhereItWasStopped()
{
    m_server->route("/c", [](const Request &, Reply &reply) { reply.stall(); });
    QVERIFY(runUntil(3));
    QVERIFY(m_crawl->follower.phase == CrawlPhase::Stopped);
    const QByteArrayList before = askedFor();
    m_server->clearLog();
    m_server->serve("/c", "text/plain", "this is /c");
    QVERIFY(run());
    QCOMPARE(m_crawl->follower.totals.saved + m_crawl->follower.totals.unchanged, 7);
    for (const QByteArray &target : askedFor())
        QVERIFY2(target == "/c" || !before.contains(target), target.constData());
    QCOMPARE(m_crawl->of(url("/")), QByteArray("unchanged"));
    QCOMPARE(m_crawl->files().size(), 7);
}

void TestCrawlSession::whatWasStoppedIsDoneAsIfItHadNotBeen()
{
    // At each number of saved files there may be.
    for (qint64 saved = 0; saved < 7; ++saved) {
        Running undisturbed;
        QVERIFY(undisturbed.run({url("/")}));
        m_crawl = std::make_unique<Running>();
        QVERIFY(runUntil(saved));
        QVERIFY(run());
        QCOMPARE(m_crawl->files(), undisturbed.files());
        for (const Record &record : undisturbed.follower.records) {
            const Record &same = m_crawl->follower.record(record.address.bytes());
            QCOMPARE(same.path, record.path);
            QCOMPARE(same.depth, record.depth);
            QCOMPARE(same.bytes, record.bytes);
        }
        QCOMPARE(m_crawl->follower.totals.known, undisturbed.follower.totals.known);
    }
}

void TestCrawlSession::whatWasRemovedMeanwhileIsHadAgain()
{
    m_server->route("/d", [](const Request &, Reply &reply) { reply.stall(); });
    QVERIFY(runUntil(4));
    QVERIFY(QFile::remove(m_crawl->pathOf("b")));
    m_server->serve("/d", "text/plain", "d");
    QVERIFY(run());
    QCOMPARE(m_crawl->of(url("/b")), QByteArray("saved"));
    QCOMPARE(m_crawl->files().size(), 7);
}

void TestCrawlSession::failuresThatMayHaveHealedAreTriedAgain()
{
    const auto fail = [&](const char *target, int status) {
        m_server->route(target, [status](const Request &, Reply &reply) { reply.answer(status); });
    };
    fail("/a", 500);
    fail("/b", 404);
    m_server->route("/c", [](const Request &, Reply &reply) { reply.reset(); });
    m_server->route("/d", [](const Request &, Reply &reply) { reply.stall(); });
    m_crawl->start({url("/")});
    QVERIFY(waitFor([&] { return m_crawl->follower.totals.failed == 3; }));
    m_crawl->crawler().stop();
    QVERIFY(waitFor([&] { return m_crawl->follower.ended(); }));
    m_crawl->destroy();
    m_server->clearLog();
    for (const char *path : {"/a", "/b", "/c", "/d"})
        m_server->serve(path, "text/plain", path);
    QVERIFY(run());
    QCOMPARE(askedFor(), (QByteArrayList{"/a", "/c", "/d"}));
    QCOMPARE(m_crawl->of(url("/b")), QByteArray("failed http"));
}

void TestCrawlSession::aDeeperLimitGoesOnFromWhatWasTooDeep()
{
    m_crawl->job.depth = 1;
    m_server->route("/d", [](const Request &, Reply &reply) { reply.stall(); });
    QVERIFY(runUntil(4));
    QCOMPARE(m_crawl->of(url("/a/1")), QByteArray("skipped depth"));
    m_server->serve("/d", "text/plain", "d");
    m_crawl->job.depth = 2;
    QVERIFY(run());
    QCOMPARE(m_crawl->of(url("/a/1")), QByteArray("saved"));
    QCOMPARE(m_crawl->of(url("/a/2")), QByteArray("saved"));
}

void TestCrawlSession::aNarrowerFilterDropsWhatWaits()
{
    m_server->route("/a", [](const Request &, Reply &reply) { reply.stall(); });
    QVERIFY(runUntil(1));
    m_crawl->job.exclude = {"*/c"};
    QVERIFY(runUntil(0));
    m_server->serve("/a", "text/html", pageWith({}));
    QVERIFY(run());
    QCOMPARE(m_crawl->of(url("/c")), QByteArray("skipped filter"));
    QCOMPARE(m_crawl->of(url("/d")), QByteArray("saved"));
    QCOMPARE(m_server->count("/c"), 0);
}

void TestCrawlSession::whatOtherOptionsLetInComesBack_data()
{
    QTest::addColumn<std::function<void(CrawlJob &)>>("first");
    QTest::addColumn<std::function<void(CrawlJob &)>>("then");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    using Setting = std::function<void(CrawlJob &)>;
    const auto robots = [](RobotsPolicy policy) -> Setting {
        return [policy](CrawlJob &job) { job.robots = policy; };
    };
    const auto size = [](std::optional<qint64> most) -> Setting {
        return [most](CrawlJob &job) { job.maxFileSize = most; };
    };
    const auto types = [](const char *list) -> Setting {
        return [list](CrawlJob &job) { job.types = TypeSelection::fromList(list).value(); };
    };
    const auto row = [](const char *name, const Setting &first, const Setting &then,
                         const char *before, const char *after) {
        QTest::newRow(name) << first << then << QByteArray(before) << QByteArray(after);
    };
    const auto respect = robots(RobotsPolicy::Respect);
    row("without robots.txt", respect, robots(RobotsPolicy::Ignore), "skipped robots", "saved");
    row("with it still", respect, respect, "skipped robots", "skipped robots");
    row("larger ones", size(2000), size(5000), "skipped size", "saved");
    row("of any size", size(2000), size({}), "skipped size", "saved");
    row("no larger ones", size(2000), size(3000), "skipped size", "skipped size");
    row("other types", types("pages"), types("pages,documents"), "skipped type", "saved");
    row("other types still", types("pages"), types("pages,images"), "skipped type", "skipped type");
}

void TestCrawlSession::whatOtherOptionsLetInComesBack()
{
    QFETCH(const std::function<void(CrawlJob &)>, first);
    QFETCH(const std::function<void(CrawlJob &)>, then);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    m_server->serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /b/\n");
    QByteArrayList links{"d"};
    for (int i = 0; i < 20; ++i) {
        links.append("b/" + QByteArray::number(i));
        m_server->serve('/' + links.last(), "application/pdf", QByteArray(5000, 'b'));
    }
    m_server->serve("/", "text/html", pageWith(links));
    m_server->serve("/d", "text/html", "d");
    m_server->route("/d", [](const Request &, Reply &reply) { reply.stall(); });
    first(m_crawl->job);
    m_crawl->job.workers = 2;
    m_crawl->start({url("/")});
    QVERIFY(waitFor([&] { return m_crawl->follower.totals.skipped == 20; }));
    m_crawl->crawler().stop();
    QVERIFY(waitFor([&] { return m_crawl->follower.ended(); }));
    m_crawl->destroy();
    QCOMPARE(m_crawl->of(url("/b/19")), before);

    // The next run, too, knows what the one in between was told, however soon that was stopped.
    then(m_crawl->job);
    m_crawl->job.workers = 1;
    m_server->clearLog();
    m_crawl->start({url("/")});
    QVERIFY(waitFor([&] { return m_server->count("/d") == 1; }));
    m_crawl->crawler().stop();
    QVERIFY(waitFor([&] { return m_crawl->follower.ended(); }));
    m_crawl->destroy();
    m_server->serve("/d", "text/html", "d");
    QVERIFY2(run(), m_crawl->follower.problems.join(" ").constData());
    QCOMPARE(m_crawl->of(url("/b/19")), after);
    QVERIFY(m_crawl->of(url("/")) != "skipped type");
}

void TestCrawlSession::aLoginGoesOn()
{
    m_server->route("/", [](const Request &, Reply &reply) {
        reply.answer(200, "text/html", pageWith({"a", "b"}), {{"Set-Cookie", "who=me; Path=/"}});
    });
    m_server->route("/a", [](const Request &, Reply &reply) { reply.stall(); });
    m_crawl->job.cookies = {brought("secret")};
    QVERIFY(runUntil(1));
    m_server->serve("/a", "text/plain", "a");
    m_server->clearLog();
    m_crawl->job.cookies.clear();
    QVERIFY(run());
    QCOMPARE(requestTo(*m_server, "/a").header("Cookie"), QByteArray("who=me"));
}

void TestCrawlSession::aHostThatWantsToBeLeftAloneStaysSo()
{
    m_server->route("/a", [](const Request &, Reply &reply) {
        reply.answer(503, {}, {}, {{"Retry-After", "3000"}});
    });
    m_crawl->job.tries = 4;
    m_crawl->job.perHost = 1;
    m_crawl->start({url("/")});
    QVERIFY(waitFor([&] {
        const auto &lanes = m_crawl->follower.lanes;
        return !lanes.empty() && lanes.front().parkedFor.count() > 0;
    }));
    m_crawl->crawler().stop();
    QVERIFY(waitFor([&] { return m_crawl->follower.ended(); }));
    m_crawl->destroy();
    m_server->clearLog();
    m_crawl->start({url("/")});
    QVERIFY(waitFor([&] {
        const auto &lanes = m_crawl->follower.lanes;
        return !lanes.empty() && lanes.front().parkedFor.count() > 2'000'000;
    }));
    QCOMPARE(askedFor().join(" "), QByteArray());
    m_crawl->destroy();
}

void TestCrawlSession::whatWasTakenBackBelongsToALaterPage()
{
    // Found first where it may not be followed, and then by a page that is younger than itself.
    m_crawl->job.robots = RobotsPolicy::Respect;
    m_server->serve("/", "text/html", "<a rel=nofollow href=/a>a</a><a href=/z>z</a>");
    m_server->serve("/z", "text/html", pageWith({"a"}));
    QVERIFY(run());
    QVERIFY(m_crawl->record(url("/a")).referrer > m_crawl->record(url("/a")).id);
    m_server->clearLog();
    QVERIFY(run());
    QCOMPARE(m_crawl->of(url("/a")), QByteArray("unchanged"));
    QVERIFY(!requestTo(*m_server, "/").header("If-None-Match").isEmpty());
}

QTEST_GUILESS_MAIN(TestCrawlSession)
#include "tst_crawlsession.moc"
