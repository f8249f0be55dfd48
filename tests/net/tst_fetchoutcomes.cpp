// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/fetching.h"
#include "tests/support/listeners.h"

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

/// One request to the fault server, one outcome.
class TestFetchOutcomes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fetching = std::make_unique<Fetching>(); }
    void cleanup() { m_fetching.reset(); }
    void everyAnswerHasItsOutcome_data();
    void everyAnswerHasItsOutcome();
    void onlyASuccessReachesTheSink_data() { everyAnswerHasItsOutcome_data(); }
    void onlyASuccessReachesTheSink();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void aClosedPortRefuses();
    void anUnknownNameIsADnsFailure();
    void nothingButHttpIsAskedFor_data();
    void nothingButHttpIsAskedFor();
    void aHostThatQUrlCannotHoldFailsWithoutARequest_data();
    void aHostThatQUrlCannotHoldFailsWithoutARequest();
    void neverFollowsARedirect();
    void whatAHintAnnouncedIsNoAnswerToTheNextRequest();

private:
    TestServer m_server;
    std::unique_ptr<Fetching> m_fetching;
};

void TestFetchOutcomes::everyAnswerHasItsOutcome_data()
{
    QTest::addColumn<QByteArray>("outcome");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const QByteArray &target, const QByteArray &outcome,
                         const QByteArray &body = {}) {
        QTest::newRow(target.constData()) << outcome << body;
    };
    row("status/200", "fetched 200 11 verified", "status 200\n");
    row("status/203", "fetched 203 11 verified", "status 203\n");
    row("empty-200", "fetched 200 0 verified");
    row("status/201", "failure invalid-response 201");
    row("status/202", "failure invalid-response 202");
    row("status/206", "failure invalid-response 206");
    row("no-content-204", "no content 204");
    row("reset-content-205", "no content 205");
    row("not-modified-304", "failure invalid-response 304");
    row("early-hints-103", "failure invalid-response 103 heals");
    row("continue-100", "fetched 200 5 verified", "hello");

    for (const char *status : {"301", "302", "303", "307", "308"}) {
        const QByteArray to = QByteArray("redirect-to?to=/elsewhere&status=") + status;
        const QByteArray nowhere = QByteArray("redirect-without-location?status=") + status;
        row(to, "redirect " + QByteArray(status) + " /elsewhere");
        row(nowhere, "failure invalid-response " + QByteArray(status));
    }
    row("redirect-to?to=/elsewhere&status=300", "failure invalid-response 300");
    row("redirect-to?to=file:///etc/passwd", "redirect 302 file:///etc/passwd");
    row("cookie-wall", "redirect 302 /fault/cookie-wall");

    for (const char *status : {"400", "403", "404", "410", "416", "451", "501", "505"})
        row("status/" + QByteArray(status), "failure http " + QByteArray(status));
    for (const char *status : {"408", "425", "429", "500", "502", "503", "504"})
        row("status/" + QByteArray(status), "failure http " + QByteArray(status) + " heals");
    row("status/401", "failure auth 401");
    row("status/407", "failure proxy 407");

    row("close-delimited", "fetched 200 5", "hello");
    row("http10", "fetched 200 5", "hello");
    row("http10-length", "fetched 200 5 verified", "hello");
    row("keep-alive-close", "fetched 200 5 verified", "hello");
    row("chunked-ok", "fetched 200 11", "hello world");
    row("chunked-trailers", "fetched 200 5", "hello");
    row("length-with-chunked", "fetched 200 5", "hello");
    row("more-than-length", "fetched 200 5 verified", "hello");
    row("large-body?bytes=3000001", "fetched 200 3000001 verified");
    row("identity-coding", "fetched 200 4636 verified");

    row("short-body", "failure incomplete 200 heals");
    row("reset-mid-body", "failure incomplete 200 heals");
    row("chunked-cut", "failure incomplete 200 heals");
    row("chunked-cut-between", "failure incomplete 200 heals");
    row("reset-at-once", "failure reset 0 heals");
    row("empty-answer", "failure reset 0 heals");
    row("head-cut", "failure reset 0 heals");
    row("length-negative", "failure invalid-response 200");
    row("length-overflow", "failure invalid-response 200");
    row("length-junk", "failure invalid-response 200");
    row("length-list-equal", "fetched 200 5 verified", "hello");
    row("length-list-differing", "failure invalid-response 200");
    row("length-twice-equal", "fetched 200 5 verified", "hello");
    row("length-twice-differing", "failure invalid-response 200");
    // Qt takes what is no status line for a connection that broke before one came.
    row("http09", "failure reset 0 heals");
    row("bad-status-line", "failure reset 0 heals");

    row("unknown-coding", "failure decode 200");
    for (const char *good :
        {"gzip-ok", "x-gzip-ok", "gzip-two-members", "deflate-ok", "deflate-raw"})
        row(good, "fetched 200 4636 verified");
    row("gzip-empty", "fetched 200 0 verified");
    row("gzip-cut", "failure decode 200 heals");
    row("gzip-cut-trailer", "failure decode 200 heals");
    for (const char *bad : {"gzip-corrupt", "gzip-bad-checksum", "gzip-garbage", "gzip-not-coded",
             "gzip-trailing-junk", "gzip-twice", "gzip-layers"})
        row(bad, "failure decode 200");
    row("gzip-bomb", "failure too-large 200");
}

