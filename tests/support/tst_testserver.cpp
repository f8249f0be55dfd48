// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/await.h"
#include "tests/support/rawclient.h"
#include "tests/support/testserver.h"

#include <array>
#include <memory>

using namespace gleaner::test;
using namespace std::chrono_literals;
using End = RawClient::End;

/// The server's own manners: routes, connections, log, gates.
class TestTestServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersStaticContent();
    void keepsAConnectionForTheNextRequest();
    void answersPipelinedRequestsInOrder();
    void sendsNoBodyToHead();
    void findsTheLongestRoute();
    void honoursRangeAndConditions();
    void logsEveryByteOfTheHead();
    void countsWhatIsOpenAtOnce();
    void logsAClientThatLeaves();
    void holdsAtAGate();
    void playsStepsWithPauses();
    void stopsWithConnectionsOpen();
};

void TestTestServer::answersStaticContent()
{
    TestServer server;
    server.serve("/a.html", "text/html", "<p>a</p>", {{"X-Own", "yes"}});
    const Heard heard = ask(server.port(), "/a.html");
    QCOMPARE(heard.statusLine(), "HTTP/1.1 200 OK");
    QVERIFY(heard.head.contains("\r\nContent-Type: text/html"));
    QVERIFY(heard.head.contains("\r\nContent-Length: 8"));
    QVERIFY(heard.head.contains("\r\nX-Own: yes"));
    QCOMPARE(heard.body, "<p>a</p>");
    QCOMPARE(heard.end, End::Closed);
    QCOMPARE(ask(server.port(), "/b.html").statusLine(), "HTTP/1.1 404 Not Found");
    QCOMPARE(server.url("/a.html?x=%20y").toEncoded(),
        "http://127.0.0.1:" + QByteArray::number(server.port()) + "/a.html?x=%20y");
    QCOMPARE(server.url("/", "localhost").host(), QStringLiteral("localhost"));
}

void TestTestServer::keepsAConnectionForTheNextRequest()
{
    TestServer server;
    server.serve("/a", "text/plain", "first");
    RawClient client(server.port());
    client.get("/a");
    QVERIFY(client.readAll(200ms).endsWith("first"));
    QCOMPARE(client.end(), End::Open);
    client.get("/a");
    QVERIFY(client.readAll(200ms).endsWith("first"));
    QCOMPARE(server.connections(), 1);
    QCOMPARE(server.count("/a"), 2);
    const QList<Request> requests = server.requests();
    QCOMPARE(requests.at(0).connection, requests.at(1).connection);
    QCOMPARE(requests.at(1).ordinal, 2);
}

void TestTestServer::answersPipelinedRequestsInOrder()
{
    TestServer server;
    server.serve("/b", "text/plain", "second");
    RawClient client(server.port());
    client.send("GET /fault/delay/50 HTTP/1.1\r\n\r\nGET /b HTTP/1.0\r\n\r\n");
    const QByteArray all = client.readAll();
    QVERIFY(all.indexOf("late\n") > 0);
    QVERIFY(all.endsWith("second"));
    QCOMPARE(client.end(), End::Closed);
}

void TestTestServer::sendsNoBodyToHead()
{
    TestServer server;
    server.serve("/a", "text/plain", "first");
    RawClient client(server.port());
    client.send("HEAD /a HTTP/1.1\r\nConnection: close\r\n\r\n");
    const QByteArray all = client.readAll();
    QVERIFY(all.contains("Content-Length: 5\r\n"));
    QVERIFY(all.endsWith("\r\n\r\n"));
}

void TestTestServer::findsTheLongestRoute()
{
    TestServer server;
    const auto say = [](const QByteArray &words) {
        return [words](const Request &request, Reply &reply) {
            reply.answer(200, "text/plain", words + ':' + request.rest);
        };
    };
    server.route("/", say("root"));
    server.route("/a/", say("folder"));
    server.route("/a/b", say("file"));
    QCOMPARE(ask(server.port(), "/x?y").body, "root:x");
    QCOMPARE(ask(server.port(), "/a/").body, "folder:");
    QCOMPARE(ask(server.port(), "/a/c/d?e/f").body, "folder:c/d");
    QCOMPARE(ask(server.port(), "/a/b?c").body, "file:");
}

