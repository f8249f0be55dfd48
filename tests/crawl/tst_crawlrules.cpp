// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/sessions.h"
#include "tests/crawl/crawling.h"
#include "tests/crawl/running.h"

using namespace gleaner;
using namespace gleaner::test;

/// What is wanted changes while a crawl runs: all that is known is judged anew, and nothing is
/// asked for twice.
class TestCrawlRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesWhatIsKnown_data();
    void judgesWhatIsKnown();
    void whatLeftAndCameBackIsAskedForOnce();
    void whatIsAtWorkIsFinished();
    void whatIsPutBackIsJudgedByTheNewRules();
    void whatWaitsBetweenTwoTriesLeaves();
    void whatIsHeldForRobotsLeaves();
    void linksFoundLaterFollowTheNewRules();
    void theRunWaitsForTheJudgement();
    void aLaterRunHasTheRulesOfTheLast();
};

using RulesChange = std::function<void(CrawlRules &)>;

static void change(Crawling &crawling, const RulesChange &change)
{
    CrawlRules rules = rulesOf(crawling.job);
    change(rules);
    gleaner::setRules(crawling.job, rules);
    crawling.crawler().setRules(rules);
}

void TestCrawlRules::judgesWhatIsKnown_data()
{
    QTest::addColumn<RulesChange>("before");
    QTest::addColumn<RulesChange>("after");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("wasSo");
    QTest::addColumn<QByteArray>("becomes");
    const RulesChange none = [](CrawlRules &) {};
    const auto row = [](const char *name, const RulesChange &before, const RulesChange &after,
                         const char *address, const char *wasSo, const char *becomes) {
        QTest::newRow(name) << before << after << QByteArray(address) << QByteArray(wasSo)
                            << QByteArray(becomes);
    };
    const RulesChange folder = [](CrawlRules &rules) { rules.scope = ScopeKind::Folder; };
    const RulesChange any = [](CrawlRules &rules) { rules.scope = ScopeKind::Any; };
    const RulesChange exclude = [](CrawlRules &rules) { rules.exclude = {"*/d/x/*"}; };
    const RulesChange include = [](CrawlRules &rules) { rules.include = {"*/y"}; };
    const RulesChange near = [](CrawlRules &rules) { rules.depth = 1; };
    const RulesChange far = [](CrawlRules &rules) { rules.depth.reset(); };
    const RulesChange pages = [](CrawlRules &rules) {
        rules.types = TypeSelection::fromList("pages").value();
    };
    const RulesChange all = [](CrawlRules &rules) { rules.types = TypeSelection(); };
    row("an excluded branch leaves", none, exclude, "http://h/d/x/1", "waiting", "skipped filter");
    row("its neighbour stays", none, exclude, "http://h/d/y", "waiting", "saved");
    row("an excluded branch returns", exclude, none, "http://h/d/x/1", "skipped filter", "saved");
    row("what is not included leaves", none, include, "http://h/d/z.iso", "waiting",
        "skipped filter");
    row("what is included stays", none, include, "http://h/d/y", "waiting", "saved");
    row("a smaller scope", none, folder, "http://h/up", "waiting", "skipped scope");
    row("a larger scope", none, any, "http://other/", "skipped scope", "saved");
    const auto hosts = [](HostChoice h, HostChoice other) -> RulesChange {
        return [=](CrawlRules &rules) { rules.hosts = {{"h", h}, {"other", other}}; };
    };
    row("a host is crawled now", none, hosts(HostChoice::Crawl, HostChoice::Crawl), "http://other/",
        "skipped scope", "saved");
    row("a host is not crawled any more", none,
        hosts(HostChoice::RequisitesOnly, HostChoice::Crawl), "http://h/d/y", "waiting",
        "skipped filter");
    row("nothing of a host any more", none, hosts(HostChoice::Never, HostChoice::Crawl),
        "http://h/d/y", "waiting", "skipped filter");
    row("a host returns", hosts(HostChoice::Crawl, HostChoice::Never), any, "http://other/",
        "skipped filter", "saved");
    row("a smaller depth", none, near, "http://h/d/q", "waiting", "skipped depth");
    row("a larger depth", near, far, "http://h/d/q", "skipped depth", "saved");
    row("a type leaves", none, pages, "http://h/d/z.iso", "waiting", "skipped type");
    row("a type returns", pages, all, "http://h/d/z.iso", "skipped type", "saved");
}

