// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/lanes.h"

#include <QTest>

using namespace gleaner;
using namespace std::chrono_literals;

class TestLanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUnknownHostGetsOneRequest();
    void hasAsManySlotsAsItSays();
    void keepsHostsApart();
    void waitsTheDelayBetweenTwoRequests();
    void takesTheLongestOfTheDelays();
    void freeingASlotDoesNotShortenTheDelay();
    void parksAHostButNeverForLess();
    void troubleHalvesTheSlotsAndAnswersGiveThemBack();
    void oneTroubleOfManyRequestsCountsOnce();
    void troubleAfterTroubleTakesLonger();
    void isGivenUpAfterManyTroublesInARow();
    void isGivenUpWhenItWantsMoreThanAnHour();
    void saysHowItIs();
    void severalShareTheSlots();
    void theyTakeTurns();
    void whoWantsNothingMoreLetsTheNextOneGo();
    void oneThatGoesGivesBackWhatItHas();
    void theSmallestNumberOfSlotsHolds();
    void theLongestDelayHolds();
    void aWaitThatOneIsAskedForHoldsForAll();
    void aHostThatNobodyUsesIsForgotten();

private:
    /// Slots open now.
    int open(Lanes &lanes, Clock::time_point now) const
    {
        int taken = 0;
        for (; lanes.isFree("a", now); ++taken)
            lanes.take("a", now);
        for (int i = 0; i < taken; ++i)
            lanes.release("a");
        return taken;
    }

    const Clock::time_point m_now = Clock::time_point() + 1000s;
};

void TestLanes::anUnknownHostGetsOneRequest()
{
    Lanes lanes(6, 0ms);
    QVERIFY(lanes.isFree("a", m_now));
    lanes.take("a", m_now);
    QVERIFY(!lanes.isFree("a", m_now));
    QVERIFY(!lanes.hasSlot("a"));
    lanes.answered("a");
    QVERIFY(lanes.isFree("a", m_now));
    lanes.release("a");
    QCOMPARE(open(lanes, m_now), 6);
}

void TestLanes::hasAsManySlotsAsItSays()
{
    Lanes lanes(2, 0ms);
    lanes.answered("a");
    lanes.take("a", m_now);
    QVERIFY(lanes.isFree("a", m_now));
    lanes.take("a", m_now);
    QVERIFY(!lanes.isFree("a", m_now));
    QVERIFY(!lanes.isFree("a", m_now + 1h));
    QVERIFY(!lanes.hasSlot("a"));
    lanes.release("a");
    QVERIFY(lanes.isFree("a", m_now));
    QVERIFY(lanes.hasSlot("a"));
}

void TestLanes::keepsHostsApart()
{
    Lanes lanes(1, 1s);
    lanes.take("a", m_now);
    QVERIFY(lanes.isFree("b", m_now));
    lanes.take("b", m_now);
    lanes.release("a");
    QVERIFY(lanes.hasSlot("a"));
    QVERIFY(!lanes.hasSlot("b"));
}

void TestLanes::waitsTheDelayBetweenTwoRequests()
{
    Lanes lanes(4, 250ms);
    lanes.answered("a");
    lanes.take("a", m_now);
    QVERIFY(!lanes.isFree("a", m_now + 249ms));
    QVERIFY(lanes.isFree("a", m_now + 250ms));
    QVERIFY(lanes.opensAt("a") == m_now + 250ms);
    QVERIFY(lanes.opensAt("unknown") <= m_now);
}

void TestLanes::takesTheLongestOfTheDelays()
{
    Lanes lanes(4, 250ms);
    lanes.answered("a");
    lanes.slowDown("a", 100ms);
    lanes.take("a", m_now);
    QVERIFY(lanes.opensAt("a") == m_now + 250ms);
    lanes.slowDown("a", 3s);
    lanes.take("a", m_now + 250ms);
    QVERIFY(lanes.opensAt("a") == m_now + 3250ms);
}

void TestLanes::freeingASlotDoesNotShortenTheDelay()
{
    Lanes lanes(1, 1s);
    lanes.take("a", m_now);
    lanes.release("a");
    QVERIFY(!lanes.isFree("a", m_now + 999ms));
    QVERIFY(lanes.isFree("a", m_now + 1s));
}

