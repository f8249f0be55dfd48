// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/running.h"

#include <QFile>

using namespace gleaner;
using namespace gleaner::test;

/// A finished download is looked through again: what is new, changed, unchanged and gone.
class TestCrawlUpdate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksOnlyWhetherItHasChanged();
    void replacesWhatHasChanged();
    void findsWhatIsNew();
    void keepsWhatIsGone_data();
    void keepsWhatIsGone();
    void keepsWhatCameBroken_data();
    void keepsWhatCameBroken();
    void keepsWhatOnlyBeganAgain_data();
    void keepsWhatOnlyBeganAgain();
    void takesWhatBecameShorter_data();
    void takesWhatBecameShorter();
    void withoutValidatorsEqualBytesAreUnchanged();
    void whatWasNotVerifiedIsAskedForAsAWhole();
    void whatIsMissingIsHadAgain();
    void anUpdateThatWasStoppedIsGoneOnWith();
    void whatThePersonChangedIsThePersons();
    void aSharedFileIsNotReplacedForOneOfTwo();
    void aStartThatMovesIsFollowedAgain();
    void aStartThatCannotBeHadMovesNoFile_data();
    void aStartThatCannotBeHadMovesNoFile();
    void aPageThatSaysItIsNoneReplacesNothing();
    void aLoginStaysSuspect();
    void whatIsOnItsWaySaysSo();
    void whatFailedIsTriedAgain();
    void largeFilesAreReplacedToo();

private:
    QUrl url(const QByteArray &target) const { return m_server->url(target); }
    [[nodiscard]] bool run() { return m_crawl->run({url("/")}); }
    QByteArray content(const QByteArray &target) const;
    QByteArray of(const QByteArray &target) const { return m_crawl->of(url(target)); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
};

void TestCrawlUpdate::init()
{
    m_server = std::make_unique<TestServer>();
    m_crawl = std::make_unique<Running>();
    m_server->serve("/", "text/html", pageWith({"a.html", "b.txt"}));
    m_server->serve("/a.html", "text/html", pageWith({"c.txt"}));
    m_server->serve("/b.txt", "text/plain", "this is b");
    m_server->serve("/c.txt", "text/plain", "this is c");
}

