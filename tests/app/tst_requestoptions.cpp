// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace gleaner::test;
using namespace std::chrono_literals;

/// No option is accepted and ignored. These decide how the server is asked.
class TestRequestOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workersAndPerHostBoundTheRequests_data();
    void workersAndPerHostBoundTheRequests();
    void delayLiesBetweenRequests();
    void triesCountRequests_data();
    void triesCountRequests();
    void limitRateIsOverAllWorkers();
    void timeoutEndsAStall_data();
    void timeoutEndsAStall();
    void noRobotsAsksNobody_data();
    void noRobotsAsksNobody();
    void headersAreSentToTheStartOnly();
    void userAgentNamesTheProgram_data();
    void userAgentNamesTheProgram();
};

void TestRequestOptions::workersAndPerHostBoundTheRequests_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("atOnce");
    QTest::newRow("default") << QString() << 6;
    QTest::newRow("one") << QStringLiteral("-w 1") << 1;
    QTest::newRow("few workers") << QStringLiteral("-w 3 --per-host 20") << 3;
    QTest::newRow("few per host") << QStringLiteral("-w 30 --per-host 2") << 2;
    QTest::newRow("many") << QStringLiteral("-w 30 --per-host 15") << 15;
}

void TestRequestOptions::workersAndPerHostBoundTheRequests()
{
    QFETCH(const QString, options);
    QFETCH(const int, atOnce);
    TestServer server;
    QByteArray page;
    for (int i = 0; i < 40; ++i)
        page += "<a href=/slow/" + QByteArray::number(i) + ">x</a>";
    server.serve("/start.html", "text/html", page);
    server.route("/slow/", [](const Request &, Reply &reply) {
        reply.wait(milliseconds(150)).answer(200, "text/plain", "x");
    });
    Program program;
    QVERIFY(program.runJson(
        words(options.toUtf8().constData()) + QStringList{text(server.url("/start.html"))}));
    QCOMPARE(program.status(), 0);
    QCOMPARE(Events(program.output()).whatIsWrong(0), QString());
    QCOMPARE(server.mostOpen("/slow/"), atOnce);
}

void TestRequestOptions::delayLiesBetweenRequests()
{
    TestServer server;
    Program program;
    QVERIFY(program.runJson({QStringLiteral("--no-robots"), QStringLiteral("--delay"),
        QStringLiteral("120"), text(server.url("/made/7-6-100/"))}));
    QCOMPARE(program.status(), 0);
    QCOMPARE(Events(program.output()).whatIsWrong(0), QString());
    const QList<Request> requests = server.requests();
    QCOMPARE(requests.size(), 8);
    for (qsizetype i = 1; i < requests.size(); ++i)
        QVERIFY(requests[i].arrived - requests[i - 1].arrived > 80ms);
}

void TestRequestOptions::triesCountRequests_data()
{
    QTest::addColumn<QString>("tries");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("requests");
    QTest::newRow("one") << QStringLiteral("1") << 3 << 1;
    QTest::newRow("two") << QStringLiteral("2") << 0 << 2;
}

void TestRequestOptions::triesCountRequests()
{
    QFETCH(const QString, tries);
    QFETCH(const int, status);
    QFETCH(const int, requests);
    TestServer server;
    Program program;
    QVERIFY(program.runJson(
        {QStringLiteral("--tries"), tries, text(server.url("/fault/flaky/1/500"))}));
    QCOMPARE(program.status(), status);
    QCOMPARE(Events(program.output()).whatIsWrong(status), QString());
    QCOMPARE(server.count("/fault/flaky/1/500"), requests);
}