void TestLanes::parksAHostButNeverForLess()
{
    Lanes lanes(4, 0ms);
    lanes.park("a", 60s, m_now, m_now);
    lanes.park("a", 5s, m_now, m_now - 1s);
    QVERIFY(!lanes.isFree("a", m_now + 59s));
    QVERIFY(lanes.isFree("a", m_now + 60s));
    QVERIFY(lanes.isFree("b", m_now));
    lanes.take("a", m_now + 60s);
    QVERIFY(lanes.opensAt("a") == m_now + 60s);
    // A request that was on its way already may make it longer, but it is the same trouble.
    lanes.park("a", 90s, m_now, m_now - 1s);
    QVERIFY(lanes.opensAt("a") == m_now + 90s);
    QCOMPARE(lanes.parksInRow("a"), 1);
    lanes.answered("a");
    QCOMPARE(lanes.parksInRow("a"), 0);
}

void TestLanes::troubleHalvesTheSlotsAndAnswersGiveThemBack()
{
    Lanes lanes(6, 0ms);
    lanes.answered("a");
    QCOMPARE(open(lanes, m_now), 6);
    lanes.troubled("a", LaneTrouble::Late, m_now, m_now);
    const auto later = m_now + 1h;
    QCOMPARE(open(lanes, m_now), 0);
    QCOMPARE(open(lanes, later), 1);
    lanes.troubled("a", LaneTrouble::Late, later, later);
    lanes.answered("a");
    QList<int> slots;
    for (int answers = 0; answers < 6; ++answers) {
        slots.append(lanes.report("a", later + 1h).slots);
        lanes.answered("a");
    }
    QCOMPARE(slots, QList<int>({2, 3, 4, 5, 6, 6}));
    QVERIFY(lanes.report("a", later + 1h).why == LaneTrouble::None);
    QVERIFY(lanes.report("a", later + 1h).delay == 0ms);
}

void TestLanes::oneTroubleOfManyRequestsCountsOnce()
{
    Lanes lanes(6, 0ms);
    lanes.answered("a");
    for (int i = 0; i < 6; ++i)
        lanes.troubled("a", LaneTrouble::Unreachable, m_now + i * 1ms, m_now - 1s);
    lanes.answered("a");
    QCOMPARE(lanes.report("a", m_now).slots, 4);
    // What began after it counts again.
    lanes.troubled("a", LaneTrouble::Unreachable, m_now + 1s, m_now + 500ms);
    lanes.answered("a");
    QCOMPARE(lanes.report("a", m_now).slots, 3);
}

void TestLanes::troubleAfterTroubleTakesLonger()
{
    Lanes lanes(6, 0ms);
    QList<qint64> waits;
    auto now = m_now;
    for (int i = 0; i < 8; ++i) {
        lanes.troubled("a", LaneTrouble::Unreachable, now, now);
        waits.append(std::chrono::milliseconds(lanes.report("a", now).parkedFor).count());
        now = lanes.opensAt("a");
    }
    QCOMPARE(waits, QList<qint64>({250, 500, 1000, 2000, 4000, 8000, 15000, 15000}));
}

void TestLanes::isGivenUpAfterManyTroublesInARow()
{
    Lanes lanes(6, 0ms);
    const auto trouble = [&](int times) {
        for (int i = 0; i < times; ++i)
            lanes.troubled("a", LaneTrouble::Late, m_now, m_now);
    };
    trouble(Lanes::mostTroubles - 1);
    QVERIFY(!lanes.isGivenUp("a"));
    lanes.answered("a");
    trouble(Lanes::mostTroubles - 1);
    QVERIFY(!lanes.isGivenUp("a"));
    trouble(1);
    QVERIFY(lanes.isGivenUp("a"));
    QVERIFY(!lanes.isGivenUp("b"));
    lanes.answered("a");
    QVERIFY(!lanes.isGivenUp("a"));
}

