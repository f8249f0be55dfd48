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
    void aNewHostIsAskedOnceFirst();
    void whatWaitsForALaneCanBeTakenBack();
    void reportsTheLanesThatMatter();
    void reportsNoMoreThanAWindowShows();
    void whatIsPreferredComesFirst();
    void whatIsPreferredWaitsForItsLane();
    void whatIsPreferredWaitsForItsTime();
    void preferredBeforeItIsAdded();
    void preferringAmongManyIsQuick();

private:
    /// These hosts have answered, so their lanes have all their slots.
    static Frontier proven(
        const QByteArrayList &origins, int slots, std::chrono::milliseconds delay = 0ms)
    {
        Frontier frontier(slots, delay);
        for (const QByteArray &origin : origins)
            frontier.lanes().answered(origin);
        return frontier;
    }
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
    Frontier frontier = proven({"a"}, 10);
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
    Frontier frontier = proven({"a", "b", "c"}, 100);
    for (RecordId id = 0; id < 4; ++id)
        frontier.add(id, "a", 0);
    frontier.add(10, "b", 0);
    frontier.add(11, "b", 0);
    frontier.add(20, "c", 0);
    QCOMPARE(take(frontier, m_now), QList<int>({0, 10, 20, 1, 11, 2, 3}));
}

void TestFrontier::aLaneHasOnlyItsSlots()
{
    Frontier frontier = proven({"a", "b"}, 2);
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
    Frontier frontier = proven({"a"}, 100);
    frontier.add(0, "a", 3);
    frontier.add(1, "a", 1);
    frontier.add(2, "a", 2);
    frontier.add(3, "a", 1);
    frontier.add(4, "a", 0);
    QCOMPARE(take(frontier, m_now), QList<int>({4, 1, 3, 2, 0}));
}

void TestFrontier::waitsTheDelayOfALane()
{
    Frontier frontier = proven({"a", "b"}, 100, 250ms);
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
    frontier.lanes().park("a", 60s, m_now, m_now);
    QCOMPARE(take(frontier, m_now), QList<int>({10}));
    QVERIFY(frontier.nextOpening() == m_now + 60s);
    QCOMPARE(take(frontier, m_now + 60s), QList<int>({0}));
}

