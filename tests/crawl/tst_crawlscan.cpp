// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/sessions.h"
#include "tests/crawl/crawling.h"
#include "tests/crawl/running.h"

using namespace gleaner;
using namespace gleaner::test;

/// Scan, pick, then download: what a scan asks for, and what becomes of what is ticked after it.
class TestCrawlScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForPagesAndForTheHeadsOfAllElse();
    void knowsTypeAndSizeOfWhatItFound_data();
    void knowsTypeAndSizeOfWhatItFound();
    void asksForNothingTwice();
    void rulesHoldInAScan();
    void otherRulesAskForNothingThatIsListed();
    void savesNothingAndHasTheConnectionsAgain();
    void aStoppedScanGoesOn();
    void aFinishedOneLooksAgain();
    void whatIsTickedIsFetchedAndNothingElse();
    void ticksReplaceWhatAScanWasStillToDo();
    void tickedPagesGetWhatTheyNeed();
    void aRedirectStandsForItsTarget();
    void aKilledDownloadOfTickedThingsGoesOn();
    void moreCanBeTickedLater();
    void aDownloadOfAllTakesWhatIsListed();

private:
    static RecordId idOf(const Running &running, const QUrl &url) { return running.record(url).id; }
    /// Scans the small site, but for its "/d", which does not answer.
    static void tick(Running &running, Purpose purpose, const QList<QUrl> &urls)
    {
        running.job.purpose = purpose;
        running.job.rerun = Rerun::AsItStands;
        running.job.ticked.clear();
        for (const QUrl &url : urls)
            running.job.ticked.push_back(idOf(running, url));
    }
    static void continueWith(Running &running)
    {
        const auto session = findKnownSession(running.job.stateDirectory, running.job.directory);
        QVERIFY(session);
        running.job.purpose = session->job.purpose;
        running.job.rerun = Rerun::Update;
        running.job.ticked.clear();
    }
    static int count(const TestServer &server, const QByteArray &method, const QByteArray &target)
    {
        return int(std::ranges::count_if(server.requests(), [&](const Request &request) {
            return request.method == method && request.target == target;
        }));
    }
};

static QByteArray methodOf(const Crawling &crawling, const QByteArray &address)
{
    QByteArrayList methods;
    for (const FetchRequest &request : crawling.web.requests) {
        if (request.address.bytes() == address)
            methods.append(request.method == Method::Head ? "HEAD" : "GET");
    }
    return methods.join(' ');
}

static bool isListed(const Record &record)
{
    return record.state == RecordState::Skipped && record.skip == SkipReason::Unticked;
}

void TestCrawlScan::asksForPagesAndForTheHeadsOfAllElse()
{
    Crawling crawling;
    crawling.job.purpose = Purpose::Scan;
    crawling.web.page("http://h/", {"a", "b.html", "c.pdf", "d", "http://o/e"},
        "<img src=f.png><link rel=stylesheet href=g.css><img src=h>");
    crawling.web.page("http://h/a", {"a/1"});
    for (const char *page : {"http://h/b.html", "http://h/a/1", "http://h/h"})
        crawling.web.page(page, {});
    crawling.web.serve("http://h/c.pdf", "application/pdf", "pdf");
    crawling.web.serve("http://h/d", "application/pdf", "pdf");
    crawling.web.image("http://h/f.png");
    crawling.web.serve("http://h/g.css", "text/css", "a{background:url(never.png)}");
    RAN(crawling);
    for (const char *page : {"http://h/", "http://h/a", "http://h/a/1", "http://h/b.html"})
        QCOMPARE(methodOf(crawling, page), QByteArray("GET"));
    // What a name does not tell is told by the head of the answer, which is declined then.
    for (const char *unknown : {"http://h/d", "http://h/h"})
        QCOMPARE(methodOf(crawling, unknown), QByteArray("GET"));
    for (const char *other : {"http://h/c.pdf", "http://h/f.png", "http://h/g.css"})
        QCOMPARE(methodOf(crawling, other), QByteArray("HEAD"));
    QCOMPARE(crawling.of("http://o/e"), QByteArray("skipped scope"));
    QVERIFY(!crawling.follower.knows("http://h/never.png"));
    for (const Record &record : crawling.follower.records) {
        if (record.address.origin() == "http://h")
            QVERIFY2(isListed(record), record.address.bytes().constData());
    }
    QCOMPARE(crawling.follower.totals.saved, 0);
    QCOMPARE(crawling.files(), QByteArrayList());
}