void TestRequestOptions::limitRateIsOverAllWorkers()
{
    TestServer server;
    QByteArray page;
    for (int i = 0; i < 4; ++i) {
        const QByteArray path = '/' + QByteArray::number(i) + ".png";
        server.serve(path, "image/png", QByteArray(700'000, 'x'));
        page += "<img src=" + path + '>';
    }
    server.serve("/", "text/html", page);
    Program program;
    QElapsedTimer clock;
    clock.start();
    QVERIFY(program.runJson({QStringLiteral("--no-robots"), QStringLiteral("--limit-rate"),
        QStringLiteral("1M"), text(server.url("/"))}));
    QVERIFY(clock.elapsed() > qint64(2'800'000) * 950 / (1 << 20));
    QCOMPARE(program.status(), 0);
    QCOMPARE(Events(program.output()).of("saved").size(), 5);
}

void TestRequestOptions::timeoutEndsAStall_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("no answer") << QByteArray("/fault/stall-before-headers");
    QTest::newRow("half a head") << QByteArray("/fault/stall-headers");
    QTest::newRow("half a body") << QByteArray("/fault/stall-body");
}

void TestRequestOptions::timeoutEndsAStall()
{
    QFETCH(const QByteArray, target);
    TestServer server;
    Program program;
    QElapsedTimer clock;
    clock.start();
    QVERIFY(program.runJson({QStringLiteral("--timeout"), QStringLiteral("1"),
        QStringLiteral("--tries"), QStringLiteral("1"), text(server.url(target))}));
    QVERIFY(clock.elapsed() > 900 && clock.elapsed() < 5000);
    QCOMPARE(program.status(), 3);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(3), QString());
    QCOMPARE(
        events.of("failed").first()[QLatin1String("reason")].toString(), QStringLiteral("timeout"));
}

void TestRequestOptions::noRobotsAsksNobody_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("asked");
    QTest::addColumn<int>("saved");
    QTest::newRow("by default they are asked") << QStringList() << 1 << 2;
    QTest::newRow("not asked") << QStringList{QStringLiteral("--no-robots")} << 0 << 4;
}

void TestRequestOptions::noRobotsAsksNobody()
{
    QFETCH(const QStringList, options);
    QFETCH(const int, asked);
    QFETCH(const int, saved);
    TestServer server;
    server.serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /hidden/\n");
    server.serve("/start.html", "text/html",
        "<a href=a.html>a</a> <a href=hidden/b.html>b</a> <a rel=nofollow href=c.html>c</a>");
    for (const char *page : {"/a.html", "/hidden/b.html", "/c.html"})
        server.serve(page, "text/html", "<p>x");
    Program program;
    QVERIFY(program.runJson(options + QStringList{text(server.url("/start.html"))}));
    QCOMPARE(program.status(), 0);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(0), QString());
    QCOMPARE(events.of("saved").size(), saved);
    QCOMPARE(server.count("/robots.txt"), asked);
    // Files of the protocol are no addresses of the download.
    QVERIFY(!program.output().contains("robots.txt"));
}

void TestRequestOptions::headersAreSentToTheStartOnly()
{
    TestServer other;
    other.serve("/logo.png", "image/png", "PNG");
    TestServer server;
    server.serve("/start.html", "text/html",
        "<a href=a.html>a</a><img src=" + other.url("/logo.png").toEncoded() + ">");
    server.serve("/a.html", "text/html", "<p>a");
    Program program;
    QVERIFY(program.runJson({QStringLiteral("--no-robots"), QStringLiteral("--header"),
        QStringLiteral("X-Key: a:b c"), QStringLiteral("--header"),
        QStringLiteral("Accept-Language: de"), text(server.url("/start.html"))}));
    QCOMPARE(program.status(), 0);
    QCOMPARE(Events(program.output()).whatIsWrong(0), QString());
    QCOMPARE(server.requests().size(), 2);
    for (const Request &request : server.requests()) {
        QCOMPARE(request.header("X-Key"), QByteArray("a:b c"));
        QCOMPARE(request.header("Accept-Language"), QByteArray("de"));
    }
    QCOMPARE(other.requests().size(), 1);
    QVERIFY(other.requests().first().header("X-Key").isNull());
    QVERIFY(!program.output().contains("a:b c") && !program.errors().contains("a:b c"));
}

void TestRequestOptions::userAgentNamesTheProgram_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("agent");
    QTest::newRow("default") << QStringList() << QByteArray("Gleaner/" GLEANER_VERSION);
    QTest::newRow("given") << QStringList{QStringLiteral("--user-agent"), QStringLiteral("A b/1")}
                           << QByteArray("A b/1");
}

void TestRequestOptions::userAgentNamesTheProgram()
{
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, agent);
    TestServer server;
    server.serve("/start.html", "text/html", "<p>a");
    Program program;
    QVERIFY(program.runJson(options + QStringList{text(server.url("/start.html"))}));
    QCOMPARE(program.status(), 0);
    QCOMPARE(Events(program.output()).whatIsWrong(0), QString());
    for (const Request &request : server.requests())
        QVERIFY2(request.header("User-Agent").startsWith(agent), request.head.constData());
}

QTEST_GUILESS_MAIN(TestRequestOptions)
#include "tst_requestoptions.moc"