void TestCrawlRules::judgesWhatIsKnown()
{
    QFETCH(const RulesChange, before);
    QFETCH(const RulesChange, after);
    QFETCH(const QByteArray, address);
    QFETCH(const QByteArray, wasSo);
    QFETCH(const QByteArray, becomes);
    Crawling crawling({"http://h/d/"});
    crawling.job.workers = 1;
    crawling.web.page("http://h/d/",
        {"p", "busy", "1", "2", "3", "4", "5", "y", "x/1", "z.iso", "http://h/up",
            "http://other/"});
    crawling.web.page("http://h/d/p", {"q"});
    for (const char *page : {"http://h/d/busy", "http://h/d/q", "http://h/d/y", "http://h/d/x/1",
             "http://h/up", "http://other/", "http://h/d/z.iso"})
        crawling.web.page(page, {});
    crawling.web.hold("http://h/d/busy");
    const CrawlRules usual = rulesOf(crawling.job);
    CrawlRules first = usual;
    before(first);
    gleaner::setRules(crawling.job, first);
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.of(address) == wasSo; }));
    QVERIFY(waitFor([&] { return crawling.web.asked.contains("http://h/d/busy"); }));

    crawling.follower.forgetEnd(address);
    CrawlRules second = usual;
    after(second);
    crawling.crawler().setRules(second);
    const QByteArray now = becomes == "saved" ? "waiting" : becomes;
    QVERIFY(waitFor([&] { return crawling.of(address) == now; }));
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.of(address), becomes);
    for (const QByteArray &asked : std::as_const(crawling.web.asked))
        QCOMPARE(crawling.web.asked.count(asked), 1);
}

void TestCrawlRules::whatLeftAndCameBackIsAskedForOnce()
{
    Crawling crawling;
    crawling.job.workers = 2;
    serveFan(crawling, 1200);
    crawling.web.hold("http://h/p0");
    crawling.web.hold("http://h/p1");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.of("http://h/p1199") == "waiting"; }));
    for (int i = 0; i < 3; ++i) {
        change(crawling, [](CrawlRules &rules) { rules.exclude = {"*/p*"}; });
        QVERIFY(waitFor([&] { return crawling.of("http://h/p1199") == "skipped filter"; }));
        change(crawling, [](CrawlRules &rules) { rules.exclude.clear(); });
        QVERIFY(waitFor([&] { return crawling.of("http://h/p1199") == "waiting"; }));
    }
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.follower.totals.saved, 1201);
    QCOMPARE(crawling.web.asked.size(), 1201);
}

void TestCrawlRules::whatIsAtWorkIsFinished()
{
    Crawling crawling;
    crawling.web.page("http://h/", {"a"});
    crawling.web.page("http://h/a", {"b", "c"});
    crawling.web.page("http://h/c", {});
    crawling.web.hold("http://h/a");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.web.asked.contains("http://h/a"); }));
    change(crawling, [](CrawlRules &rules) { rules.exclude = {"*/a", "*/b"}; });
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/a"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://h/b"), QByteArray("skipped filter"));
    QCOMPARE(crawling.of("http://h/c"), QByteArray("saved"));
}

void TestCrawlRules::whatIsPutBackIsJudgedByTheNewRules()
{
    // At work when the rules change, and then it fails: its next try would come after them.
    Crawling crawling;
    crawling.job.tries = 3;
    crawling.job.workers = 1;
    const QByteArrayList pages{"a", "b", "c", "d", "e", "z"};
    crawling.web.page("http://h/", pages);
    for (const QByteArray &page : pages)
        crawling.web.page("http://h/" + page, {});
    crawling.web.failFirst("http://h/a", 1, FakeFetcher::healing());
    crawling.web.hold("http://h/a");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.web.asked.contains("http://h/a"); }));
    change(crawling, [](CrawlRules &rules) { rules.exclude = {"*/a", "*/z"}; });
    // The last one, which is on nobody's way to a worker yet: then all that is known has been
    // judged, but for what is at work.
    QVERIFY(waitFor([&] { return crawling.of("http://h/z") == "skipped filter"; }));
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/a"), QByteArray("skipped filter"));
    QCOMPARE(crawling.web.asked.count("http://h/a"), 1);
}

void TestCrawlRules::whatWaitsBetweenTwoTriesLeaves()
{
    Crawling crawling;
    crawling.job.tries = 2;
    crawling.web.page("http://h/", {"a", "busy"});
    crawling.web.page("http://h/a", {});
    crawling.web.page("http://h/busy", {});
    crawling.web.failFirst("http://h/a", 1, FakeFetcher::healing());
    crawling.web.hold("http://h/busy");
    crawling.start();
    // For the end of the run.
    QVERIFY(waitFor(
        [&] { return crawling.follower.record("http://h/a").state == RecordState::Retrying; }));
    change(crawling, [](CrawlRules &rules) { rules.exclude = {"*/a"}; });
    QVERIFY(waitFor([&] { return crawling.of("http://h/a") == "skipped filter"; }));
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/a"), QByteArray("skipped filter"));
    QCOMPARE(crawling.web.asked.count("http://h/a"), 1);
}