QByteArray TestCrawlUpdate::content(const QByteArray &target) const
{
    QFile file(m_crawl->job.directory + u'/' + m_crawl->record(url(target)).path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

void TestCrawlUpdate::asksOnlyWhetherItHasChanged()
{
    QVERIFY(run());
    QCOMPARE(m_crawl->follower.totals.saved, 4);
    m_server->clearLog();
    QVERIFY(run());
    QCOMPARE(m_crawl->follower.totals.unchanged, 4);
    QCOMPARE(m_crawl->follower.totals.saved, 0);
    QCOMPARE(m_server->total(), 4);
    for (const Request &request : m_server->requests())
        QVERIFY2(!request.header("If-None-Match").isEmpty(), request.target.constData());
    QCOMPARE(m_crawl->files().size(), 4);
}

void TestCrawlUpdate::replacesWhatHasChanged()
{
    QVERIFY(run());
    m_server->serve("/b.txt", "text/plain", "this is another b");
    QVERIFY(run());
    QCOMPARE(of("/b.txt"), QByteArray("saved"));
    QVERIFY(m_crawl->record(url("/b.txt")).change == Change::Changed);
    QCOMPARE(of("/c.txt"), QByteArray("unchanged"));
    QCOMPARE(content("/b.txt"), QByteArray("this is another b"));
    QCOMPARE(m_crawl->files(), (QByteArrayList{"a.html", "b.txt", "c.txt", "index.html"}));
    // What was replaced is what the next run asks about.
    QVERIFY(run());
    QCOMPARE(m_crawl->follower.totals.unchanged, 4);
}

void TestCrawlUpdate::findsWhatIsNew()
{
    QVERIFY(run());
    m_server->serve("/a.html", "text/html", pageWith({"c.txt", "new.txt"}));
    m_server->serve("/new.txt", "text/plain", "new");
    QVERIFY(run());
    QCOMPARE(of("/new.txt"), QByteArray("saved"));
    QVERIFY(m_crawl->record(url("/new.txt")).change == Change::New);
    QCOMPARE(content("/new.txt"), QByteArray("new"));
}

void TestCrawlUpdate::keepsWhatIsGone_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("404") << 404;
    QTest::newRow("410") << 410;
}

void TestCrawlUpdate::keepsWhatIsGone()
{
    QFETCH(const int, status);
    QVERIFY(run());
    m_server->route("/c.txt", [status](const Request &, Reply &reply) {
        reply.answer(status, "text/html", "<h1>Not here</h1>");
    });
    // Twice: being gone is not forgotten, and no reason to forget the file.
    for (int round = 0; round < 2; ++round) {
        QVERIFY(run());
        QCOMPARE(of("/c.txt"), QByteArray("failed http"));
        const Record record = m_crawl->record(url("/c.txt"));
        QVERIFY(record.change == Change::Gone);
        QVERIFY(record.kept);
        QCOMPARE(content("/c.txt"), QByteArray("this is c"));
    }
    m_server->serve("/c.txt", "text/plain", "this is c");
    QVERIFY(run());
    QCOMPARE(of("/c.txt"), QByteArray("unchanged"));
}

void TestCrawlUpdate::keepsWhatCameBroken_data()
{
    QTest::addColumn<QByteArray>("fault");
    for (const char *fault : {"short-body", "reset-mid-body", "gzip-corrupt", "status/500",
             "length-junk", "redirect-without-location", "empty-answer", "chunked-cut"})
        QTest::newRow(fault) << QByteArray(fault);
}

void TestCrawlUpdate::keepsWhatCameBroken()
{
    QFETCH(const QByteArray, fault);
    m_server->serve("/", "text/html", pageWith({"/fault/" + fault}));
    m_server->serve("/fault/" + fault, "text/plain", "once it was good");
    QVERIFY(run());
    QCOMPARE(content("/fault/" + fault), QByteArray("once it was good"));
    // A server without the route of the good one, on the same port.
    const quint16 port = m_server->port();
    m_server.reset();
    m_server = std::make_unique<TestServer>("127.0.0.1", nullptr, port);
    m_server->serve("/", "text/html", pageWith({"/fault/" + fault}));
    QVERIFY(run());
    QVERIFY2(of("/fault/" + fault).startsWith("failed"), of("/fault/" + fault).constData());
    QVERIFY(m_crawl->record(url("/fault/" + fault)).kept);
    QCOMPARE(content("/fault/" + fault), QByteArray("once it was good"));
    QCOMPARE(m_crawl->files().size(), 2);
}

void TestCrawlUpdate::keepsWhatOnlyBeganAgain_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<qsizetype>("size");
    const QByteArray chunked =
        responseHead(200, {{"Transfer-Encoding", "chunked"}, {"Content-Type", "text/plain"}});
    const QByteArray closed =
        responseHead(200, {{"Connection", "close"}, {"Content-Type", "text/plain"}});
    QTest::newRow("a broken first chunk") << chunked + "zz\r\n" << qsizetype(9);
    QTest::newRow("closed after the head") << closed << qsizetype(9);
    QTest::newRow("closed in the body") << closed + "this" << qsizetype(9);
    QTest::newRow("closed in a large body")
        << closed + QByteArray(1'000'000, 'x') << qsizetype(3'000'000);
}

