// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QTest>

using namespace gleaner::test;

namespace
{

QStringList quietly(const QUrl &start)
{
    return {QStringLiteral("--no-robots"), QStringLiteral("--scope"), QStringLiteral("any"),
        QStringLiteral("--tries"), QStringLiteral("1"), text(start)};
}

/// Every line of a request's head is one that we would write.
QByteArray strangeLine(const Request &request)
{
    const QByteArrayList known{"host", "user-agent", "accept", "accept-encoding", "accept-language",
        "connection", "referer", "cookie"};
    QByteArrayList lines = request.head.trimmed().split('\n');
    const QByteArray first = lines.takeFirst();
    if (!first.startsWith("GET /") || !first.endsWith(" HTTP/1.1\r") || first.count(' ') != 2)
        return first;
    for (const QByteArray &line : std::as_const(lines)) {
        if (!known.contains(line.left(line.indexOf(':')).toLower()))
            return line;
    }
    return {};
}

} // namespace

/// Links that are made to say something else than an address.
class TestHostileLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noLineBreakReachesTheWire_data();
    void noLineBreakReachesTheWire();
    void noLineBreakOfALocationReachesTheWire();
    void usersAndPasswordsAreDropped_data();
    void usersAndPasswordsAreDropped();
    void queriesStayWithTheirAddress();
    void theHostIsTheBrowsersHost_data();
    void theHostIsTheBrowsersHost();
};

void TestHostileLinks::noLineBreakReachesTheWire_data()
{
    QTest::addColumn<QByteArray>("link");
    for (const char *link : {"a&#13;&#10;X-Evil: 1", "a%0d%0aX-Evil:%201", "a?b&#13;&#10;X-Evil: 1",
             "a?b%0D%0AX-Evil: 1", "a&#13;&#10;&#13;&#10;GET /evil HTTP/1.1&#13;&#10;X-Evil: 1",
             "a&#10;X-Evil: 1", "a&#13;X-Evil: 1", "a&#0;X-Evil: 1", "a\r\nX-Evil: 1",
             "//127.0.0.1:%1&#13;&#10;X-Evil: 1/", "//127.0.0.1:%1/a b HTTP/1.1&#10;X-Evil: 1",
             "a&#x85;X-Evil: 1", "a&#x2028;X-Evil: 1", "a%E5%98%8D%E5%98%8AX-Evil:1",
             "//u&#13;&#10;X-Evil: 1@127.0.0.1:%1/a", "#&#13;&#10;X-Evil: 1"})
        QTest::newRow(link) << QByteArray(link);
}

void TestHostileLinks::noLineBreakReachesTheWire()
{
    QFETCH(QByteArray, link);
    TestServer server;
    link.replace("%1", QByteArray::number(server.port()));
    // What is saved leads on, so that the address becomes a Referer as well.
    server.route("/", [link](const Request &request, Reply &reply) {
        reply.answer(200, "text/html",
            request.target == "/" ? "<a href=\"" + link + "\">x</a>" : "<a href=/last>x</a>");
    });
    Program program;
    QVERIFY(program.runJson(quietly(server.url())));
    QCOMPARE(Events(program.output()).whatIsWrong(program.status()), QString());
    for (const Request &request : server.requests()) {
        const QByteArray strange = strangeLine(request);
        QVERIFY2(strange.isEmpty(), strange.constData());
        QVERIFY(request.target != "/evil");
    }
}

void TestHostileLinks::noLineBreakOfALocationReachesTheWire()
{
    TestServer server;
    server.route("/", [](const Request &request, Reply &reply) {
        if (request.target == "/")
            reply.answer(302, "text/plain", "x", {{"Location", "/a%0d%0aX-Evil:%201\r\n b\tc"}});
        else
            reply.answer(200, "text/html", "<a href=/last>x</a>");
    });
    Program program;
    QVERIFY(program.runJson(quietly(server.url())));
    QCOMPARE(program.status(), 0);
    QCOMPARE(server.requests().size(), 3);
    for (const Request &request : server.requests())
        QCOMPARE(strangeLine(request), QByteArray());
}

void TestHostileLinks::usersAndPasswordsAreDropped_data()
{
    QTest::addColumn<QByteArray>("link"); // "%1" is host and port
    for (const char *link : {"http://user:secret@%1/a.html", "http://secret@%1/a.html",
             "//user:secret@%1/a.html", "http://u:p;secret@%1/a.html",
             "http://u:p@secret@%1/a.html", "http://%73ecret:%73ecret@%1/a.html", "/redirect"})
        QTest::newRow(link) << QByteArray(link);
}

