// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/running.h"
#include "tests/support/siteshapes.h"

using namespace gleaner;
using namespace gleaner::test;

/// Whole crawls of sites without end: they end, say what was set aside, and fetch it when told to.
class TestCrawlTraps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void endlessSitesEndByThemselves_data();
    void endlessSitesEndByThemselves();
    void whatIsReleasedIsAskedFor();
    void aLaterRunKnowsWhatWasSetAside();
    void anUpdateLooksAtWhatWasHad();
    void aLaterRunRemembersWhatWasReleased();
    void aGroupOfAFinishedRunCanBeReleased();
    void aReleaseAloneAsksForNothingElse();
    void aLaterRunMayFollowThemAll();
    void whatIsFoundOutsideIsAskedFor();

private:
    QUrl url(const QByteArray &target) const { return m_server->url(target); }
    /// A list that goes on for so many pages without anything in it, a page at a gate, and another
    /// if one is named.
    void serveList(int pages, const QByteArray &other = {});
    /// Runs on while something is at a gate, until something is set aside.
    [[nodiscard]] bool runUntilSetAside();
    [[nodiscard]] bool finish();
    [[nodiscard]] bool stop();
    std::vector<TrapGroup> groups() const { return m_crawl->follower.traps; }
    qint64 setAside() const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
};

/// Some of them are hundreds of pages, on a machine that may have more to do.
static constexpr auto patience = 6 * longWait;

void TestCrawlTraps::init()
{
    m_server = std::make_unique<TestServer>();
    m_crawl = std::make_unique<Running>();
    m_crawl->job.workers = 6;
    m_crawl->job.depth.reset();
}

void TestCrawlTraps::serveList(int pages, const QByteArray &other)
{
    serveSite(*m_server, [pages, other](const QByteArray &target) {
        if (target == "/" && !other.isEmpty())
            return pageWith({"/list?page=1", "/slow", other});
        if (target == "/")
            return pageWith({"/list?page=1", "/slow"});
        const int page = target.mid(11).toInt();
        return page < 1 || page > pages
            ? QByteArray()
            : "Nothing is here." + pageWith({"/list?page=" + QByteArray::number(page + 1)});
    });
    m_server->route("/slow", [](const Request &, Reply &reply) {
        reply.hold("slow").answer(200, "text/plain", "slow");
    });
}

bool TestCrawlTraps::runUntilSetAside()
{
    m_crawl->start({url("/")});
    return waitFor([&] { return setAside() > 0; }, patience);
}

bool TestCrawlTraps::finish()
{
    m_server->release("slow");
    const bool ended = waitFor([&] { return m_crawl->follower.ended(); }, patience);
    m_crawl->destroy();
    return ended && m_crawl->follower.problems.isEmpty();
}

bool TestCrawlTraps::stop()
{
    m_crawl->crawler().stop();
    const bool ended = waitFor([&] { return m_crawl->follower.ended(); }, patience);
    m_crawl->destroy();
    return ended && m_crawl->follower.problems.isEmpty();
}

qint64 TestCrawlTraps::setAside() const
{
    qint64 count = 0;
    for (const TrapGroup &group : groups())
        count += group.count;
    return count;
}

void TestCrawlTraps::endlessSitesEndByThemselves_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("a calendar of months") << int(TrapKind::LaterDates);
    QTest::newRow("a list that is longer than what it lists") << int(TrapKind::Counter);
    QTest::newRow("sessions in the query") << int(TrapKind::SessionIds);
    QTest::newRow("sessions in the path") << int(TrapKind::SessionIds);
    QTest::newRow("what is missing links deeper") << int(TrapKind::Copies);
    QTest::newRow("a link to itself, below itself") << int(TrapKind::Repetition);
}

