// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/running.h"
#include "tests/crawl/warcs.h"
#include "tests/support/faults.h"
#include "tests/support/gzip.h"

#include <QCryptographicHash>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

/// WARC files of whole crawls, as another reader sees them.
class TestWarcArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void everyPayloadIsWhatWasServed();
    void keepsRedirectsAndErrors();
    void namesWhatIsNoLongerTrueOfABody();
    void equalPayloadsAreKeptOnce();
    void holdsNoSecrets();
    void beginsAnotherFileWhenOneIsFull();
    void leavesOutWhatIsNotWanted();
    void makesNothingUnlessAsked();
    void cutsOffWhatAStoppedRunHasBegun();
    void meetsNoNameOfASite();
    void keepsThatSomethingHasNotChanged();

private:
    QByteArray at(const QByteArray &target) const { return m_server->url(target).toEncoded(); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
};

void TestWarcArchive::init()
{
    m_crawl.reset();
    m_server = std::make_unique<TestServer>();
    m_crawl = std::make_unique<Running>();
    m_crawl->job.archiving = Archiving::Warc;
}

void TestWarcArchive::everyPayloadIsWhatWasServed()
{
    const QByteArray large = patternBytes(9'000'000);
    QByteArray longText;
    for (int i = 0; i < 200'000; ++i)
        longText += QByteArray::number(i) + '\n';
    const QHash<QByteArray, QByteArray> served{
        {"/index.html", pageWith({"packed", "large.iso", "long.txt", "empty.txt"})},
        {"/packed", "<p>packed"}, {"/large.iso", large}, {"/long.txt", longText},
        {"/empty.txt", ""}};
    for (auto body = served.cbegin(); body != served.cend(); ++body)
        m_server->serve(body.key(),
            body.key().endsWith(".iso")       ? "application/octet-stream"
                : body.key().endsWith(".txt") ? "text/plain"
                                              : "text/html",
            body.value());
    m_server->route("/packed", [&](const Request &, Reply &reply) {
        reply.answer(
            200, "text/html", gzip(served.value("/packed")), {{"Content-Encoding", "gzip"}});
    });
    QVERIFY(m_crawl->run({m_server->url("/index.html")}));
    QCOMPARE(m_crawl->follower.totals.saved, qint64(served.size()));

    const Warcs warcs(warcsIn(m_crawl->job.directory));
    QCOMPARE(warcs.problem, QByteArray());
    QCOMPARE(warcs.of("warcinfo").size(), 1);
    QCOMPARE(warcs.of("metadata").size(), 1);
    QCOMPARE(warcs.of("response").size(), served.size());
    QCOMPARE(warcs.of("request").size(), served.size());
    for (auto body = served.cbegin(); body != served.cend(); ++body) {
        const QJsonObject response = warcs.about(at(body.key()));
        QCOMPARE(text(response, "sha256"), sha256(body.value()));
        QCOMPARE(text(response, "first"), QByteArray("HTTP/1.1 200 OK"));
        const QJsonObject request = warcs.about(at(body.key()), "request");
        QCOMPARE(warcField(request, "WARC-Concurrent-To"), warcField(response, "WARC-Record-ID"));
        QCOMPARE(text(request, "first"), "GET " + body.key() + " HTTP/1.1");
    }
    // What is packed already is only wrapped, everything else is packed.
    QVERIFY(
        warcs.about(at("/long.txt")).value(QLatin1String("length")).toInt() < longText.size() / 2);
}

void TestWarcArchive::keepsRedirectsAndErrors()
{
    m_server->serve("/index.html", "text/html", pageWith({"moved", "gone", "hurt"}));
    m_server->serve("/there", "text/plain", "there");
    m_server->route("/moved", [](const Request &, Reply &reply) {
        reply.answer(302, "text/plain", "moved", {{"Location", "/there"}});
    });
    m_server->route("/gone",
        [](const Request &, Reply &reply) { reply.answer(404, "text/plain", "it is gone"); });
    m_server->route("/hurt", [](const Request &, Reply &reply) {
        reply.send("HTTP/1.1 500 Oh\r\nContent-Length: 300000\r\n\r\nbeginning").stall();
    });
    QVERIFY(m_crawl->run({m_server->url("/index.html")}));
    const Warcs warcs(warcsIn(m_crawl->job.directory));
    QCOMPARE(warcs.problem, QByteArray());
    const QJsonObject moved = warcs.about(at("/moved"));
    QCOMPARE(text(moved, "first"), QByteArray("HTTP/1.1 302 Found"));
    QCOMPARE(Warcs::field(moved, "Location"), QByteArray("/there"));
    QCOMPARE(text(moved, "sha256"), sha256("moved"));
    const QJsonObject gone = warcs.about(at("/gone"));
    QVERIFY(text(gone, "first").startsWith("HTTP/1.1 404 "));
    QCOMPARE(text(gone, "sha256"), sha256("it is gone"));
    // Nobody reads an error page of any length; what there is says so.
    const QJsonObject hurt = warcs.about(at("/hurt"));
    QCOMPARE(text(hurt, "first"), QByteArray("HTTP/1.1 500 Oh"));
    QCOMPARE(warcField(hurt, "WARC-Truncated"), QByteArray("length"));
    QVERIFY(warcField(gone, "WARC-Truncated").isEmpty());
}

void TestWarcArchive::namesWhatIsNoLongerTrueOfABody()
{
    const QByteArray packed = gzip("<p>page");
    m_server->route("/index.html", [&](const Request &, Reply &reply) {
        reply.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
                   "X-Odd: a\tb\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n"
                   "Transfer-Encoding: chunked\r\n\r\n"
            + QByteArray::number(packed.size(), 16) + "\r\n" + packed + "\r\n0\r\n\r\n");
    });
    QVERIFY(m_crawl->run({m_server->url("/index.html")}));
    const Warcs warcs(warcsIn(m_crawl->job.directory));
    QCOMPARE(warcs.problem, QByteArray());
    const QJsonObject page = warcs.about(at("/index.html"));
    QCOMPARE(text(page, "sha256"), sha256("<p>page"));
    QCOMPARE(Warcs::field(page, "Content-Encoding"), QByteArray());
    QCOMPARE(Warcs::field(page, "X-Archive-Orig-Content-Encoding"), QByteArray("gzip"));
    QCOMPARE(Warcs::field(page, "X-Archive-Orig-Transfer-Encoding"), QByteArray("chunked"));
    QCOMPARE(Warcs::field(page, "Content-Length"), QByteArray("7"));
    QByteArrayList cookies;
    for (const QJsonValue pair : page.value(QLatin1String("http")).toArray()) {
        if (pair[0].toString().compare(QLatin1String("set-cookie"), Qt::CaseInsensitive) == 0)
            cookies.append(pair[1].toString().toUtf8());
    }
    QCOMPARE(cookies, (QByteArrayList{"a=1", "b=2"}));
}