void TestCrawlRules::whatIsHeldForRobotsLeaves()
{
    Crawling crawling;
    crawling.job.robots = RobotsPolicy::Respect;
    crawling.job.scope = ScopeKind::Any;
    crawling.web.page("http://h/", {"http://o/a", "http://o/b"});
    crawling.web.page("http://o/a", {});
    crawling.web.page("http://o/b", {});
    crawling.web.hold("http://o/robots.txt");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.of("http://o/b") == "waiting"; }));
    change(crawling, [](CrawlRules &rules) { rules.exclude = {"*"}; });
    QVERIFY(waitFor([&] { return crawling.of("http://o/b") == "skipped filter"; }));
    change(crawling, [](CrawlRules &rules) { rules.exclude = {"*/a"}; });
    QVERIFY(waitFor([&] { return crawling.of("http://o/b") == "waiting"; }));
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://o/a"), QByteArray("skipped filter"));
    QCOMPARE(crawling.of("http://o/b"), QByteArray("saved"));
    QCOMPARE(crawling.web.asked.count("http://o/a"), 0);
    QCOMPARE(crawling.web.asked.count("http://o/b"), 1);
}

void TestCrawlRules::linksFoundLaterFollowTheNewRules()
{
    Crawling crawling;
    crawling.job.depth = 1;
    crawling.web.page("http://h/", {"a"});
    for (const char *page : {"a", "b", "c"})
        crawling.web.page(QByteArray("http://h/") + page, {QByteArray(1, char(page[0] + 1))});
    crawling.web.hold("http://h/a");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.web.asked.contains("http://h/a"); }));
    change(crawling, [](CrawlRules &rules) { rules.depth = 2; });
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/b"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://h/c"), QByteArray("skipped depth"));
}

void TestCrawlRules::theRunWaitsForTheJudgement()
{
    // Nothing is left to do but to judge many addresses anew, in slices.
    Crawling crawling;
    crawling.job.exclude = {"*/p*"};
    QByteArrayList links{"busy"};
    for (int i = 0; i < 20'000; ++i)
        links.append("p" + QByteArray::number(i));
    crawling.web.page("http://h/", links);
    crawling.web.page("http://h/busy", {});
    crawling.web.hold("http://h/busy");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.of("http://h/p19999") == "skipped filter"; }));
    change(crawling, [](CrawlRules &rules) { rules.depth = 0; });
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/busy"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://h/p0"), QByteArray("skipped depth"));
    QCOMPARE(crawling.of("http://h/p19999"), QByteArray("skipped depth"));
}

void TestCrawlRules::aLaterRunHasTheRulesOfTheLast()
{
    TestServer server;
    serveSmallSite(server);
    server.route("/b", [](const Request &, Reply &reply) { reply.stall(); });
    Running running;
    running.start({server.url()});
    QVERIFY(waitFor([&] { return server.count("/b") == 1; }));
    CrawlRules rules = rulesOf(running.job);
    rules.exclude = {"*/a/2"};
    rules.hosts = {{"other.example", HostChoice::Never}, {"h:81", HostChoice::Crawl}};
    running.crawler().setRules(rules);
    QVERIFY(waitFor([&] { return running.of(server.url("/a/2")) == "skipped filter"; }));
    running.crawler().stop();
    QVERIFY(waitFor([&] { return running.follower.ended(); }));
    running.destroy();

    const auto sessions = knownSessions(running.job.stateDirectory);
    QCOMPARE(sessions.size(), size_t(1));
    QCOMPARE(sessions.front().job.exclude, rules.exclude);
    QCOMPARE(sessions.front().job.hosts, rules.hosts);
    gleaner::setRules(running.job, rulesOf(sessions.front().job));
    server.serve("/b", "text/plain", "b");
    QVERIFY(running.run({server.url()}));
    QCOMPARE(running.of(server.url("/a/2")), QByteArray("skipped filter"));
    QCOMPARE(server.count("/a/2"), 0);
    for (const char *once : {"/", "/a", "/c", "/d", "/a/1"})
        QCOMPARE(server.count(once), 1);
}

QTEST_GUILESS_MAIN(TestCrawlRules)
#include "tst_crawlrules.moc"
