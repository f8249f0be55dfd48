// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/fetching.h"
#include "tests/support/faults.h"
#include "tests/support/listeners.h"

#include <QFile>

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

/// Resident memory of this process.
qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

} // namespace

/// How a request runs, rather than how it ends.
class TestNetworkFetcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fetching = std::make_unique<Fetching>(); }
    void cleanup() { m_fetching.reset(); }
    void timesOutWithoutAnAnswer_data();
    void timesOutWithoutAnAnswer();
    void timesOutWhenTheBodyStalls();
    void aBodyThatDripsIsNoStall();
    void aSlowSinkIsNotTheServersFault();
    void doesNotWaitForABodyThatNobodyWants_data();
    void doesNotWaitForABodyThatNobodyWants();
    void keepsTheConnectionOfASmallUnwantedBody();
    void dropsTheConnectionOfALargeUnwantedBody();
    void endsWhenTheSinkGivesUp();
    void aDroppedRequestClosesItsConnection_data();
    void aDroppedRequestClosesItsConnection();
    void dyingWithRequestsInFlightIsClean();
    void anUnreadBodyStaysWithTheServer();
    void tellsHowFarItIs();

private:
    FetchRequest request(const QByteArray &target) const
    {
        return Fetching::requestFor(m_server.url(target));
    }

    TestServer m_server;
    std::unique_ptr<Fetching> m_fetching;
};

void TestNetworkFetcher::timesOutWithoutAnAnswer_data()
{
    QTest::addColumn<bool>("silent");
    QTest::newRow("stall-before-headers") << false;
    QTest::newRow("stall-headers") << false;
    QTest::newRow("slow-headers?ms=100") << false;
    QTest::newRow("endless-headers") << false;
    QTest::newRow("a socket without a voice") << true;
}

void TestNetworkFetcher::timesOutWithoutAnAnswer()
{
    QFETCH(const bool, silent);
    const SilentListener listener;
    QUrl url = m_server.url(QByteArray("/fault/") + QTest::currentDataTag());
    if (silent)
        url.setPort(listener.port());
    FetchRequest asked = Fetching::requestFor(url);
    asked.headerTimeout = 300ms;
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(described(m_fetching->outcome(asked)), QByteArray("failure timeout 0 heals"));
    QVERIFY(clock.elapsed() >= 300);
}

void TestNetworkFetcher::timesOutWhenTheBodyStalls()
{
    FetchRequest asked = request("/fault/stall-body");
    asked.stallTimeout = 300ms;
    QCOMPARE(described(m_fetching->outcome(asked)), QByteArray("failure timeout 200 heals"));
    QCOMPARE(m_fetching->sink->body, patternBytes(5));
}

void TestNetworkFetcher::aBodyThatDripsIsNoStall()
{
    FetchRequest asked = request("/fault/slow-body?bytes=15&piece=1&ms=50");
    asked.stallTimeout = 500ms * patienceFactor;
    asked.headerTimeout = 600ms * patienceFactor;
    QCOMPARE(described(m_fetching->outcome(asked)), QByteArray("fetched 200 15 verified"));
}

void TestNetworkFetcher::aSlowSinkIsNotTheServersFault()
{
    m_fetching->sink->holding = true;
    FetchRequest asked = request("/fault/large-body?bytes=100000");
    asked.stallTimeout = 300ms;
    const auto future = m_fetching->start(asked);
    QVERIFY(waitFor([&] { return m_fetching->sink->writes > 0; }));
    // Three turns of the watch: it had its chance to go off.
    QVERIFY(!waitFor(future, 900ms));
    m_fetching->sink->release();
    QVERIFY(waitFor(future));
    QCOMPARE(described(future.result()), QByteArray("fetched 200 100000 verified"));
}

void TestNetworkFetcher::doesNotWaitForABodyThatNobodyWants_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("drips");
    QTest::addColumn<QByteArray>("outcome");
    for (const bool drips : {false, true}) {
        const char *how = drips ? "dripping" : "stalled";
        QTest::addRow("404 %s", how) << 404 << drips << QByteArray("failure http 404");
        QTest::addRow("301 %s", how) << 301 << drips << QByteArray("redirect 301 /new");
        QTest::addRow("declined %s", how) << 200 << drips << QByteArray("declined 200");
    }
}

void TestNetworkFetcher::doesNotWaitForABodyThatNobodyWants()
{
    QFETCH(const int, status);
    QFETCH(const bool, drips);
    m_server.route("/unwanted", [=](const Request &, Reply &reply) {
        reply.send(responseHead(status, {{"Location", "/new"}, {"Content-Length", "1000"}}));
        if (drips)
            reply.drip(patternBytes(1000), 1, 100ms);
        else
            reply.stall();
    });
    m_fetching->sink->wanted = false;
    const auto future = m_fetching->start(request("/unwanted"));
    QVERIFY(waitFor(future, 5s * patienceFactor));
    QTEST(described(future.result()), "outcome");
}