void TestLanes::isGivenUpWhenItWantsMoreThanAnHour()
{
    Lanes lanes(6, 0ms);
    lanes.park("a", 1h, m_now, m_now);
    QVERIFY(!lanes.isGivenUp("a"));
    lanes.park("a", 1h, m_now + 1h, m_now + 1h);
    QVERIFY(lanes.isGivenUp("a"));
}

void TestLanes::saysHowItIs()
{
    Lanes lanes(6, 100ms);
    QCOMPARE(lanes.report("a", m_now).slots, 1);
    lanes.answered("a");
    lanes.take("a", m_now);
    lanes.take("a", m_now);
    LaneReport report = lanes.report("a", m_now);
    QCOMPARE(report.origin, QByteArray("a"));
    QCOMPARE(report.slots, 6);
    QCOMPARE(report.active, 2);
    QVERIFY(report.delay == 100ms);
    // The delay between two requests is no trouble.
    QVERIFY(report.parkedFor == 0ms);
    lanes.park("a", 30s, m_now, m_now);
    report = lanes.report("a", m_now + 10s);
    QCOMPARE(report.slots, 1);
    QVERIFY(report.parkedFor == 20s);
    QVERIFY(report.why == LaneTrouble::Busy);
    // What was on its way is answered, and a shorter trouble comes: it still waits for that.
    for (int answer = 0; answer < 12; ++answer)
        lanes.answered("a");
    lanes.troubled("a", LaneTrouble::Unreachable, m_now + 11s, m_now + 11s);
    report = lanes.report("a", m_now + 12s);
    QVERIFY(report.parkedFor == 18s);
    QVERIFY(report.why == LaneTrouble::Busy);
    report = lanes.report("a", m_now + 31s);
    QVERIFY(report.why == LaneTrouble::Unreachable);
}

void TestLanes::severalShareTheSlots()
{
    const auto board = std::make_shared<LaneBoard>();
    Lanes one(3, 0ms, board);
    Lanes other(3, 0ms, board);
    QVERIFY(one.takeOrWait("a", m_now));
    QVERIFY(!other.takeOrWait("a", m_now));
    one.answered("a");
    QVERIFY(other.takeOrWait("a", m_now));
    QVERIFY(one.takeOrWait("a", m_now));
    QVERIFY(!one.takeOrWait("a", m_now));
    QCOMPARE(one.report("a", m_now).active, 3);
    QCOMPARE(other.report("a", m_now).active, 3);
    QVERIFY(other.takeOrWait("b", m_now));
    QCOMPARE(one.busy(m_now, 9), std::vector<QByteArray>{"a"});
}

void TestLanes::theyTakeTurns()
{
    QByteArrayList woken; // Also by the one that goes first.
    const auto board = std::make_shared<LaneBoard>();
    Lanes one(1, 0ms, board);
    Lanes other(1, 0ms, board);
    one.setWake([&] { woken.append("one"); });
    other.setWake([&] { woken.append("other"); });
    const std::vector<std::pair<QByteArray, Lanes *>> both{{"one", &one}, {"other", &other}};
    QVERIFY(one.takeOrWait("a", m_now));
    for (const auto &[name, lanes] : both)
        QVERIFY(!lanes->takeOrWait("a", m_now));

    // Both try at each change, the one always first; each stands in the queue once.
    QByteArrayList served;
    Lanes *holder = &one;
    for (int round = 0; round < 6; ++round) {
        woken.clear();
        holder->release("a");
        for (const auto &[name, lanes] : both) {
            if (!lanes->takeOrWait("a", m_now))
                continue;
            served.append(name);
            holder = lanes;
        }
        for (const auto &[name, lanes] : both)
            QVERIFY(!lanes->takeOrWait("a", m_now));
        QVERIFY(!woken.isEmpty());
    }
    QCOMPARE(served, QByteArrayList({"one", "other", "one", "other", "one", "other"}));
}