void TestFetchOutcomes::everyAnswerHasItsOutcome()
{
    QFETCH(const QByteArray, body);
    const QByteArray target = QByteArray("/fault/") + QTest::currentDataTag();
    const auto outcome = m_fetching->outcome(m_server.url(target));
    QTEST(described(outcome), "outcome");
    if (!body.isEmpty())
        QCOMPARE(m_fetching->sink->body, body);
}

void TestFetchOutcomes::onlyASuccessReachesTheSink()
{
    QFETCH(const QByteArray, outcome);
    const QByteArray target = QByteArray("/fault/") + QTest::currentDataTag();
    const auto got = m_fetching->outcome(m_server.url(target));
    QVERIFY(got);
    // What is broken shows only once it comes; only an encoding nobody knows shows at once.
    const bool broken = outcome.startsWith("failure incomplete 200")
        || outcome == "failure too-large 200"
        || (outcome.startsWith("failure decode 200") && target.startsWith("/fault/gzip-c"))
        || QByteArrayList{"gzip-bad-checksum", "gzip-garbage", "gzip-not-coded",
            "gzip-trailing-junk"}
               .contains(QTest::currentDataTag());
    QCOMPARE(m_fetching->sink->begun, outcome.startsWith("fetched") || broken ? 1 : 0);
    if (const auto *fetched = std::get_if<Fetched>(&*got)) {
        QCOMPARE(m_fetching->sink->body.size(), fetched->bytes);
        QCOMPARE(m_fetching->sink->head.status, fetched->head.status);
    } else if (!broken) {
        QCOMPARE(m_fetching->sink->writes, 0);
    }
}

void TestFetchOutcomes::readsRetryAfter_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("120") << qint64(120);
    QTest::newRow("0") << qint64(0);
    QTest::newRow("-5") << qint64(-1);
    QTest::newRow("soon") << qint64(-1);
    QTest::newRow("99999999999999999999999") << qint64(3600);
    QTest::newRow("Wed, 21 Oct 2015 07:28:00 GMT") << qint64(0);
}

void TestFetchOutcomes::readsRetryAfter()
{
    const QByteArray target =
        "/fault/status/503?retry-after=" + QByteArray(QTest::currentDataTag()).toPercentEncoding();
    const auto outcome = m_fetching->outcome(m_server.url(target));
    QCOMPARE(described(outcome), QByteArray("failure http 503 heals"));
    const auto wait = std::get<FetchFailure>(*outcome).retryAfter;
    QTEST(wait ? qint64(wait->count()) : -1, "seconds");
}

