// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/frontier.h"

#include <QElapsedTimer>
#include <QTest>

using namespace gleaner;
using namespace std::chrono_literals;

class TestFrontier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesEachAddressOnce();
    void lanesTakeTurns();
    void aLaneHasOnlyItsSlots();
    void withinALaneTheNearerComesFirst();
    void waitsTheDelayOfALane();
    void aParkedLaneLetsOthersPass();
    void laterEntriesComeWhenTheyAreDue();
    void isNotEmptyWhileSomethingWaitsForLater();
    void manyLanesAndEntriesAreQuick();

private:
    /// Everything that can be had now, in order.
    static QList<int> take(Frontier &frontier, Clock::time_point now)
    {
        QList<int> taken;
        while (const auto id = frontier.next(now))
            taken.append(int(*id));
        return taken;
    }

    const Clock::time_point m_now = Clock::time_point() + 1000s;
};

void TestFrontier::givesEachAddressOnce()
{
    Frontier frontier(10, 0ms);
    QVERIFY(frontier.isEmpty());
    QVERIFY(!frontier.next(m_now));
    QVERIFY(!frontier.nextOpening());
    frontier.add(7, "a", 0);
    QVERIFY(!frontier.isEmpty());
    QCOMPARE(take(frontier, m_now), QList<int>({7}));
    QVERIFY(frontier.isEmpty());
    frontier.add(8, "a", 0);
    QCOMPARE(take(frontier, m_now), QList<int>({8}));
}

void TestFrontier::lanesTakeTurns()
{
    Frontier frontier(100, 0ms);
    for (RecordId id = 0; id < 4; ++id)
        frontier.add(id, "a", 0);
    frontier.add(10, "b", 0);
    frontier.add(11, "b", 0);
    frontier.add(20, "c", 0);
    QCOMPARE(take(frontier, m_now), QList<int>({0, 10, 20, 1, 11, 2, 3}));
}

void TestFrontier::aLaneHasOnlyItsSlots()
{
    Frontier frontier(2, 0ms);
    for (RecordId id = 0; id < 5; ++id)
        frontier.add(id, "a", 0);
    frontier.add(10, "b", 0);
    QCOMPARE(take(frontier, m_now), QList<int>({0, 10, 1}));
    QVERIFY(!frontier.isEmpty());
    // Time alone does not free a slot.
    QVERIFY(!frontier.nextOpening());
    frontier.release("b");
    QCOMPARE(take(frontier, m_now + 1h), QList<int>());
    frontier.release("a");
    QCOMPARE(take(frontier, m_now), QList<int>({2}));
}

void TestFrontier::withinALaneTheNearerComesFirst()
{
    Frontier frontier(100, 0ms);
    frontier.add(0, "a", 3);
    frontier.add(1, "a", 1);
    frontier.add(2, "a", 2);
    frontier.add(3, "a", 1);
    frontier.add(4, "a", 0);
    QCOMPARE(take(frontier, m_now), QList<int>({4, 1, 3, 2, 0}));
}

void TestFrontier::waitsTheDelayOfALane()
{
    Frontier frontier(100, 250ms);
    frontier.add(0, "a", 0);
    frontier.add(1, "a", 0);
    frontier.add(10, "b", 0);
    QCOMPARE(take(frontier, m_now), QList<int>({0, 10}));
    QVERIFY(frontier.nextOpening() == m_now + 250ms);
    QCOMPARE(take(frontier, m_now + 249ms), QList<int>());
    QCOMPARE(take(frontier, m_now + 250ms), QList<int>({1}));
    QVERIFY(!frontier.nextOpening());
}

void TestFrontier::aParkedLaneLetsOthersPass()
{
    Frontier frontier(100, 0ms);
    frontier.add(0, "a", 0);
    frontier.add(10, "b", 0);
    frontier.park("a", m_now + 60s);
    QCOMPARE(take(frontier, m_now), QList<int>({10}));
    QVERIFY(frontier.nextOpening() == m_now + 60s);
    QCOMPARE(take(frontier, m_now + 60s), QList<int>({0}));
}

void TestFrontier::laterEntriesComeWhenTheyAreDue()
{
    Frontier frontier(100, 0ms);
    frontier.addAt(1, "a", 0, m_now + 4s);
    frontier.addAt(2, "a", 0, m_now + 1s);
    frontier.addAt(3, "b", 0, m_now + 2s);
    frontier.add(0, "a", 5);
    QCOMPARE(take(frontier, m_now), QList<int>({0}));
    QVERIFY(frontier.nextOpening() == m_now + 1s);
    QCOMPARE(take(frontier, m_now + 1s), QList<int>({2}));
    QVERIFY(frontier.nextOpening() == m_now + 2s);
    QCOMPARE(take(frontier, m_now + 10s), QList<int>({3, 1}));
}

void TestFrontier::isNotEmptyWhileSomethingWaitsForLater()
{
    Frontier frontier(1, 0ms);
    frontier.addAt(1, "a", 0, m_now + 1s);
    QVERIFY(!frontier.isEmpty());
    QVERIFY(!frontier.next(m_now));
    QVERIFY(!frontier.isEmpty());
    QCOMPARE(take(frontier, m_now + 1s), QList<int>({1}));
    QVERIFY(frontier.isEmpty());
}

void TestFrontier::manyLanesAndEntriesAreQuick()
{
    Frontier frontier(1000, 0ms);
    QElapsedTimer clock;
    clock.start();
    for (RecordId id = 0; id < 100'000; ++id)
        frontier.add(id, "host" + QByteArray::number(id % 1000), int(id % 7));
    QList<int> taken = take(frontier, m_now);
    std::ranges::sort(taken);
    QCOMPARE(taken.size(), 100'000);
    for (int id = 0; id < 100'000; ++id)
        QCOMPARE(taken[id], id);
    QVERIFY(clock.elapsed() < 10'000);
}

QTEST_GUILESS_MAIN(TestFrontier)
#include "tst_frontier.moc"