void TestTestServer::honoursRangeAndConditions()
{
    TestServer server;
    server.serve("/f", "text/plain", "0123456789");
    const Heard whole = ask(server.port(), "/f");
    const QByteArray etag = whole.header("ETag");
    const Heard part = ask(server.port(), "/f", "Range: bytes=4-\r\nIf-Range: " + etag + "\r\n");
    QCOMPARE(part.statusLine(), "HTTP/1.1 206 Partial Content");
    QVERIFY(part.head.contains("Content-Range: bytes 4-9/10"));
    QCOMPARE(part.body, "456789");
    QCOMPARE(ask(server.port(), "/f", "Range: bytes=2-3\r\n").body, "23");
    QCOMPARE(
        ask(server.port(), "/f", "Range: bytes=4-\r\nIf-Range: \"other\"\r\n").body, "0123456789");
    const Heard beyond = ask(server.port(), "/f", "Range: bytes=10-\r\n");
    QCOMPARE(beyond.statusLine(), "HTTP/1.1 416 Range Not Satisfiable");
    QVERIFY(beyond.head.contains("Content-Range: bytes */10"));
    const Heard same = ask(server.port(), "/f", "If-None-Match: " + etag + "\r\n");
    QCOMPARE(same.statusLine(), "HTTP/1.1 304 Not Modified");
    QCOMPARE(same.body, QByteArray());
}

void TestTestServer::logsEveryByteOfTheHead()
{
    TestServer server;
    RawClient client(server.port());
    const QByteArray head = "POST /x?a=1%202&b HTTP/1.1\r\nHoSt:  h \r\nX: \xff\r\n"
                            "Content-Length: 3\r\n\r\n";
    const Clock::time_point before = Clock::now();
    client.send(head + "abc");
    QVERIFY(waitFor([&] { return server.total() == 1; }));
    const Request request = server.requests().first();
    QCOMPARE(request.head, head);
    QCOMPARE(request.body, "abc");
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.target, "/x?a=1%202&b");
    QCOMPARE(request.header("host"), "h");
    QCOMPARE(request.query("a"), "1 2");
    QVERIFY(!request.query("b").isNull());
    QVERIFY(request.query("c").isNull());
    QVERIFY(request.arrived >= before);
    QVERIFY(request.arrived <= Clock::now());
    server.clearLog();
    QCOMPARE(server.total(), 0);
    QVERIFY(server.requests().isEmpty());
}

void TestTestServer::countsWhatIsOpenAtOnce()
{
    TestServer server;
    std::array<std::unique_ptr<RawClient>, 3> clients;
    for (auto &client : clients) {
        client = std::make_unique<RawClient>(server.port());
        client->get("/fault/hold/door");
    }
    RawClient other(server.port());
    other.get("/elsewhere");
    QVERIFY(waitFor([&] { return server.openNow("/fault/hold/") == 3; }));
    server.release("door");
    for (auto &client : clients)
        QVERIFY(client->readAll(100ms).endsWith("released\n"));
    QVERIFY(waitFor([&] { return server.openNow() == 0; }));
    QCOMPARE(server.mostOpen("/fault/hold/"), 3);
    QCOMPARE(server.mostOpen("/elsewhere"), 1);

    // One after the other is never two at once, however fast the client is.
    server.clearLog();
    server.serve("/quick", "text/plain", "q");
    for (int turn = 0; turn < 200; ++turn)
        ask(server.port(), "/quick");
    QCOMPARE(server.count("/quick"), 200);
    QCOMPARE(server.mostOpen("/quick"), 1);
}

void TestTestServer::logsAClientThatLeaves()
{
    TestServer server;
    {
        RawClient client(server.port());
        client.get("/fault/stall-headers");
    }
    QVERIFY(waitFor([&] { return server.count("/fault/stall-headers") == 1; }));
    QVERIFY(waitFor([&] { return server.openNow() == 0; }));
}

void TestTestServer::holdsAtAGate()
{
    TestServer server;
    RawClient client(server.port());
    client.get("/fault/hold-body/door");
    QVERIFY(client.readAll(100ms).endsWith("first"));
    server.release("door");
    QCOMPARE(client.readAll(100ms), "later");
    server.hold("door");
    client.get("/fault/hold-body/door");
    QVERIFY(client.readAll(100ms).endsWith("first"));
}

void TestTestServer::playsStepsWithPauses()
{
    TestServer server;
    server.route("/steps", [](const Request &, Reply &reply) {
        reply.send("one").wait(30ms).drip("two", 1, 20ms).repeat("x", 100'001).close();
    });
    const Clock::time_point before = Clock::now();
    QCOMPARE(ask(server.port(), "/steps").body, "onetwo" + QByteArray(100'001, 'x'));
    QVERIFY(Clock::now() - before >= 70ms);
}

void TestTestServer::stopsWithConnectionsOpen()
{
    auto server = std::make_unique<TestServer>();
    RawClient stalled(server->port());
    stalled.get("/fault/stall-body");
    RawClient flooded(server->port());
    flooded.get("/fault/endless-body");
    RawClient idle(server->port());
    QVERIFY(waitFor([&] { return server->total() == 2 && server->connections() == 3; }));
    const Clock::time_point before = Clock::now();
    server.reset();
    QVERIFY(Clock::now() - before < 1s * patienceFactor);
    idle.readAll(1s);
    QVERIFY(idle.end() != End::Open);
}

QTEST_GUILESS_MAIN(TestTestServer)
#include "tst_testserver.moc"