void TestCrawlUpdate::keepsWhatOnlyBeganAgain()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const qsizetype, size);
    const QByteArray good = size > 9 ? QByteArray(size, 'x') : QByteArray("this is b");
    m_server->serve("/b.txt", "text/plain", good);
    QVERIFY(run());
    m_server->route(
        "/b.txt", [answer](const Request &, Reply &reply) { reply.send(answer).close(); });
    QVERIFY(run());
    QCOMPARE(of("/b.txt"), QByteArray("failed incomplete"));
    QVERIFY(m_crawl->record(url("/b.txt")).kept);
    QVERIFY(content("/b.txt") == good);
    QCOMPARE(m_crawl->files().size(), 4);
    m_server->serve("/b.txt", "text/plain", good);
    QVERIFY(run());
    QCOMPARE(of("/b.txt"), QByteArray("unchanged"));
}

void TestCrawlUpdate::takesWhatBecameShorter_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("of a stated length")
        << responseHead(200, {{"Content-Length", "4"}, {"Content-Type", "text/plain"}})
        << QByteArray("this");
    QTest::newRow("empty, and said so")
        << responseHead(200, {{"Content-Length", "0"}, {"Content-Type", "text/plain"}})
        << QByteArray();
    QTest::newRow("other bytes") << responseHead(
        200, {{"Connection", "close"}, {"Content-Type", "text/plain"}})
                                 << QByteArray("that");
}

void TestCrawlUpdate::takesWhatBecameShorter()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QByteArray, body);
    QVERIFY(run());
    m_server->route(
        "/b.txt", [=](const Request &, Reply &reply) { reply.send(head + body).close(); });
    QVERIFY(run());
    QCOMPARE(of("/b.txt"), QByteArray("saved"));
    QVERIFY(m_crawl->record(url("/b.txt")).change == Change::Changed);
    QCOMPARE(content("/b.txt"), body);
}

void TestCrawlUpdate::withoutValidatorsEqualBytesAreUnchanged()
{
    m_server->route(
        "/b.txt", [](const Request &, Reply &reply) { reply.answer(200, "text/plain", "always"); });
    QVERIFY(run());
    QVERIFY(run());
    QCOMPARE(of("/b.txt"), QByteArray("unchanged"));
    QCOMPARE(m_server->count("/b.txt"), 2);
}

void TestCrawlUpdate::whatWasNotVerifiedIsAskedForAsAWhole()
{
    m_server->route("/b.txt", [](const Request &, Reply &reply) {
        reply
            .send(responseHead(200,
                {{"Transfer-Encoding", "chunked"}, {"ETag", "\"v\""},
                    {"Content-Type", "text/plain"}}))
            .send("6\r\nchunky\r\n0\r\n\r\n");
    });
    QVERIFY(run());
    QVERIFY(!m_crawl->record(url("/b.txt")).verified);
    m_server->clearLog();
    QVERIFY(run());
    QVERIFY(requestTo(*m_server, "/b.txt").header("If-None-Match").isNull());
    QCOMPARE(of("/b.txt"), QByteArray("unchanged"));
}

void TestCrawlUpdate::whatIsMissingIsHadAgain()
{
    QVERIFY(run());
    QVERIFY(QFile::remove(m_crawl->pathOf("b.txt")));
    QVERIFY(run());
    QCOMPARE(of("/b.txt"), QByteArray("saved"));
    QCOMPARE(content("/b.txt"), QByteArray("this is b"));
}

void TestCrawlUpdate::anUpdateThatWasStoppedIsGoneOnWith()
{
    QVERIFY(run());
    m_server->serve("/b.txt", "text/plain", "this is another b");
    m_server->serve("/c.txt", "text/plain", "this is another c");
    m_server->route("/a.html", [](const Request &, Reply &reply) { reply.stall(); });
    m_crawl->start({url("/")});
    QVERIFY(waitFor([&] { return m_crawl->of(url("/")) == "unchanged"; }));
    m_crawl->crawler().stop();
    QVERIFY(waitFor([&] { return m_crawl->follower.ended(); }));
    m_crawl->destroy();
    m_server->serve("/a.html", "text/html", pageWith({"c.txt"}));
    QVERIFY(run());
    QCOMPARE(content("/b.txt"), QByteArray("this is another b"));
    QCOMPARE(content("/c.txt"), QByteArray("this is another c"));
}