void TestCrawlScan::knowsTypeAndSizeOfWhatItFound_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<FetchOutcome>("answer"); // instead of a body of 7 bytes
    QTest::addColumn<QByteArray>("becomes");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<qint64>("bytes");
    const auto declined = [](const HeaderList &headers) {
        Declined declined;
        declined.head = {200, headers};
        return FetchOutcome(declined);
    };
    const auto failed = [](int status) {
        FetchFailure failure;
        failure.reason = FailReason::Http;
        failure.status = status;
        return FetchOutcome(failure);
    };
    QTest::newRow("a stated size")
        << QByteArray("x.iso")
        << declined({{"Content-Type", "a/iso; x=1"}, {"Content-Length", "4000000000"}})
        << QByteArray("skipped user") << QByteArray("a/iso") << qint64(4'000'000'000);
    QTest::newRow("no size") << QByteArray("x.iso") << declined({{"Content-Type", "a/iso"}})
                             << QByteArray("skipped user") << QByteArray("a/iso") << qint64(-1);
    QTest::newRow("a packed body's size is not the file's")
        << QByteArray("x.txt")
        << declined({{"Content-Type", "text/plain"}, {"Content-Length", "5"},
               {"Content-Encoding", "gzip"}})
        << QByteArray("skipped user") << QByteArray("text/plain") << qint64(-1);
    QTest::newRow("no sense") << QByteArray("x.iso") << declined({{"Content-Length", "1, 2"}})
                              << QByteArray("skipped user") << QByteArray() << qint64(-1);
    QTest::newRow("larger than wanted")
        << QByteArray("x.iso") << declined({{"Content-Length", "5000000000"}})
        << QByteArray("skipped size") << QByteArray() << qint64(5'000'000'000);
    for (const int status : {400, 403, 405, 501})
        QTest::addRow("who does not do HEAD says nothing, %d", status)
            << QByteArray("x.iso") << failed(status) << QByteArray("skipped user") << QByteArray()
            << qint64(-1);
    for (const int status : {404, 410, 401})
        QTest::addRow("what cannot be had has failed, %d", status)
            << QByteArray("x.iso") << failed(status) << QByteArray("failed http") << QByteArray()
            << qint64(-1);
    QTest::newRow("a page that is refused has failed")
        << QByteArray("x.html") << failed(403) << QByteArray("failed http") << QByteArray()
        << qint64(-1);
}

void TestCrawlScan::knowsTypeAndSizeOfWhatItFound()
{
    QFETCH(const QByteArray, link);
    QFETCH(const FetchOutcome, answer);
    Crawling crawling;
    crawling.job.purpose = Purpose::Scan;
    crawling.job.maxFileSize = 4'500'000'000;
    crawling.web.page("http://h/", {link});
    crawling.web.answer("http://h/" + link, answer);
    RAN(crawling);
    QTEST(crawling.of("http://h/" + link), "becomes");
    QTEST(crawling.follower.record("http://h/" + link).type, "type");
    QTEST(crawling.follower.record("http://h/" + link).bytes, "bytes");
}

void TestCrawlScan::asksForNothingTwice()
{
    // Found again, nearer and farther, before and after it is listed.
    Crawling crawling;
    crawling.job.purpose = Purpose::Scan;
    crawling.job.depth = 4;
    crawling.web.page("http://h/", {"a", "x.pdf"});
    crawling.web.page("http://h/a", {"b", "", "x.pdf", "y.pdf"});
    crawling.web.page("http://h/b", {"a", "c", "y.pdf", "x.pdf"});
    crawling.web.page("http://h/c", {"/", "a", "b", "y.pdf"});
    for (const char *file : {"http://h/x.pdf", "http://h/y.pdf"})
        crawling.web.serve(file, "application/pdf", "pdf");
    RAN(crawling);
    QCOMPARE(crawling.web.asked.size(), 6);
    QCOMPARE(QSet<QByteArray>(crawling.web.asked.cbegin(), crawling.web.asked.cend()).size(), 6);
}

void TestCrawlScan::rulesHoldInAScan()
{
    Crawling crawling;
    crawling.job.purpose = Purpose::Scan;
    crawling.job.types = TypeSelection::fromList("pdf").value();
    crawling.job.exclude = {"*/no.pdf"};
    crawling.web.page("http://h/", {"a", "x.pdf", "no.pdf", "x.iso", "y"});
    crawling.web.page("http://h/a", {});
    crawling.web.serve("http://h/x.pdf", "application/pdf", "pdf");
    crawling.web.serve("http://h/y", "image/png", "png");
    RAN(crawling);
    QVERIFY(isListed(crawling.follower.record("http://h/x.pdf")));
    for (const char *other : {"http://h/", "http://h/a", "http://h/x.iso", "http://h/y"})
        QCOMPARE(crawling.of(other), QByteArray("skipped type"));
    QCOMPARE(crawling.of("http://h/no.pdf"), QByteArray("skipped filter"));
    QCOMPARE(crawling.web.asked.size(), 4);
}

void TestCrawlScan::otherRulesAskForNothingThatIsListed()
{
    Crawling crawling;
    crawling.job.purpose = Purpose::Scan;
    crawling.web.page("http://h/", {"a", "b", "busy"});
    for (const char *page : {"http://h/a", "http://h/b", "http://h/busy"})
        crawling.web.page(page, {});
    crawling.web.hold("http://h/busy");
    crawling.start();
    QVERIFY(waitFor([&] { return isListed(crawling.follower.record("http://h/b")); }));
    CrawlRules rules = rulesOf(crawling.job);
    rules.exclude = {"*/a"};
    crawling.crawler().setRules(rules);
    QVERIFY(
        waitFor([&] { return crawling.follower.record("http://h/a").skip == SkipReason::Filter; }));
    rules.exclude.clear();
    crawling.crawler().setRules(rules);
    crawling.web.releaseAll();
    FINISHED(crawling);
    QVERIFY(isListed(crawling.follower.record("http://h/a")));
    QVERIFY(isListed(crawling.follower.record("http://h/")));
    QCOMPARE(crawling.web.asked.count("http://h/"), 1);
    QCOMPARE(crawling.web.asked.count("http://h/b"), 1);
}

void TestCrawlScan::savesNothingAndHasTheConnectionsAgain()
{
    TestServer server;
    QByteArrayList links;
    for (int i = 0; i < 20; ++i) {
        const QByteArray name = "f" + QByteArray::number(i) + ".iso";
        links.append(name);
        server.serve("/" + name, "application/octet-stream", QByteArray(300'000 + i, 'x'));
    }
    server.serve("/", "text/html", pageWith(links));
    Running running;
    running.job.purpose = Purpose::Scan;
    QVERIFY(running.run({server.url()}));
    for (int i = 0; i < 20; ++i) {
        const Record record = running.record(server.url("/" + links[i]));
        QVERIFY(isListed(record));
        QCOMPARE(record.bytes, 300'000 + i);
        QCOMPARE(count(server, "HEAD", "/" + links[i]), 1);
    }
    QCOMPARE(running.files(), QByteArrayList());
    QCOMPARE(server.connections(), 1);
}

void TestCrawlScan::aStoppedScanGoesOn()
{
    TestServer server;
    serveSmallSite(server);
    server.serve("/x.pdf", "application/pdf", "1234567");
    server.serve("/", "text/html", pageWith({"x.pdf", "a", "b", "c", "d"}));
    server.route("/b", [](const Request &, Reply &reply) { reply.stall(); });
    Running running;
    running.job.purpose = Purpose::Scan;
    running.start({server.url()});
    QVERIFY(waitFor([&] { return server.count("/b") == 1; }));
    running.crawler().stop();
    QVERIFY(waitFor([&] { return running.follower.ended(); }));
    running.destroy();

    server.serve("/b", "text/plain", "b");
    running.job.purpose = Purpose::Download;
    continueWith(running);
    QCOMPARE(running.job.purpose, Purpose::Scan);
    QVERIFY(running.run({server.url()}));
    QCOMPARE(running.follower.phase, CrawlPhase::Finished);
    for (const Record &record : running.follower.records)
        QVERIFY2(isListed(record), record.address.bytes().constData());
    // What was known of it is known again.
    QCOMPARE(running.record(server.url("/x.pdf")).bytes, 7);
    QCOMPARE(running.record(server.url("/x.pdf")).type, QByteArray("application/pdf"));
    QCOMPARE(running.files(), QByteArrayList());
    for (const char *once : {"/", "/x.pdf", "/c", "/d", "/a/1"})
        QCOMPARE(server.count(once), 1);
}

void TestCrawlScan::aFinishedOneLooksAgain()
{
    TestServer server;
    serveSmallSite(server);
    Running running;
    running.job.purpose = Purpose::Scan;
    QVERIFY(running.run({server.url()}));
    server.serve("/", "text/html", pageWith({"a", "b", "c", "d", "new"}));
    server.serve("/new", "text/plain", "new");
    continueWith(running);
    QVERIFY(running.run({server.url()}));
    QVERIFY(isListed(running.record(server.url("/new"))));
    QCOMPARE(server.count("/"), 2);
    QCOMPARE(running.files(), QByteArrayList());
}

void TestCrawlScan::whatIsTickedIsFetchedAndNothingElse()
{
    TestServer server;
    serveSmallSite(server);
    server.serve("/x.pdf", "application/pdf", "pdf");
    server.serve("/a", "text/html", pageWith({"a/1", "a/2", "x.pdf"}) + "<img src=i.png>");
    server.serve("/i.png", "image/png", "png");
    Running running;
    running.job.purpose = Purpose::Scan;
    running.job.links = LinkPolicy::Relative;
    QVERIFY(running.run({server.url()}));
    server.clearLog();
    // Meanwhile the page leads to more.
    server.serve("/a", "text/html", pageWith({"a/1", "a/2", "x.pdf", "new"}) + "<img src=i.png>");
    tick(running, Purpose::Ticked, {server.url("/a"), server.url("/a/2"), server.url("/x.pdf")});
    QVERIFY(running.run({server.url()}));
    QCOMPARE(running.follower.phase, CrawlPhase::Finished);
    QCOMPARE(running.files(), (QByteArrayList{"a.html", "a/2", "x.pdf"}));
    QCOMPARE(server.requests().size(), 3);
    QVERIFY(isListed(running.record(server.url("/new"))));
    QVERIFY(isListed(running.record(server.url("/"))));
    // Links as usual: to what is here, and else to where they led.
    QFile page(running.pathOf("a.html"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray html = page.readAll();
    QVERIFY2(html.contains("href=\"a/2\""), html.constData());
    QVERIFY2(html.contains(server.url("/a/1").toEncoded()), html.constData());
}

void TestCrawlScan::ticksReplaceWhatAScanWasStillToDo()
{
    TestServer server;
    serveSmallSite(server);
    server.route("/b", [](const Request &, Reply &reply) { reply.stall(); });
    Running running;
    running.job.purpose = Purpose::Scan;
    running.start({server.url()});
    QVERIFY(waitFor([&] { return server.count("/b") == 1; }));
    running.crawler().stop();
    QVERIFY(waitFor([&] { return running.follower.ended(); }));
    running.destroy();
    server.clearLog();
    tick(running, Purpose::Ticked, {server.url("/d")});
    QVERIFY(running.run({server.url()}));
    QCOMPARE(running.follower.phase, CrawlPhase::Finished);
    QCOMPARE(running.files(), (QByteArrayList{"d"}));
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(isListed(running.record(server.url("/b"))));
}

void TestCrawlScan::tickedPagesGetWhatTheyNeed()
{
    TestServer server;
    server.serve("/", "text/html", pageWith({"a", "b", "c.pdf"}) + "<img src=top.png>");
    server.serve("/a", "text/html",
        pageWith({"c.pdf"}) + "<img src=both.png><link rel=stylesheet href=s.css>");
    server.serve("/b", "text/html", pageWith({}) + "<img src=both.png><img src=only.png>");
    server.serve("/s.css", "text/css", "a{background:url(deep.png)}");
    server.serve("/c.pdf", "application/pdf", "pdf");
    for (const char *image : {"/top.png", "/both.png", "/only.png", "/deep.png"})
        server.serve(image, "image/png", "png");
    Running running;
    running.job.purpose = Purpose::Scan;
    QVERIFY(running.run({server.url()}));
    server.clearLog();
    tick(running, Purpose::TickedWithRequisites, {server.url("/b")});
    QVERIFY(running.run({server.url()}));
    QCOMPARE(running.files(), (QByteArrayList{"b.html", "both.png", "only.png"}));
    tick(running, Purpose::TickedWithRequisites, {server.url("/a")});
    QVERIFY(running.run({server.url()}));
    QCOMPARE(running.files(),
        (QByteArrayList{"a.html", "b.html", "both.png", "deep.png", "only.png", "s.css"}));
    for (const char *once : {"/a", "/b", "/both.png", "/only.png", "/deep.png", "/s.css"})
        QCOMPARE(server.count(once), 1);
    QCOMPARE(server.requests().size(), 6);
}

void TestCrawlScan::aRedirectStandsForItsTarget()
{
    TestServer server;
    server.serve("/", "text/html", pageWith({"old.pdf", "b"}));
    server.serve("/b", "text/plain", "b");
    server.serve("/x.pdf", "application/pdf", "pdf");
    Running running;
    running.job.purpose = Purpose::Scan;
    server.serve("/old.pdf", "application/pdf", "pdf");
    QVERIFY(running.run({server.url()}));
    server.route("/old.pdf", [](const Request &, Reply &reply) {
        reply.send("HTTP/1.1 302 x\r\nLocation: /x.pdf\r\n"
                   "Content-Length: 0\r\n\r\n");
    });
    tick(running, Purpose::Ticked, {server.url("/old.pdf")});
    QVERIFY(running.run({server.url()}));
    QCOMPARE(running.of(server.url("/old.pdf")), QByteArray("redirected"));
    QCOMPARE(running.files(), (QByteArrayList{"x.pdf"}));
}

void TestCrawlScan::aKilledDownloadOfTickedThingsGoesOn()
{
    TestServer server;
    serveSmallSite(server);
    Running running;
    running.job.purpose = Purpose::Scan;
    QVERIFY(running.run({server.url()}));
    tick(running, Purpose::Ticked, {server.url("/b"), server.url("/c"), server.url("/d")});
    server.route("/c", [](const Request &, Reply &reply) { reply.stall(); });
    server.clearLog();
    running.start({server.url()});
    QVERIFY(waitFor(
        [&] { return server.count("/c") == 1 && running.of(server.url("/b")) == "saved"; }));
    // Long enough for the session to know what is ticked.
    QVERIFY(waitFor([&] {
        const auto session = findKnownSession(running.job.stateDirectory, running.job.directory);
        return session && session->job.purpose == Purpose::Ticked;
    }));
    running.destroy();
    server.serve("/c", "text/plain", "c");
    continueWith(running);
    QCOMPARE(running.job.purpose, Purpose::Ticked);
    QVERIFY(running.run({server.url()}));
    QCOMPARE(running.files(), (QByteArrayList{"b", "c", "d"}));
    QVERIFY(isListed(running.record(server.url("/a"))));
    QCOMPARE(server.count("/b"), 1);
    QCOMPARE(server.count("/a"), 0);
}

void TestCrawlScan::moreCanBeTickedLater()
{
    TestServer server;
    serveSmallSite(server);
    Running running;
    running.job.purpose = Purpose::Scan;
    QVERIFY(running.run({server.url()}));
    tick(running, Purpose::Ticked, {server.url("/b")});
    QVERIFY(running.run({server.url()}));
    tick(running, Purpose::Ticked, {server.url("/b"), server.url("/c")});
    QVERIFY(running.run({server.url()}));
    QCOMPARE(running.files(), (QByteArrayList{"b", "c"}));
    QCOMPARE(server.count("/b"), 2); // Scanned and fetched.
    // Looked through again, it asks about what it has.
    continueWith(running);
    QVERIFY(running.run({server.url()}));
    QCOMPARE(server.count("/b"), 3);
    QCOMPARE(server.count("/a"), 1);
    QCOMPARE(running.files(), (QByteArrayList{"b", "c"}));
}

void TestCrawlScan::aDownloadOfAllTakesWhatIsListed()
{
    TestServer server;
    serveSmallSite(server);
    Running running;
    running.job.purpose = Purpose::Scan;
    QVERIFY(running.run({server.url()}));
    running.job.purpose = Purpose::Download;
    QVERIFY(running.run({server.url()}));
    QCOMPARE(running.follower.totals.saved, 7);
    QCOMPARE(
        running.files(), (QByteArrayList{"a.html", "a/1", "a/2", "b", "c", "d", "index.html"}));
}

QTEST_GUILESS_MAIN(TestCrawlScan)
#include "tst_crawlscan.moc"