void TestFetchOutcomes::aClosedPortRefuses()
{
    const RefusingPort closed;
    QUrl url = m_server.url("/");
    url.setPort(closed.port());
    QCOMPARE(described(m_fetching->outcome(url)), QByteArray("failure refused 0 heals"));
}

void TestFetchOutcomes::anUnknownNameIsADnsFailure()
{
    const auto outcome = m_fetching->outcome(QUrl(QStringLiteral("http://no-such-host.invalid/")));
    QCOMPARE(described(outcome), QByteArray("failure dns 0 heals"));
}

void TestFetchOutcomes::nothingButHttpIsAskedFor_data()
{
    QTest::addColumn<QByteArray>("address");
    for (const char *address : {"file:///etc/hostname", "ftp://127.0.0.1/x", "qrc:/x", "data:,x",
             "javascript:alert(1)", "ws://127.0.0.1/"})
        QTest::newRow(address) << QByteArray(address);
}

void TestFetchOutcomes::nothingButHttpIsAskedFor()
{
    QFETCH(const QByteArray, address);
    FetchRequest request;
    request.address = Address::parse(address).value();
    QCOMPARE(described(m_fetching->outcome(request)), QByteArray("failure invalid-response 0"));
    QCOMPARE(m_fetching->sink->begun, 0);
    QVERIFY(m_fetching->progress.back()->stage == TransferProgress::Stage::Idle);
}

void TestFetchOutcomes::aHostThatQUrlCannotHoldFailsWithoutARequest_data()
{
    QTest::addColumn<QByteArray>("host");
    for (const char *host : {"-x.com", "a..b", "x-.example", "a*b.example", "a,b", "..",
             "0123456789012345678901234567890123456789012345678901234567890123456789.example"})
        QTest::newRow(host) << QByteArray(host);
}

void TestFetchOutcomes::aHostThatQUrlCannotHoldFailsWithoutARequest()
{
    QFETCH(const QByteArray, host);
    const QByteArray port = ':' + QByteArray::number(m_server.port());
    m_server.clearLog();
    FetchRequest request;
    const auto address = Address::parse("http://" + host + port + "/secret");
    if (!address)
        QSKIP("no address for a browser either");
    request.address = *address;
    const auto outcome = m_fetching->outcome(request);
    QCOMPARE(described(outcome).left(11), QByteArray("failure dns"));
    QVERIFY(!std::get<FetchFailure>(*outcome).detail.isEmpty());
    QCOMPARE(m_server.requests().size(), 0);
}

void TestFetchOutcomes::neverFollowsARedirect()
{
    m_server.clearLog();
    const auto outcome = m_fetching->outcome(m_server.url("/fault/redirect/1"));
    QCOMPARE(described(outcome), QByteArray("redirect 302 /fault/redirect/0"));
    QCOMPARE(m_fetching->sink->begun, 0);
    QCOMPARE(m_server.requests().size(), 1);
}

void TestFetchOutcomes::whatAHintAnnouncedIsNoAnswerToTheNextRequest()
{
    m_server.route("/hinted", [](const Request &, Reply &reply) {
        reply.send("HTTP/1.1 103 Early Hints\r\n\r\n")
            .hold("thought")
            .answer(200, "text/plain", "1");
    });
    QCOMPARE(described(m_fetching->outcome(m_server.url("/hinted"))),
        "failure invalid-response 103 heals");
    // On the same connection this one would wait for the answer to the first, and take it.
    QCOMPARE(described(m_fetching->outcome(m_server.url("/fault/continue-100"))),
        "fetched 200 5 verified");
    QCOMPARE(m_fetching->sink->body, "hello");
}

QTEST_GUILESS_MAIN(TestFetchOutcomes)
#include "tst_fetchoutcomes.moc"
