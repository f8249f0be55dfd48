// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/await.h"
#include "tests/support/faults.h"
#include "tests/support/rawclient.h"
#include "tests/support/testserver.h"

#include <QDateTime>
#include <QLocale>

#include <memory>

using namespace gleaner::test;
using namespace std::chrono_literals;
using End = RawClient::End;

/// Every route below /fault/ sends what its name says; contents have a test of their own.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<TestServer>(); }
    void sendsExactly_data();
    void sendsExactly();
    void stallsAndDripsAndFloods();
    void healsAfterSomeFailures();
    void redirects_data();
    void redirects();
    void answersLater();
    void dropsTheSecondRequest();
    void retriesAfterADate();

private:
    Heard ask(const QByteArray &target, const QByteArray &lines = {})
    {
        return gleaner::test::ask(m_server->port(), "/fault/" + target, lines);
    }

    std::unique_ptr<TestServer> m_server;
};

void TestFaults::sendsExactly_data()
{
    QTest::addColumn<QByteArray>("head"); // somewhere in it
    QTest::addColumn<QByteArray>("body"); // exactly
    QTest::addColumn<End>("end");
    const auto row = [](const char *route, const char *head, const QByteArray &body,
                         End end = End::Closed) {
        QTest::newRow(route) << QByteArray(head) << body << end;
    };
    const QByteArray good = "hello";
    const QByteArray chunk = "5\r\nhello\r\n";
    const QByteArray last = "0\r\n\r\n";
    const QByteArray world = "\r\nworld\r\n" + last;
    const QByteArray answer =
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello";
    const char *length = "Content-Length: 5\r\n";

    row("short-body", "Content-Length: 100", patternBytes(5));
    row("short-body?sent=70&length=80", "Content-Length: 80", patternBytes(70));
    row("reset-mid-body", "Content-Length: 100", patternBytes(5), End::Reset);
    row("reset-at-once", "", "", End::Reset);
    row("close-delimited", "200 OK\r\nContent-Type: text/plain", good);
    row("length-negative", "Content-Length: -5", good);
    row("length-overflow", "Content-Length: 99999999999999999999", good);
    row("length-junk", "Content-Length: 5x", good);
    row("length-empty", "Content-Length: ", good);
    row("length-list-equal", "Content-Length: 5, 5", good);
    row("length-list-differing", "Content-Length: 5, 7", good);
    row("length-twice-equal", "Content-Length: 5\r\nContent-Length: 5", good);
    row("length-twice-differing", "Content-Length: 5\r\nContent-Length: 7", good);
    row("length-with-chunked", "Transfer-Encoding: chunked\r\nContent-Length: 100", chunk + last);
    row("more-than-length", "Content-Length: 5", "hello and more");
    row("chunked-ok", "Transfer-Encoding: chunked", chunk + "6;extension=1\r\n world\r\n" + last);
    row("chunked-trailers", "Transfer-Encoding: chunked", chunk + "0\r\nX-Trailer: late\r\n\r\n");
    row("chunked-cut", "Transfer-Encoding: chunked", chunk + "5\r\nhe");
    row("chunked-cut-between", "Transfer-Encoding: chunked", chunk);
    row("chunked-no-final-crlf", "Transfer-Encoding: chunked", chunk + "0\r\n");
    row("chunked-bad-size", "Transfer-Encoding: chunked", chunk + "ZZ" + world);
    row("chunked-bad-first-size", "Transfer-Encoding: chunked", "ZZ\r\nhello\r\n" + last);
    row("chunked-size-overflow", "Transfer-Encoding: chunked", chunk + "fffffffffffffffff" + world);
    row("chunked-size-negative", "Transfer-Encoding: chunked", chunk + "-5" + world);
    row("chunked-missing-crlf", "Transfer-Encoding: chunked", "5\r\nhello5" + world);
    row("large-body?bytes=200000", "Content-Length: 200000",
        patternBytes(65536).repeated(3) + patternBytes(65536).first(200000 - 3 * 65536));
    row("slow-body?bytes=5&ms=10", length, patternBytes(5));

    row("early-hints-103", "103 Early Hints\r\nLink: ", answer);
    row("continue-100", "HTTP/1.1 100 Continue", answer);
    row("switching-101", "101 Switching Protocols", answer);
    row("http09", "", "<html>hello</html>");
    row("empty-answer", "", "");
    row("bad-status-line", "HTTP/1.1 abc\r\n", good);
    row("bad-version", "HTTP/9.9 200 OK\r\n", good);
    row("junk-before-status", "some junk\r\nHTTP/1.1 200 OK\r\n", good);
    row("head-cut", "", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n");
    row("header-bare-cr", "X-Cr: a\rX-Evil: b", good);
    row("header-bare-lf", "",
        "HTTP/1.1 200 OK\nContent-Type: text/plain\nContent-Length: 5\n\nhello");
    row("header-without-colon", "\r\nnonsense", good);
    row("header-blank-before-colon", "\r\nContent-Length : 5", good);
    row("folded-header", "X-Folded: one\r\n two", good);
    row("many-headers?count=3", "X-Many: 1\r\nX-Many: 1\r\nX-Many: 1", good);
    row("slow-headers?ms=0", "X-Slow: 1\r\nX-Slow: 1\r\nX-Slow: 1", good);
    row("cookie-flood?count=2&bytes=3", "Set-Cookie: c0=xxx\r\nSet-Cookie: c1=xxx", good);
    row("wrong-type?as=image/gif", "Content-Type: image/gif",
        "<!DOCTYPE html><title>t</title><a href=\"/linked\">link</a>");
    row("no-type", "200 OK\r\nContent-Length: 57",
        "<!DOCTYPE html><title>t</title><a href=\"/linked\">link</a>");

    row("status/418", "HTTP/1.1 418 Status 418", "status 418\n");
    row("status/503?retry-after=2", "503 Service Unavailable\r\n", "status 503\n");
    row("status/429?retry-after=junk", "Retry-After: junk", "status 429\n");
    row("no-content-204", "204 No Content", "");
    row("reset-content-205", "205 Status 205\r\nContent-Length: 0", "");
    row("not-modified-304", "304 Not Modified", "");
    row("empty-200", "Content-Length: 0", "");
    row("keep-alive-close", length, good);
    row("connection-close", "Connection: close", good);
    row("http10", "HTTP/1.0 200 OK", good);
    row("http10-length", "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5", good);
    row("http10-keep-alive",
        "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nConnection: keep-alive", good);
}

void TestFaults::sendsExactly()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, body);
    QFETCH(End, end);
    const Heard heard = ask(QTest::currentDataTag());
    QVERIFY2((heard.head + "\r\n").contains(head), heard.head.constData());
    QCOMPARE(heard.body, body);
    QCOMPARE(heard.end, end);
}