void TestNetworkFetcher::keepsTheConnectionOfASmallUnwantedBody()
{
    m_server.clearLog();
    m_fetching->sink->wanted = false;
    const auto small = m_server.url("/fault/large-body?bytes=20000");
    QCOMPARE(described(m_fetching->outcome(small)), QByteArray("declined 200"));
    QCOMPARE(described(m_fetching->outcome(m_server.url("/fault/status/404"))),
        QByteArray("failure http 404"));
    QCOMPARE(described(m_fetching->outcome(small)), QByteArray("declined 200"));
    const auto asked = m_server.requests();
    QCOMPARE(asked.at(2).connection, asked.at(0).connection);
    QCOMPARE(asked.at(2).ordinal, 3);
    QCOMPARE(m_fetching->sink->writes, 0);
}

void TestNetworkFetcher::dropsTheConnectionOfALargeUnwantedBody()
{
    m_fetching->sink->wanted = false;
    for (const char *target :
        {"/fault/large-body?bytes=2000000000", "/fault/endless-body?chunked=1"}) {
        QCOMPARE(described(m_fetching->outcome(m_server.url(target))), QByteArray("declined 200"));
        QVERIFY(waitFor([&] { return m_server.openNow() == 0; }));
    }
    QCOMPARE(m_fetching->sink->writes, 0);
}

void TestNetworkFetcher::endsWhenTheSinkGivesUp()
{
    m_fetching->sink->most = 100'000;
    const auto outcome = m_fetching->outcome(m_server.url("/fault/endless-body"));
    QCOMPARE(described(outcome), QByteArray("declined 200"));
    const int writes = m_fetching->sink->writes;
    QVERIFY(waitFor([&] { return m_server.openNow() == 0; }));
    QCOMPARE(m_fetching->sink->writes, writes);
}

void TestNetworkFetcher::aDroppedRequestClosesItsConnection_data()
{
    QTest::addColumn<bool>("begins");
    QTest::newRow("hold/gate") << false;
    QTest::newRow("hold-body/gate") << true;
    QTest::newRow("endless-body") << true;
    QTest::newRow("stall-headers") << false;
}

void TestNetworkFetcher::aDroppedRequestClosesItsConnection()
{
    QFETCH(const bool, begins);
    const std::weak_ptr<Sink> sink = m_fetching->sink;
    const auto future = m_fetching->start(request(QByteArray("/fault/") + QTest::currentDataTag()));
    QVERIFY(waitFor([&] { return m_server.openNow() == 1; }));
    QVERIFY(!begins || waitFor([&] { return m_fetching->sink->writes > 0; }));
    m_fetching->group.cancelAll();
    QVERIFY(future.isCanceled());
    QVERIFY(waitFor([&] { return m_server.openNow() == 0; }));
    m_fetching->sink.reset();
    QVERIFY2(sink.expired(), "a dropped request holds its sink");
    m_server.release("gate");
    m_fetching->sink = std::make_shared<RecordingSink>();
    QCOMPARE(described(m_fetching->outcome(m_server.url("/fault/empty-200"))),
        QByteArray("fetched 200 0 verified"));
    m_server.hold("gate");
}

void TestNetworkFetcher::dyingWithRequestsInFlightIsClean()
{
    for (int i = 0; i < 20; ++i)
        m_fetching->start(request(i % 2 ? "/fault/hold/never" : "/fault/endless-body"));
    QVERIFY(waitFor([&] { return m_server.openNow() == 20; }));
    m_fetching.reset();
    QVERIFY(waitFor([&] { return m_server.openNow() == 0; }));
}

void TestNetworkFetcher::anUnreadBodyStaysWithTheServer()
{
    m_fetching->sink->holding = true;
    const auto future = m_fetching->start(request("/fault/endless-body"));
    QVERIFY(waitFor([&] { return m_fetching->sink->writes == 1; }));
    const qint64 before = residentBytes();
    // Without a bound Qt would take some 200 MB in this time (measured).
    QVERIFY(!waitFor(future, 1s));
    QVERIFY2(residentBytes() - before < 32 * 1024 * 1024, "the body grows in memory");
    QCOMPARE(m_fetching->sink->writes, 1);
}

void TestNetworkFetcher::tellsHowFarItIs()
{
    using Stage = TransferProgress::Stage;
    const auto future = m_fetching->start(request("/fault/hold-body/half"));
    TransferProgress &progress = *m_fetching->progress.back();
    QVERIFY(progress.stage == Stage::Idle);
    QVERIFY(waitFor([&] { return progress.stage == Stage::Downloading; }));
    QVERIFY(waitFor([&] { return progress.received == 5; }));
    QCOMPARE(progress.expected, 10);
    m_server.release("half");
    QVERIFY(waitFor(future));
    QVERIFY(progress.stage == Stage::Idle);
    QCOMPARE(progress.received, 10);

    const auto waiting = m_fetching->start(request("/fault/hold/later"));
    TransferProgress &other = *m_fetching->progress.back();
    QVERIFY(waitFor([&] { return other.stage == Stage::Connecting; }));
    QVERIFY(waitFor([&] { return other.stage == Stage::WaitingForServer; }));
    QCOMPARE(other.received, 0);
    m_server.release("later");
    QVERIFY(waitFor(waiting));
}

QTEST_GUILESS_MAIN(TestNetworkFetcher)
#include "tst_networkfetcher.moc"