void TestWarcArchive::equalPayloadsAreKeptOnce()
{
    const QByteArray large = patternBytes(1'000'000);
    m_server->serve("/index.html", "text/html",
        pageWith({"a.txt", "b.txt", "a.iso", "b.iso", "empty1.txt", "empty2.txt"}));
    for (const char *path : {"/a.txt", "/b.txt"})
        m_server->serve(path, "text/plain", "the same");
    for (const char *path : {"/a.iso", "/b.iso"})
        m_server->serve(path, "application/octet-stream", large);
    for (const char *path : {"/empty1.txt", "/empty2.txt"})
        m_server->serve(path, "text/plain", "");
    QVERIFY(m_crawl->run({m_server->url("/index.html")}));
    const Warcs warcs(warcsIn(m_crawl->job.directory));
    QCOMPARE(warcs.problem, QByteArray());
    QCOMPARE(warcs.of("revisit").size(), 2);
    for (const char *name : {"txt", "iso"}) {
        const QJsonObject first = warcs.about(at("/a." + QByteArray(name)));
        const QJsonObject second = warcs.about(at("/b." + QByteArray(name)), "revisit");
        QCOMPARE(warcField(second, "WARC-Profile"),
            QByteArray("http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"));
        QCOMPARE(warcField(second, "WARC-Refers-To-Target-URI"), text(first, "uri"));
        QCOMPARE(warcField(second, "WARC-Refers-To-Date"), warcField(first, "WARC-Date"));
        QCOMPARE(warcField(second, "WARC-Payload-Digest"), warcField(first, "WARC-Payload-Digest"));
        QVERIFY(text(second, "first").startsWith("HTTP/1.1 200"));
    }
}

void TestWarcArchive::holdsNoSecrets()
{
    m_server->route("/index.html", [](const Request &request, Reply &reply) {
        if (request.header("Authorization").isEmpty())
            reply.answer(401, {}, {}, {{"WWW-Authenticate", "Basic realm=\"r\""}});
        else
            reply.answer(200, "text/html", "<a href=next>n", {{"Set-Cookie", "let-in=s3cret"}});
    });
    m_server->serve("/next", "text/plain", "next");
    m_crawl->job.headers = {{"X-Key", "s3cret"}};
    m_crawl->job.cookies = {brought("s3cret")};
    const Address start = Address::parse(at("/index.html")).value();
    m_crawl->job.network.credentials.insert(
        start.origin(), {QStringLiteral("me"), QStringLiteral("s3cret")});
    QVERIFY(m_crawl->run({m_server->url("/index.html")}));
    // They were sent, or there would be nothing to be left out.
    const Request sent = requestTo(*m_server, "/next");
    for (const char *name : {"X-Key", "Cookie", "Authorization"})
        QVERIFY2(!sent.header(name).isEmpty(), name);
    const Warcs warcs(warcsIn(m_crawl->job.directory));
    QCOMPARE(warcs.problem, QByteArray());
    QCOMPARE(text(warcs.about(at("/next")), "sha256"), sha256("next"));
    for (const QJsonObject &record : warcs.all) {
        const QByteArray shown = QJsonDocument(record).toJson();
        QVERIFY2(!shown.contains("s3cret") && !shown.contains("bWU6czNjcmV0"), shown.constData());
    }
}