void TestFrontier::laterEntriesComeWhenTheyAreDue()
{
    Frontier frontier = proven({"a", "b"}, 100);
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
    for (int i = 0; i < 1000; ++i)
        frontier.lanes().answered("host" + QByteArray::number(i));
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

void TestFrontier::aNewHostIsAskedOnceFirst()
{
    Frontier frontier(6, 0ms);
    for (RecordId id = 0; id < 4; ++id)
        frontier.add(id, "a", 0);
    frontier.add(10, "b", 0);
    QCOMPARE(take(frontier, m_now), QList<int>({0, 10}));
    frontier.lanes().answered("a");
    QCOMPARE(take(frontier, m_now), QList<int>({1, 2, 3}));
}

void TestFrontier::whatWaitsForALaneCanBeTakenBack()
{
    Frontier frontier(6, 0ms);
    frontier.add(1, "a", 0);
    frontier.add(2, "a", 3);
    frontier.add(10, "b", 0);
    frontier.addAt(3, "a", 0, m_now + 1s);
    frontier.addAt(11, "b", 0, m_now + 1s);
    std::vector<RecordId> taken = frontier.takeAll("a");
    std::ranges::sort(taken);
    QVERIFY(taken == std::vector<RecordId>({1, 2, 3}));
    QVERIFY(frontier.takeAll("a").empty());
    QCOMPARE(take(frontier, m_now), QList<int>({10}));
    frontier.release("b");
    QVERIFY(!frontier.isEmpty());
    QCOMPARE(take(frontier, m_now + 1s), QList<int>({11}));
    QVERIFY(frontier.isEmpty());
    frontier.add(4, "a", 0);
    QCOMPARE(take(frontier, m_now), QList<int>({4}));
}

void TestFrontier::reportsTheLanesThatMatter()
{
    Frontier frontier = proven({"idle", "busy"}, 2);
    for (RecordId id = 0; id < 5; ++id)
        frontier.add(id, "busy", 0);
    frontier.addAt(5, "later", 0, m_now + 1s);
    frontier.addAt(6, "busy", 0, m_now + 1s);
    frontier.lanes().park("parked", 30s, m_now, m_now);
    QCOMPARE(take(frontier, m_now).size(), 2);
    QMap<QByteArray, LaneReport> told;
    for (const LaneReport &report : frontier.report(m_now + 10s))
        told.insert(report.origin, report);
    QCOMPARE(told.keys(), QByteArrayList({"busy", "later", "parked"}));
    QCOMPARE(told["busy"].active, 2);
    QCOMPARE(told["busy"].slots, 2);
    QCOMPARE(told["busy"].waiting, 4);
    QCOMPARE(told["later"].waiting, 1);
    QVERIFY(told["parked"].parkedFor == 20s);
    QVERIFY(told["parked"].why == LaneTrouble::Busy);
    // Nothing waits for it and its time is over.
    QCOMPARE(frontier.report(m_now + 31s).size(), 2u);
}

void TestFrontier::reportsNoMoreThanAWindowShows()
{
    Frontier frontier(6, 0ms);
    for (RecordId id = 0; id < 5000; ++id)
        frontier.add(id, "host" + QByteArray::number(id), 0);
    for (RecordId id = 0; id < 150; ++id)
        QVERIFY(frontier.next(m_now));
    const std::vector<LaneReport> reports = frontier.report(m_now);
    QCOMPARE(reports.size(), 200u);
    QCOMPARE(std::ranges::count(reports, 1, &LaneReport::active), 150);
}

void TestFrontier::whatIsPreferredComesFirst()
{
    Frontier frontier = proven({"a", "b"}, 100);
    for (RecordId id = 0; id < 6; ++id)
        frontier.add(id, "a", int(id) / 2);
    frontier.add(10, "b", 0);
    frontier.add(11, "b", 1);
    // In the order of discovery, whatever their depth; other lanes wait for them.
    frontier.prefer({5, 3, 11, 77});
    QCOMPARE(take(frontier, m_now), QList<int>({3, 11, 5, 10, 0, 1, 2, 4}));
    QVERIFY(frontier.isEmpty());
    // Preferred once, it stays so: put back, it comes first again.
    frontier.add(0, "a", 0);
    frontier.add(5, "a", 2);
    QCOMPARE(take(frontier, m_now), QList<int>({5, 0}));
}

void TestFrontier::whatIsPreferredWaitsForItsLane()
{
    Frontier frontier = proven({"a", "b"}, 1);
    for (RecordId id = 0; id < 3; ++id)
        frontier.add(id, "a", 0);
    frontier.add(10, "b", 0);
    frontier.prefer({2, 1});
    // One slot: the rest of it waits, and others go on meanwhile.
    QCOMPARE(take(frontier, m_now), QList<int>({1, 10}));
    frontier.release("a");
    QCOMPARE(take(frontier, m_now), QList<int>({2}));
    frontier.release("a");
    QCOMPARE(take(frontier, m_now), QList<int>({0}));
    // Nothing of it stays behind where a lane is given up.
    frontier.add(1, "a", 0);
    QCOMPARE(frontier.takeAll("a").size(), 1U);
    frontier.add(11, "b", 0);
    frontier.release("b");
    QCOMPARE(take(frontier, m_now), QList<int>({11}));
}

void TestFrontier::whatIsPreferredWaitsForItsTime()
{
    Frontier frontier = proven({"a"}, 100);
    frontier.add(0, "a", 0);
    frontier.addAt(1, "a", 0, m_now + 5s);
    frontier.prefer({1});
    QCOMPARE(take(frontier, m_now), QList<int>({0}));
    frontier.add(2, "a", 0);
    QCOMPARE(take(frontier, m_now + 5s), QList<int>({1, 2}));
}

void TestFrontier::preferredBeforeItIsAdded()
{
    Frontier frontier = proven({"a"}, 100);
    frontier.preferOnceAdded(3);
    frontier.add(0, "a", 0);
    frontier.add(3, "a", 9);
    frontier.add(3, "a", 9);
    QCOMPARE(take(frontier, m_now), QList<int>({3, 0}));
}

void TestFrontier::preferringAmongManyIsQuick()
{
    // Each once, whatever was asked for.
    constexpr int many = 200'000;
    Frontier frontier = proven({"a"}, many);
    std::vector<RecordId> odd;
    for (RecordId id = 0; id < many; ++id) {
        frontier.add(id, "a", int(id) % 7);
        if (id % 2 == 1)
            odd.push_back(id);
    }
    for (int i = 0; i < 20; ++i)
        frontier.prefer(odd);
    for (int i = 0; i < many / 2; ++i)
        QCOMPARE(frontier.next(m_now), std::optional<RecordId>(RecordId(2 * i + 1)));
    qsizetype rest = 0;
    while (const auto id = frontier.next(m_now)) {
        QVERIFY(*id % 2 == 0);
        ++rest;
    }
    QCOMPARE(rest, many / 2);
}

QTEST_GUILESS_MAIN(TestFrontier)
#include "tst_frontier.moc"
