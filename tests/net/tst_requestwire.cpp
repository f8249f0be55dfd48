// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/fetching.h"

using namespace gleaner;
using namespace gleaner::test;

/// What a server gets to see of us.
class TestRequestWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fetching = std::make_unique<Fetching>();
        m_server.clearLog();
    }
    void saysWhatABrowserWouldAndNoMore();
    void sendsTheHeadersItIsGiven();
    void keepsNoCookies();

private:
    FetchRequest request(const QByteArray &target) const
    {
        return Fetching::requestFor(m_server.url(target));
    }

    TestServer m_server;
    std::unique_ptr<Fetching> m_fetching;
};

void TestRequestWire::saysWhatABrowserWouldAndNoMore()
{
    m_server.serve("/a", "text/plain", "x");
    QVERIFY(m_fetching->outcome(m_server.url("/a?b=%20c|d%7E")));
    QCOMPARE(m_server.requests().size(), 1);
    QList<QByteArray> lines = m_server.requests().constFirst().head.trimmed().split('\n');
    QCOMPARE(lines.takeFirst().trimmed(), QByteArray("GET /a?b=%20c%7Cd~ HTTP/1.1"));
    QMap<QByteArray, QByteArray> headers;
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        QVERIFY(!headers.contains(line.first(colon)));
        headers.insert(line.first(colon), line.sliced(colon + 1).trimmed());
    }
    const QByteArrayList names{
        "Accept", "Accept-Encoding", "Accept-Language", "Connection", "Host", "User-Agent"};
    QCOMPARE(headers.keys(), names);
    QCOMPARE(headers.value("Accept-Encoding"), QByteArray("identity"));
    QCOMPARE(headers.value("Accept"), QByteArray("*/*"));
    QCOMPARE(headers.value("Host"), "127.0.0.1:" + QByteArray::number(m_server.port()));
    QCOMPARE(headers.value("User-Agent"), QByteArray("Gleaner/" GLEANER_VERSION));
}

void TestRequestWire::sendsTheHeadersItIsGiven()
{
    m_server.serve("/a", "text/plain", "x");
    FetchRequest asked = request("/a");
    asked.headers = {{"User-Agent", "Other"}, {"X-Mine", "1"}};
    QVERIFY(m_fetching->outcome(asked));
    QVERIFY(m_fetching->outcome(request("/a")));
    const Request first = m_server.requests().at(0);
    QCOMPARE(first.header("User-Agent"), QByteArray("Other"));
    QCOMPARE(first.header("X-Mine"), QByteArray("1"));
    // A request is built from nothing: the next one knows none of it.
    const Request second = m_server.requests().at(1);
    QCOMPARE(second.header("User-Agent"), QByteArray("Gleaner/" GLEANER_VERSION));
    QVERIFY(second.header("X-Mine").isNull());
}

void TestRequestWire::keepsNoCookies()
{
    QVERIFY(m_fetching->outcome(m_server.url("/fault/cookie-wall")));
    QVERIFY(m_fetching->outcome(m_server.url("/fault/cookie-wall")));
    QCOMPARE(m_server.requests().size(), 2);
    for (const Request &seen : m_server.requests())
        QVERIFY(seen.header("Cookie").isNull());
}

QTEST_GUILESS_MAIN(TestRequestWire)
#include "tst_requestwire.moc"