void TestFaults::stallsAndDripsAndFloods()
{
    QVERIFY(ask("header-nul").head.endsWith(QByteArray("X-Nul: a\0b", 10)));
    QCOMPARE(ask("huge-headers?bytes=100000").head.count('x'), 100000 + 1); // one in "text/plain"
    const auto listen = [this](const QByteArray &target, qsizetype most) {
        RawClient client(m_server->port());
        client.get("/fault/" + target);
        const QByteArray all = client.readAll(100ms, most);
        return std::pair(all, client.end());
    };
    const qsizetype all = 1'000'000'000;
    QCOMPARE(listen("stall-before-headers", all), std::pair(QByteArray(), End::Open));
    const auto headers = listen("stall-headers", all);
    QVERIFY(headers.first.startsWith("HTTP/1.1 200 OK\r\n") && !headers.first.contains("\r\n\r\n"));
    QCOMPARE(headers.second, End::Open);
    const auto body = listen("stall-body", all);
    QVERIFY(body.first.endsWith("\r\n\r\n" + patternBytes(5)));
    QCOMPARE(body.second, End::Open);

    QVERIFY(listen("endless-headers", 8'000'000).first.count("X-Endless: ") > 10'000);
    QVERIFY(!listen("endless-headers", 8'000'000).first.contains("\r\n\r\n"));
    QVERIFY(listen("endless-body", 100'000'000).first.size() >= 100'000'000);
    QVERIFY(listen("endless-body?chunked=1", 1'000'000).first.count("\r\n400\r\n") > 900);
}

void TestFaults::healsAfterSomeFailures()
{
    QCOMPARE(ask("flaky/2/503").statusLine(), "HTTP/1.1 503 Service Unavailable");
    QCOMPARE(ask("flaky/2/503?other").statusLine(), "HTTP/1.1 503 Service Unavailable");
    QCOMPARE(ask("flaky/2/503").statusLine(), "HTTP/1.1 503 Service Unavailable");
    QCOMPARE(ask("flaky/2/503").body, "ok\n");
    QCOMPARE(ask("flaky/1/reset").end, End::Reset);
    QCOMPARE(ask("flaky/1/reset").body, "ok\n");
    QCOMPARE(ask("flaky/1/short").body, "o");
    QCOMPARE(ask("flaky/1/short").body, "ok\n");
}

void TestFaults::redirects_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("location");
    const auto row = [](const char *route, const char *location,
                         const char *line = "HTTP/1.1 302 Found") {
        QTest::newRow(route) << QByteArray(line) << QByteArray(location);
    };
    row("redirect/2", "/fault/redirect/1");
    row("redirect/1?status=301", "/fault/redirect/0?status=301", "HTTP/1.1 301 Moved Permanently");
    row("redirect/0", "", "HTTP/1.1 200 OK");
    row("redirect-endless/7", "/fault/redirect-endless/8");
    row("redirect-loop", "/fault/redirect-loop");
    row("redirect-loop-a", "/fault/redirect-loop-b");
    row("redirect-loop-b", "/fault/redirect-loop-a");
    row("redirect-to?to=ftp%3A%2F%2Fh%2F&status=307", "ftp://h/",
        "HTTP/1.1 307 Temporary Redirect");
    row("redirect-without-location", "");
    row("redirect-invalid-location", "http://[::bad/");
    row("cookie-wall", "/fault/cookie-wall");
}