void TestWarcArchive::beginsAnotherFileWhenOneIsFull()
{
    serveSmallSite(*m_server);
    m_crawl->job.mostWarcBytes = 2500;
    QVERIFY(m_crawl->run({m_server->url("/")}));
    const QStringList paths = warcsIn(m_crawl->job.directory);
    QVERIFY(paths.size() > 1);
    // The reader checks that each begins with a warcinfo of its own.
    const Warcs warcs(paths);
    QCOMPARE(warcs.problem, QByteArray());
    QCOMPARE(warcs.of("warcinfo").size(), paths.size());
    QCOMPARE(warcs.of("response").size(), 7);
    QCOMPARE(warcs.of("metadata").size(), 1);
}

void TestWarcArchive::leavesOutWhatIsNotWanted()
{
    m_server->serve("/index.html", "text/html", pageWith({"a.txt", "b.pdf"}));
    m_server->serve("/a.txt", "text/plain", "text");
    m_server->serve("/b.pdf", "application/pdf", "%PDF");
    m_crawl->job.types = TypeSelection::fromList("pdf").value();
    QVERIFY(m_crawl->run({m_server->url("/index.html")}));
    const Warcs warcs(warcsIn(m_crawl->job.directory));
    QCOMPARE(warcs.problem, QByteArray());
    QCOMPARE(warcs.of("response").size(), 1);
    QVERIFY(!warcs.about(at("/b.pdf")).isEmpty());
}

void TestWarcArchive::makesNothingUnlessAsked()
{
    m_crawl->job.archiving = Archiving::None;
    serveSmallSite(*m_server);
    QVERIFY(m_crawl->run({m_server->url("/")}));
    QCOMPARE(warcsIn(m_crawl->job.directory), QStringList());
}

void TestWarcArchive::cutsOffWhatAStoppedRunHasBegun()
{
    serveSmallSite(*m_server);
    m_server->route("/slow", [](const Request &, Reply &reply) { reply.hold("gate").answer(200); });
    m_server->serve("/b", "text/html", pageWith({"slow"}));
    m_crawl->start({m_server->url("/")});
    QVERIFY(waitFor([&] { return m_server->openNow("/slow") == 1; }));
    m_crawl->crawler().stop();
    QVERIFY(waitFor([&] { return m_crawl->follower.ended(); }));
    m_crawl->destroy();
    m_server->release("gate");
    const Warcs stopped(warcsIn(m_crawl->job.directory));
    QCOMPARE(stopped.problem, QByteArray());

    m_server->route(
        "/slow", [](const Request &, Reply &reply) { reply.answer(200, "text/plain", "slow"); });
    QVERIFY(m_crawl->run({m_server->url("/")}));
    const QStringList paths = warcsIn(m_crawl->job.directory);
    QCOMPARE(paths.size(), 2);
    const Warcs warcs(paths);
    QCOMPARE(warcs.problem, QByteArray());
    for (const char *path : {"/", "/a", "/b", "/c", "/d", "/a/1", "/a/2", "/slow"})
        QVERIFY2(!warcs.about(at(path)).isEmpty(), path);
}

void TestWarcArchive::meetsNoNameOfASite()
{
    m_server->serve("/index.html", "text/html", pageWith({"/++warc/x", "/%2B%2Bwarc/y"}));
    m_server->serve("/++warc/x", "text/plain", "x");
    m_server->serve("/%2B%2Bwarc/y", "text/plain", "y");
    QVERIFY(m_crawl->run({m_server->url("/index.html")}));
    QCOMPARE(m_crawl->follower.totals.saved, 3);
    QCOMPARE(warcsIn(m_crawl->job.directory).size(), 1);
}

void TestWarcArchive::keepsThatSomethingHasNotChanged()
{
    serveSmallSite(*m_server);
    QVERIFY(m_crawl->run({m_server->url("/")}));
    QVERIFY(m_crawl->run({m_server->url("/")}));
    QCOMPARE(m_crawl->follower.totals.unchanged, 7);
    const QStringList paths = warcsIn(m_crawl->job.directory);
    QCOMPARE(paths.size(), 2);
    const Warcs again({paths[1]});
    QCOMPARE(again.problem, QByteArray());
    QCOMPARE(again.of("response").size(), 0);
    QCOMPARE(again.of("revisit").size(), 7);
    QVERIFY(warcField(again.about(at("/a"), "revisit"), "WARC-Profile")
                .endsWith("server-not-modified"));
}

QTEST_GUILESS_MAIN(TestWarcArchive)
#include "tst_warcarchive.moc"
