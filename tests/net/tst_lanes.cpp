// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/lanes.h"

#include <QTest>

using namespace gleaner;
using namespace std::chrono_literals;

class TestLanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasAsManySlotsAsItSays();
    void keepsHostsApart();
    void waitsTheDelayBetweenTwoRequests();
    void parksAHostButNeverForLess();
    void freeingASlotDoesNotShortenTheDelay();

private:
    const Clock::time_point m_now = Clock::time_point() + 1000s;
};

void TestLanes::hasAsManySlotsAsItSays()
{
    Lanes lanes(2, 0ms);
    QVERIFY(lanes.isFree("a", m_now));
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
    lanes.take("a", m_now);
    QVERIFY(!lanes.isFree("a", m_now + 249ms));
    QVERIFY(lanes.isFree("a", m_now + 250ms));
    QVERIFY(lanes.opensAt("a") == m_now + 250ms);
    QVERIFY(lanes.opensAt("unknown") <= m_now);
}

void TestLanes::parksAHostButNeverForLess()
{
    Lanes lanes(4, 0ms);
    lanes.park("a", m_now + 60s);
    lanes.park("a", m_now + 5s);
    QVERIFY(!lanes.isFree("a", m_now + 59s));
    QVERIFY(lanes.isFree("a", m_now + 60s));
    QVERIFY(lanes.isFree("b", m_now));
    lanes.take("a", m_now + 60s);
    QVERIFY(lanes.opensAt("a") == m_now + 60s);
}

void TestLanes::freeingASlotDoesNotShortenTheDelay()
{
    Lanes lanes(1, 1s);
    lanes.take("a", m_now);
    lanes.release("a");
    QVERIFY(!lanes.isFree("a", m_now + 999ms));
    QVERIFY(lanes.isFree("a", m_now + 1s));
}

QTEST_GUILESS_MAIN(TestLanes)
#include "tst_lanes.moc"