void TestHostileLinks::usersAndPasswordsAreDropped()
{
    QFETCH(QByteArray, link);
    TestServer server;
    const QByteArray authority = "127.0.0.1:" + QByteArray::number(server.port());
    link.replace("%1", authority);
    server.serve("/", "text/html", "<a href=\"" + link + "\">x</a>");
    server.route("/redirect", [authority](const Request &, Reply &reply) {
        reply.answer(
            302, "text/plain", "x", {{"Location", "http://user:secret@" + authority + "/a.html"}});
    });
    server.serve("/a.html", "text/html", "<a href=b.html>x</a>");
    server.serve("/b.html", "text/html", "<p>x");
    Program program;
    QVERIFY(program.runJson(quietly(server.url())));
    QCOMPARE(program.status(), 0);
    QCOMPARE(server.count("/a.html"), 1);
    QCOMPARE(server.count("/b.html"), 1);
    // A page cannot make us say who we are, and nobody hears of it.
    for (const Request &request : server.requests()) {
        QCOMPARE(strangeLine(request), QByteArray());
        QVERIFY2(!request.head.contains("ecret"), request.head.constData());
    }
    QVERIFY(!program.output().contains("ecret") && !program.errors().contains("ecret"));
    QVERIFY(program.everythingMade().filter(QStringLiteral("ecret")).isEmpty());
}

void TestHostileLinks::queriesStayWithTheirAddress()
{
    TestServer other("127.0.0.2");
    other.serve("/i.png", "image/png", "PNG");
    TestServer server;
    server.serve("/start", "text/html",
        "<a href=a.html>a</a><img src=" + other.url("/i.png").toEncoded() + '>');
    server.serve("/a.html", "text/html", "<p>a");
    Program program;
    QVERIFY(program.runJson(quietly(server.url("/start?token=secret"))));
    QCOMPARE(program.status(), 0);
    for (const Request &request : server.requests() + other.requests()) {
        if (request.path() != "/start")
            QVERIFY2(!request.head.contains("secret"), request.head.constData());
    }
    QCOMPARE(other.requests().size(), 1);
    QVERIFY(!program.errors().contains("secret"));
}

void TestHostileLinks::theHostIsTheBrowsersHost_data()
{
    QTest::addColumn<QByteArray>("link"); // G is the good host, E the evil one, P the port of both
    QTest::addColumn<QByteArray>("asked"); // of the good one, beside the start page
    const auto row = [](const char *link, const char *asked) {
        QTest::newRow(link) << QByteArray(link) << QByteArray(asked);
    };
    row("http://u:p;x@G:P/landed", "/landed");
    row("http://E:P@G:P/landed", "/landed");
    row("http://E%00@G:P/landed", "/landed");
    row("http://G:P\\@E:P/landed", "/@E:P/landed");
    row("http:\\\\G:P\\landed", "/landed");
    row("http://G:P/landed#@E:P/", "/landed");
    row("http://G:P/landed?@E:P/", "/landed?@E:P/");
    row("http://G:P?@E:P/landed", "/?@E:P/landed");
    row("http://G:P#@E:P/landed", "");
    row("http:///G:P/landed", "/landed");
    row("http:G:P/landed", "/G:P/landed");
    row(" http://G:P/landed\x1f", "/landed");
    row("ht\ntp://G:P/lan\tded", "/landed");
    row("http://0x7f.1:P/landed", "/landed");
    row("http://G%2FE:P/landed", "");
    row("http://G%23@E:P:P/landed", "");
    row("http://G%5CE:P/landed", "");
    row("http://G%00E:P/landed", "");
    row("http://G%20E:P/landed", "");
    row("http://G E:P/landed", "");
    row("http://G<E:P/landed", "");
    row("http://[G]E:P/landed", "");
    row("http://G:P:P@/landed", "");
}

void TestHostileLinks::theHostIsTheBrowsersHost()
{
    QFETCH(QByteArray, link);
    QFETCH(QByteArray, asked);
    TestServer good;
    TestServer evil("127.0.0.2", nullptr, good.port());
    for (QByteArray *words : {&link, &asked})
        words->replace('G', "127.0.0.1")
            .replace('E', "127.0.0.2")
            .replace('P', QByteArray::number(good.port()));
    good.route("/", [link](const Request &request, Reply &reply) {
        reply.answer(200, "text/html",
            request.target == "/" ? "<a href=\"" + link + "\">x</a>" : QByteArray("<p>x"));
    });
    Program program;
    QVERIFY(program.runJson(quietly(good.url())));
    QCOMPARE(program.status(), 0);
    QByteArrayList targets;
    for (const Request &request : good.requests())
        targets.append(request.target);
    QCOMPARE(targets.takeFirst(), QByteArray("/"));
    QCOMPARE(targets.join(' '), asked);
    QCOMPARE(evil.total(), 0);
}

QTEST_GUILESS_MAIN(TestHostileLinks)
#include "tst_hostilelinks.moc"