void TestCrawlUpdate::whatThePersonChangedIsThePersons()
{
    QVERIFY(run());
    {
        QFile file(m_crawl->pathOf("b.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("this is mine, and longer");
    }
    m_server->serve("/b.txt", "text/plain", "this is another b");
    QVERIFY(run());
    QCOMPARE(of("/b.txt"), QByteArray("saved"));
    QCOMPARE(content("/b.txt"), QByteArray("this is another b"));
    QVERIFY(m_crawl->record(url("/b.txt")).path != QStringLiteral("b.txt"));
    QFile file(m_crawl->pathOf("b.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("this is mine, and longer"));
}

void TestCrawlUpdate::aSharedFileIsNotReplacedForOneOfTwo()
{
    m_server->serve("/", "text/html", pageWith({"guide", "guide.html"}));
    // Without a validator: it comes again, and is looked at.
    for (const char *path : {"/guide", "/guide.html"}) {
        m_server->route(path,
            [](const Request &, Reply &reply) { reply.answer(200, "text/html", "the same"); });
    }
    QVERIFY(run());
    QCOMPARE(m_crawl->record(url("/guide")).path, m_crawl->record(url("/guide.html")).path);
    QVERIFY(run());
    QCOMPARE(of("/guide"), QByteArray("unchanged"));
    QCOMPARE(of("/guide.html"), QByteArray("unchanged"));
    m_server->serve("/guide", "text/html", "another");
    QVERIFY(run());
    QCOMPARE(content("/guide"), QByteArray("another"));
    QCOMPARE(content("/guide.html"), QByteArray("the same"));
}

void TestCrawlUpdate::aStartThatMovesIsFollowedAgain()
{
    m_server->serve("/new/", "text/html", pageWith({"x"}));
    m_server->serve("/new/x", "text/plain", "x");
    m_server->route("/", [](const Request &, Reply &reply) {
        reply.answer(301, {}, {}, {{"Location", "/new/"}});
    });
    QVERIFY(run());
    for (int round = 0; round < 2; ++round) {
        QVERIFY(run());
        QCOMPARE(of("/"), QByteArray("redirected"));
        QCOMPARE(of("/new/"), QByteArray("unchanged"));
        QCOMPARE(of("/new/x"), QByteArray("unchanged"));
    }
}

void TestCrawlUpdate::aStartThatCannotBeHadMovesNoFile_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << 503 << QByteArray();
    QTest::newRow("a login") << 200 << QByteArray("<title>Sign in</title><input type=password>");
}

void TestCrawlUpdate::aStartThatCannotBeHadMovesNoFile()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    TestServer portal;
    portal.route(
        "/login", [&](const Request &, Reply &reply) { reply.answer(status, "text/html", body); });
    QVERIFY(run());
    const QByteArrayList before = m_crawl->files();
    const QUrl elsewhere = portal.url("/login?next=/");
    m_server->route("/", [&](const Request &, Reply &reply) {
        reply.answer(302, {}, {}, {{"Location", elsewhere.toEncoded()}});
    });
    m_crawl->job.tries = 1;
    QVERIFY(run());
    for (const QByteArray &file : before)
        QVERIFY2(m_crawl->files().contains(file), file.constData());
    m_server->serve("/", "text/html", pageWith({"a.html", "b.txt"}));
    QVERIFY(run());
    for (const QByteArray &file : before)
        QVERIFY2(m_crawl->files().contains(file), file.constData());
    QCOMPARE(of("/a.html"), QByteArray("unchanged"));
}

void TestCrawlUpdate::aPageThatSaysItIsNoneReplacesNothing()
{
    m_server->serve("/", "text/html", pageWith({"a.html", "b.txt"}) + "<img src=i.png>");
    m_server->serve("/i.png", "image/png", "\x89PNG\r\n\x1a\n and so on");
    QVERIFY(run());
    const QByteArrayList files = m_crawl->files();
    const QByteArray page = content("/a.html");
    const QByteArray picture = content("/i.png");
    for (const char *target : {"/a.html", "/i.png"})
        m_server->serve(target, "text/html", "<title>404 Not Found</title><h1>Not found</h1>");
    for (int run = 0; run < 2; ++run) {
        QVERIFY(this->run());
        QCOMPARE(of("/a.html"), QByteArray("failed invalid-response"));
        QCOMPARE(of("/i.png"), QByteArray("failed invalid-response"));
        QVERIFY(m_crawl->record(url("/i.png")).kept);
        QCOMPARE(m_crawl->files(), files);
        QCOMPARE(content("/a.html"), page);
        QCOMPARE(content("/i.png"), picture);
    }
    // It is there again, and another one.
    m_server->serve("/a.html", "text/html", pageWith({"c.txt"}) + "another");
    QVERIFY(run());
    QCOMPARE(of("/a.html"), QByteArray("saved"));
    QVERIFY(content("/a.html").contains("another"));
}

void TestCrawlUpdate::aLoginStaysSuspect()
{
    const QByteArray login = "/sso/start?back=/members/";
    m_server->serve("/", "text/html", pageWith({"members/"}));
    m_server->route("/members/", [&](const Request &, Reply &reply) {
        reply.answer(302, "text/html", {}, {{"Location", login}});
    });
    // Without validators, so that it comes once more.
    m_server->route("/sso/start", [](const Request &, Reply &reply) {
        reply.answer(200, "text/html", "<title>Sign in</title><input type=password>");
    });
    QVERIFY(run());
    QCOMPARE(int(m_crawl->record(url(login)).suspicion), int(Suspicion::Login));
    QVERIFY(run());
    QCOMPARE(of(login), QByteArray("unchanged"));
    QCOMPARE(int(m_crawl->record(url(login)).suspicion), int(Suspicion::Login));
}

void TestCrawlUpdate::whatIsOnItsWaySaysSo()
{
    m_server->route("/a.html", [](const Request &, Reply &reply) {
        reply.send(responseHead(200, {{"Content-Type", "text/html"}, {"Content-Length", "40000"}}))
            .send(QByteArray(20000, ' '))
            .hold("middle")
            .send(QByteArray(20000, ' '));
    });
    m_crawl->start({url("/")});
    const auto state = [this] { return m_crawl->record(url("/a.html")).state; };
    QVERIFY(waitFor([&] { return state() == RecordState::Downloading; }));
    QCOMPARE(m_crawl->follower.totals.saved, 1);
    m_server->release("middle");
    QVERIFY(waitFor([&] { return m_crawl->follower.ended(); }));
    QCOMPARE(of("/a.html"), QByteArray("saved"));
}

void TestCrawlUpdate::whatFailedIsTriedAgain()
{
    m_server->route("/c.txt", [](const Request &, Reply &reply) { reply.answer(404); });
    QVERIFY(run());
    QCOMPARE(of("/c.txt"), QByteArray("failed http"));
    m_server->serve("/c.txt", "text/plain", "this is c");
    QVERIFY(run());
    QCOMPARE(of("/c.txt"), QByteArray("saved"));
    QVERIFY(m_crawl->record(url("/c.txt")).change == Change::New);
}

void TestCrawlUpdate::largeFilesAreReplacedToo()
{
    const QByteArray first(3'000'000, 'a');
    const QByteArray second(3'000'000, 'b');
    m_server->serve("/b.txt", "text/plain", first);
    QVERIFY(run());
    QVERIFY(run());
    QCOMPARE(of("/b.txt"), QByteArray("unchanged"));
    m_server->serve("/b.txt", "text/plain", second);
    QVERIFY(run());
    QVERIFY(m_crawl->record(url("/b.txt")).change == Change::Changed);
    QVERIFY(content("/b.txt") == second);
    QCOMPARE(m_crawl->files().size(), 4);
}

QTEST_GUILESS_MAIN(TestCrawlUpdate)
#include "tst_crawlupdate.moc"