void TestCrawlTraps::endlessSitesEndByThemselves()
{
    QFETCH(const int, kind);
    const QByteArray name = QTest::currentDataTag();
    for (const NamedSite &site : endlessSites()) {
        if (site.name != name)
            continue;
        serveSite(*m_server, site.site);
        m_crawl->start({url(site.start)});
        QVERIFY2(finish(), m_crawl->follower.problems.value(0).constData());
        QVERIFY(m_crawl->follower.phase == CrawlPhase::Finished);
        for (const QByteArray &wanted : site.wanted)
            QCOMPARE(m_crawl->of(url(wanted)), QByteArray("saved"));
    }
    qint64 skipped = 0;
    for (const Record &record : m_crawl->follower.records)
        skipped += Follower::described(record) == "skipped trap" ? 1 : 0;
    QVERIFY(skipped > 0);
    QCOMPARE(setAside(), skipped);
    QVERIFY(std::ranges::any_of(groups(),
        [&](const TrapGroup &group) { return int(group.kind) == kind && group.count > 0; }));
}

void TestCrawlTraps::whatIsReleasedIsAskedFor()
{
    serveList(260);
    QVERIFY(runUntilSetAside());
    QCOMPARE(groups().size(), size_t(1));
    const TrapGroup group = groups()[0];
    QVERIFY(group.kind == TrapKind::Counter);
    QVERIFY(group.state == TrapGroup::State::Parked);
    QCOMPARE(group.shape, url("/list?page=").toEncoded() + '*');
    QCOMPARE(group.count, 1);
    QCOMPARE(m_crawl->of(QUrl::fromEncoded(group.examples.value(0))), QByteArray("skipped trap"));
    QCOMPARE(m_crawl->of(url("/list?page=260")), QByteArray("unknown"));

    m_crawl->crawler().releaseTrap(group.number);
    QVERIFY(finish());
    QCOMPARE(m_crawl->of(url("/list?page=260")), QByteArray("saved"));
    QCOMPARE(m_crawl->of(url("/list?page=261")), QByteArray("failed http"));
    QCOMPARE(m_crawl->follower.totals.skipped, 0);
    QVERIFY(groups()[0].state == TrapGroup::State::Released);
    QCOMPARE(groups()[0].count, 0);
    QCOMPARE(m_server->total(), 263);
}

void TestCrawlTraps::aLaterRunKnowsWhatWasSetAside()
{
    serveList(260);
    QVERIFY(runUntilSetAside());
    const TrapGroup before = groups()[0];
    QVERIFY(stop());
    const qint64 asked = m_server->total();

    m_crawl->start({url("/")});
    QVERIFY(finish());
    QCOMPARE(m_crawl->of(url("/slow")), QByteArray("saved"));
    QCOMPARE(m_server->total() - asked, 1);
    QCOMPARE(groups().size(), size_t(1));
    QCOMPARE(groups()[0].shape, before.shape);
    QCOMPARE(groups()[0].count, before.count);
    QCOMPARE(groups()[0].examples, before.examples);
}

void TestCrawlTraps::anUpdateLooksAtWhatWasHad()
{
    serveList(260);
    QVERIFY(runUntilSetAside());
    QVERIFY(finish());
    const qint64 had = m_crawl->follower.totals.saved;
    const qint64 skipped = m_crawl->follower.totals.skipped;
    QVERIFY(had > 200 && skipped > 0);
    for (int run = 0; run < 2; ++run) {
        m_crawl->start({url("/")});
        m_server->release("slow");
        QVERIFY(finish());
        QCOMPARE(m_crawl->follower.totals.unchanged, had);
        QCOMPARE(m_crawl->follower.totals.skipped, skipped);
    }
}

void TestCrawlTraps::aLaterRunRemembersWhatWasReleased()
{
    serveList(500);
    m_server->route("/list", [](const Request &request, Reply &reply) {
        const int page = request.target.mid(11).toInt();
        if (page == 250)
            reply.hold("page");
        reply.answer(page <= 500 ? 200 : 404, "text/html",
            "Nothing is here." + pageWith({"/list?page=" + QByteArray::number(page + 1)}));
    });
    QVERIFY(runUntilSetAside());
    m_crawl->crawler().releaseTrap(groups()[0].number);
    QVERIFY(waitFor([&] { return m_server->count("/list?page=250") == 1; }, patience));
    QVERIFY(stop());

    // Another two hundred pages and more, and it does not become one again.
    m_server->release("page");
    m_crawl->start({url("/")});
    QVERIFY(finish());
    QCOMPARE(m_crawl->of(url("/list?page=500")), QByteArray("saved"));
    QCOMPARE(m_crawl->follower.totals.skipped, 0);
    QVERIFY(groups()[0].state == TrapGroup::State::Released);
}

