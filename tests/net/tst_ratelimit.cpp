// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ratelimit.h"

#include <QTest>

#include <vector>

using namespace gleaner;
using namespace std::chrono_literals;

namespace
{

/// Transfers that always have more to read, on a clock that the test moves.
class Greedy
{
public:
    explicit Greedy(RateLimit &limit, size_t transfers)
        : m_limit(limit)
        , m_transfers(transfers)
    {
    }

    /// Returns what was let through in that time.
    qint64 run(std::chrono::milliseconds time)
    {
        qint64 passed = 0;
        for (const auto end = m_now + time; m_now < end; m_now += 1ms) {
            for (Transfer &transfer : m_transfers) {
                // Within a millisecond one may get several pieces through.
                for (int turns = 0; turns < 1000; ++turns) {
                    if (transfer.place == 0) {
                        transfer.size = std::min<qint64>(m_limit.pieceSize(), 64 * 1024);
                        transfer.place = m_limit.reserve(transfer.size, m_now);
                    }
                    if (m_limit.waitFor(transfer.place, m_now) > 0ms)
                        break;
                    passed += transfer.size;
                    transfer.passed += transfer.size;
                    transfer.place = 0;
                }
            }
        }
        return passed;
    }
    void idle(std::chrono::milliseconds time) { m_now += time; }

    struct Transfer {
        qint64 place = 0;
        qint64 size = 0;
        qint64 passed = 0;
    };
    const std::vector<Transfer> &transfers() const { return m_transfers; }
    RateLimit::Clock::time_point now() const { return m_now; }

private:
    RateLimit &m_limit;
    std::vector<Transfer> m_transfers;
    RateLimit::Clock::time_point m_now = RateLimit::Clock::time_point() + 1000s;
};

bool isWithin(qint64 value, qint64 wanted, double share)
{
    return std::abs(double(value - wanted)) <= share * double(wanted);
}

} // namespace

class TestRateLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutALimitNothingWaits();
    void keepsTheRateOverAllTransfers_data();
    void keepsTheRateOverAllTransfers();
    void everyTransferGetsItsShare();
    void aPauseIsNoCredit();
    void aNewRateHoldsForThoseWhoWait();
    void lowRatesReadLittleAtOnce();
};

void TestRateLimit::withoutALimitNothingWaits()
{
    RateLimit limit;
    const auto now = RateLimit::Clock::time_point() + 1s;
    for (int i = 0; i < 100; ++i)
        QVERIFY(limit.waitFor(limit.reserve(1'000'000'000, now), now) == 0ms);
    // And what was had freely is not owed later.
    limit.setRate(1000, now);
    QVERIFY(limit.waitFor(limit.reserve(500, now), now) > 0ms);
    QVERIFY(limit.waitFor(limit.reserve(0, now + 500ms), now + 500ms) == 0ms);
}

void TestRateLimit::keepsTheRateOverAllTransfers_data()
{
    QTest::addColumn<qint64>("rate");
    QTest::addColumn<int>("transfers");
    for (const qint64 rate : {10'000, 1'000'000, 50'000'000, 1'000'000'000})
        for (const int transfers : {1, 8, 64})
            QTest::addRow("%lld by %d", rate, transfers) << rate << transfers;
}

void TestRateLimit::keepsTheRateOverAllTransfers()
{
    QFETCH(const qint64, rate);
    QFETCH(const int, transfers);
    RateLimit limit(rate);
    Greedy greedy(limit, size_t(transfers));
    QVERIFY(isWithin(greedy.run(10s), 10 * rate, 0.02));
    QVERIFY(isWithin(greedy.run(5s), 5 * rate, 0.02));
}

void TestRateLimit::everyTransferGetsItsShare()
{
    RateLimit limit(800'000);
    Greedy greedy(limit, 8);
    greedy.run(10s);
    for (const Greedy::Transfer &transfer : greedy.transfers())
        QVERIFY(isWithin(transfer.passed, 1'000'000, 0.1));
}

void TestRateLimit::aPauseIsNoCredit()
{
    RateLimit limit(1'000'000);
    Greedy greedy(limit, 4);
    greedy.run(1s);
    greedy.idle(1h);
    QVERIFY(isWithin(greedy.run(2s), 2'000'000, 0.1));
}

void TestRateLimit::aNewRateHoldsForThoseWhoWait()
{
    RateLimit limit(1000);
    Greedy greedy(limit, 64);
    greedy.run(1s);
    limit.setRate(2'000'000, greedy.now());
    QVERIFY(isWithin(greedy.run(2s), 4'000'000, 0.05));
    limit.setRate(1'000'000, greedy.now());
    QVERIFY(isWithin(greedy.run(2s), 2'000'000, 0.1));
    limit.setRate({}, greedy.now());
    QVERIFY(greedy.run(100ms) > 100'000'000);
}

void TestRateLimit::lowRatesReadLittleAtOnce()
{
    QCOMPARE(RateLimit(1).pieceSize(), 512);
    QCOMPARE(RateLimit(1'000'000).pieceSize(), 10'000);
    QCOMPARE(RateLimit(1'000'000'000).pieceSize(), 65'536);
    QCOMPARE(RateLimit(1).bufferSize(), 16'384);
    QCOMPARE(RateLimit(1'000'000'000).bufferSize(), 1'048'576);
    QCOMPARE(RateLimit().bufferSize(), 1'048'576);
    QVERIFY(RateLimit().pieceSize() > 1'000'000'000);
}

QTEST_GUILESS_MAIN(TestRateLimit)
#include "tst_ratelimit.moc"
