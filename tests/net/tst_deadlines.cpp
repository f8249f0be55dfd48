// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/fetching.h"

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

/// Too slow for us, or slow because of us: the minimum speed and the rate limit.
class TestDeadlines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBodyBelowTheMinimumSpeedIsTooSlow();
    void aBodyAboveTheMinimumSpeedIsNot();
    void aBodyThatBecomesSlowIsTooSlow();
    void aSlowSinkIsNotASlowServer();
    void ourOwnRateLimitIsNotASlowServer();
    void theRateHoldsForLargeAndSmallBodies_data();
    void theRateHoldsForLargeAndSmallBodies();
    void theRateCanBeTakenAwayWhileItRuns();

private:
    FetchRequest request(const QByteArray &target) const
    {
        return Fetching::requestFor(m_server.url(target));
    }

    TestServer m_server;
};

void TestDeadlines::aBodyBelowTheMinimumSpeedIsTooSlow()
{
    Fetching fetching;
    FetchRequest asked = request("/fault/slow-body?bytes=1000&piece=1&ms=50");
    asked.speedWindow = 1s;
    const auto outcome = fetching.outcome(asked);
    QCOMPARE(described(outcome), QByteArray("failure slow 200 heals"));
    QVERIFY(std::get<FetchFailure>(*outcome).detail.contains(u"fewer than 100 a second"));
    // It was not stalled: data came all the time.
    QVERIFY(fetching.sink->body.size() >= 5);
    QVERIFY(waitFor([&] { return m_server.openNow() == 0; }));
}

void TestDeadlines::aBodyAboveTheMinimumSpeedIsNot()
{
    Fetching fetching;
    FetchRequest asked = request("/fault/slow-body?bytes=3000&piece=100&ms=100");
    asked.speedWindow = 500ms;
    QCOMPARE(described(fetching.outcome(asked)), QByteArray("fetched 200 3000 verified"));
}

void TestDeadlines::aBodyThatBecomesSlowIsTooSlow()
{
    m_server.route("/tired", [](const Request &, Reply &reply) {
        reply.send(responseHead(200, {{"Content-Length", "1000100"}}));
        reply.send(QByteArray(1'000'000, 'x')).drip(QByteArray(100, 'x'), 1, 100ms);
    });
    Fetching fetching;
    FetchRequest asked = request("/tired");
    asked.speedWindow = 1s;
    QCOMPARE(described(fetching.outcome(asked)), QByteArray("failure slow 200 heals"));
}

void TestDeadlines::aSlowSinkIsNotASlowServer()
{
    Fetching fetching;
    fetching.sink->holding = true;
    FetchRequest asked = request("/fault/large-body?bytes=300000");
    asked.speedWindow = 300ms;
    const auto future = fetching.start(asked);
    QVERIFY(waitFor([&] { return fetching.sink->writes > 0; }));
    QVERIFY(!waitFor(future, 1s));
    fetching.sink->release();
    QVERIFY(waitFor(future));
    QCOMPARE(described(future.result()), QByteArray("fetched 200 300000 verified"));
}

void TestDeadlines::ourOwnRateLimitIsNotASlowServer()
{
    Fetching fetching(2000);
    FetchRequest asked = request("/fault/large-body?bytes=5000");
    asked.minimumSpeed = 1'000'000;
    asked.speedWindow = 300ms;
    asked.stallTimeout = 200ms;
    QCOMPARE(described(fetching.outcome(asked)), QByteArray("fetched 200 5000 verified"));
}

void TestDeadlines::theRateHoldsForLargeAndSmallBodies_data()
{
    QTest::addColumn<int>("bytes");
    QTest::addColumn<int>("requests");
    QTest::newRow("one large body") << 3'000'000 << 1;
    QTest::newRow("three at once") << 1'000'000 << 3;
    QTest::newRow("many small ones, which Qt takes whole") << 50'000 << 60;
}

void TestDeadlines::theRateHoldsForLargeAndSmallBodies()
{
    QFETCH(const int, bytes);
    QFETCH(const int, requests);
    Fetching fetching(1'000'000);
    QElapsedTimer clock;
    clock.start();
    QList<QFuture<FetchOutcome>> futures;
    for (int i = 0; i < requests; ++i)
        futures.append(
            fetching.start(request("/fault/large-body?bytes=" + QByteArray::number(bytes))));
    for (const auto &future : futures) {
        QVERIFY(waitFor(future));
        QVERIFY(std::holds_alternative<Fetched>(future.result()));
    }
    QCOMPARE(fetching.sink->body.size(), 3'000'000);
    // A busy machine may take longer; nothing may make it shorter.
    QVERIFY2(clock.elapsed() >= 2850, QByteArray::number(clock.elapsed()).constData());
    QVERIFY2(clock.elapsed() <= 3150 * patienceFactor + 1000 * (patienceFactor - 1),
        QByteArray::number(clock.elapsed()).constData());
}

void TestDeadlines::theRateCanBeTakenAwayWhileItRuns()
{
    Fetching fetching(1000);
    const auto future = fetching.start(request("/fault/large-body?bytes=10000000"));
    QVERIFY(waitFor([&] { return fetching.sink->writes > 1; }));
    QVERIFY(!future.isFinished());
    fetching.limit.setRate({}, RateLimit::Clock::now());
    QVERIFY(waitFor(future));
    QCOMPARE(described(future.result()), QByteArray("fetched 200 10000000 verified"));
}

QTEST_GUILESS_MAIN(TestDeadlines)
#include "tst_deadlines.moc"