void TestCrawlTraps::aGroupOfAFinishedRunCanBeReleased()
{
    serveList(260);
    QVERIFY(runUntilSetAside());
    QVERIFY(finish());
    QVERIFY(m_crawl->follower.phase == CrawlPhase::Finished);
    QCOMPARE(m_crawl->follower.totals.skipped, 1);
    const qint64 asked = m_server->total();

    // It goes on: what it has is not asked about again.
    m_crawl->job.releasedTraps = {groups()[0].number};
    m_crawl->start({url("/")});
    QVERIFY(finish());
    QCOMPARE(m_crawl->of(url("/list?page=260")), QByteArray("saved"));
    QCOMPARE(m_crawl->of(url("/")), QByteArray("unchanged"));
    QCOMPARE(m_crawl->follower.totals.skipped, 0);
    QCOMPARE(m_server->total(), 263);
    QVERIFY(m_server->total() > asked);
}

void TestCrawlTraps::aReleaseAloneAsksForNothingElse()
{
    serveList(260, "/ill");
    m_server->route("/ill", [](const Request &, Reply &reply) { reply.answer(500, "text/html"); });
    m_crawl->job.tries = 1;
    QVERIFY(runUntilSetAside());
    QVERIFY(finish());
    QCOMPARE(m_crawl->of(url("/ill")), QByteArray("failed http"));

    // It may have healed, but nobody has asked.
    m_crawl->job.rerun = Rerun::AsItStands;
    m_crawl->job.releasedTraps = {groups()[0].number};
    m_crawl->start({url("/")});
    QVERIFY(finish());
    QCOMPARE(m_crawl->of(url("/list?page=260")), QByteArray("saved"));
    QCOMPARE(m_crawl->of(url("/ill")), QByteArray("failed http"));
    QCOMPARE(m_server->count("/ill"), 1);
    QCOMPARE(m_server->count("/"), 1);
}

void TestCrawlTraps::aLaterRunMayFollowThemAll()
{
    serveList(260);
    QVERIFY(runUntilSetAside());
    QVERIFY(finish());
    m_crawl->job.traps = TrapPolicy::Follow;
    m_crawl->start({url("/")});
    QVERIFY(finish());
    QCOMPARE(m_crawl->of(url("/list?page=260")), QByteArray("saved"));
    QCOMPARE(m_crawl->follower.totals.skipped, 0);
    QCOMPARE(m_server->total(), 263);
}

void TestCrawlTraps::whatIsFoundOutsideIsAskedFor()
{
    serveList(400);
    QVERIFY(runUntilSetAside());
    const QByteArray parked = groups()[0].examples.value(0);
    // Somebody else names it, and one behind it.
    m_server->route("/slow", [&](const Request &, Reply &reply) {
        reply.hold("slow").answer(200, "text/html", pageWith({parked, "/list?page=399"}));
    });
    QVERIFY(stop());
    m_crawl->start({url("/")});
    QVERIFY(finish());
    QCOMPARE(m_crawl->of(QUrl::fromEncoded(parked)), QByteArray("saved"));
    QCOMPARE(m_crawl->of(url("/list?page=399")), QByteArray("saved"));
    // But not what follows.
    QCOMPARE(m_crawl->of(url("/list?page=400")), QByteArray("skipped trap"));
    QCOMPARE(setAside(), m_crawl->follower.totals.skipped);
}

QTEST_GUILESS_MAIN(TestCrawlTraps)
#include "tst_crawltraps.moc"