void TestFaults::redirects()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, location);
    const Heard heard = ask(QTest::currentDataTag());
    QCOMPARE(heard.statusLine(), line);
    if (location.isEmpty())
        QVERIFY(!heard.head.contains("Location"));
    else
        QVERIFY((heard.head + "\r\n").contains("Location: " + location + "\r\n"));
    if (heard.head.contains("Set-Cookie: "))
        QCOMPARE(ask(QTest::currentDataTag(), "Cookie: wall=passed\r\n").body, "welcome\n");
}

void TestFaults::answersLater()
{
    const Clock::time_point before = Clock::now();
    QCOMPARE(ask("delay/60").body, "late\n");
    QVERIFY(Clock::now() - before >= 60ms);
}

void TestFaults::dropsTheSecondRequest()
{
    RawClient client(m_server->port());
    client.get("/fault/drop-second");
    QVERIFY(client.readAll(100ms).endsWith("hello"));
    client.get("/fault/drop-second");
    QCOMPARE(client.readAll(), QByteArray());
    QCOMPARE(client.end(), End::Reset);
}

void TestFaults::retriesAfterADate()
{
    const Heard heard = ask("status/503?retry-after-date=60");
    const QByteArray date = heard.header("Retry-After");
    QDateTime when = QLocale::c().toDateTime(
        QString::fromLatin1(date), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    when.setTimeSpec(Qt::UTC);
    const qint64 seconds = QDateTime::currentDateTimeUtc().secsTo(when);
    QVERIFY2(date.endsWith(" GMT") && seconds >= 55 && seconds <= 60, date.constData());
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