void TestLanes::whoWantsNothingMoreLetsTheNextOneGo()
{
    int woken = 0;
    const auto board = std::make_shared<LaneBoard>();
    Lanes one(1, 0ms, board);
    Lanes other(1, 0ms, board);
    other.setWake([&] { ++woken; });
    QVERIFY(one.takeOrWait("a", m_now));
    QVERIFY(!one.takeOrWait("a", m_now));
    QVERIFY(!other.takeOrWait("a", m_now));
    one.release("a");
    QVERIFY(!other.takeOrWait("a", m_now));
    QCOMPARE(woken, 0);
    one.stopWaiting();
    QCOMPARE(woken, 1);
    QVERIFY(other.takeOrWait("a", m_now));
}

void TestLanes::oneThatGoesGivesBackWhatItHas()
{
    const auto board = std::make_shared<LaneBoard>();
    Lanes other(2, 0ms, board);
    int woken = 0;
    other.setWake([&] { ++woken; });
    {
        Lanes one(2, 0ms, board);
        one.answered("a");
        one.take("a", m_now);
        one.take("a", m_now);
        QVERIFY(!one.takeOrWait("a", m_now));
        QVERIFY(!other.takeOrWait("a", m_now));
    }
    QVERIFY(woken > 0);
    QCOMPARE(open(other, m_now), 2);
}

void TestLanes::theSmallestNumberOfSlotsHolds()
{
    const auto board = std::make_shared<LaneBoard>();
    Lanes many(6, 0ms, board);
    Lanes few(2, 0ms, board);
    many.answered("a");
    for (int i = 0; i < 6; ++i)
        QVERIFY(many.takeOrWait("a", m_now));
    QVERIFY(!few.takeOrWait("a", m_now));
    for (int i = 0; i < 4; ++i) {
        many.release("a");
        QVERIFY(!many.takeOrWait("a", m_now));
        QVERIFY(!few.takeOrWait("a", m_now));
    }
    many.release("a");
    QVERIFY(few.takeOrWait("a", m_now));
    QCOMPARE(many.report("a", m_now).active, 2);
}

void TestLanes::theLongestDelayHolds()
{
    const auto board = std::make_shared<LaneBoard>();
    Lanes hasty(2, 0ms, board);
    {
        Lanes patient(2, 1s, board);
        patient.answered("a");
        hasty.take("a", m_now);
        QVERIFY(hasty.mayBegin("a", m_now));
        // The patient one's request, too, is a second away from whoever's was before.
        QVERIFY(!patient.isFree("a", m_now));
        QVERIFY(!hasty.isFree("a", m_now));
        QVERIFY(patient.isFree("a", m_now + 1s));
        hasty.release("a");
    }
    hasty.take("a", m_now + 1s);
    QVERIFY(hasty.isFree("a", m_now + 1s));
}

void TestLanes::aWaitThatOneIsAskedForHoldsForAll()
{
    const auto board = std::make_shared<LaneBoard>();
    Lanes one(2, 0ms, board);
    Lanes other(2, 0ms, board);
    one.answered("a");
    one.take("a", m_now);
    other.take("a", m_now);
    one.park("a", 5s, m_now, m_now);
    QVERIFY(!other.mayBegin("a", m_now + 4s));
    other.release("a");
    QVERIFY(!other.isFree("a", m_now + 4s));
    QCOMPARE(other.opensAt("a"), m_now + 5s);
    QCOMPARE(other.report("a", m_now).why, LaneTrouble::Busy);
}

void TestLanes::aHostThatNobodyUsesIsForgotten()
{
    const auto board = std::make_shared<LaneBoard>();
    {
        Lanes one(2, 0ms, board);
        for (int i = 0; i < Lanes::mostTroubles; ++i) {
            one.take("late", m_now);
            one.troubled("late", LaneTrouble::Late, m_now, m_now);
        }
        QVERIFY(one.isGivenUp("late"));
        one.take("busy", m_now);
        one.park("busy", 5s, m_now, m_now);
    }
    Lanes next(2, 0ms, board);
    QVERIFY(!next.isGivenUp("late"));
    QVERIFY(next.isFree("late", m_now));
    // What it has asked for is kept.
    QVERIFY(!next.isFree("busy", m_now + 4s));
    QVERIFY(next.isFree("busy", m_now + 5s));
    QCOMPARE(next.report("busy", m_now).active, 0);
}

QTEST_GUILESS_MAIN(TestLanes)
#include "tst_lanes.moc"
