// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/sleep.h"
#include "core/task/taskgroup.h"
#include "core/task/wakeup.h"
#include "tests/task/probes.h"

#include <QElapsedTimer>
#include <QTest>

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

Task<> waits(Wakeup *bell, Log *log, QByteArray name)
{
    const Counted counted;
    co_await *bell;
    log->add(name);
}

Task<> waitsForEver(Wakeup *bell, int *seen, const int *changes)
{
    for (;;) {
        co_await *bell;
        *seen = *changes;
    }
}

Task<qint64> sleeps(std::chrono::milliseconds duration)
{
    QElapsedTimer clock;
    clock.start();
    co_await sleepFor(duration);
    co_return clock.elapsed();
}

Task<> sleepsAndNotes(std::chrono::milliseconds duration, Log *log, QByteArray name)
{
    const Counted counted;
    co_await sleepFor(duration);
    log->add(name);
}

} // namespace

class TestWakeup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(Counted::alive(), 0); }

    void ringingWakesFromAPostedCall()
    {
        Log log;
        Wakeup bell;
        TaskGroup group;
        group.spawn(waits(&bell, &log, "woken"));
        settle();
        log.add("ringing");
        bell.ring();
        log.add("rung");
        settle();
        QCOMPARE(log.take(), QByteArray("ringing, rung, woken"));
    }

    void aBellRungBeforehandWakesTheNextOneAndOnlyIt()
    {
        Log log;
        Wakeup bell;
        TaskGroup group;
        bell.ring();
        bell.ring();
        group.spawn(waits(&bell, &log, "first"));
        settle();
        group.spawn(waits(&bell, &log, "second"));
        settle();
        QCOMPARE(log.take(), QByteArray("first"));
        bell.ring();
        settle();
        QCOMPARE(log.take(), QByteArray("second"));
    }

    void aLoopThatLooksAfterTheBellMissesNothing()
    {
        Wakeup bell;
        int seen = 0;
        int changes = 0;
        TaskGroup group;
        group.spawn(waitsForEver(&bell, &seen, &changes));
        for (int i = 0; i < 100; ++i) {
            ++changes;
            bell.ring();
            if (i % 3 == 0)
                settle();
        }
        settle();
        QCOMPARE(seen, 100);
    }

    void aDestroyedWaiterLeavesTheRingToTheNext()
    {
        Log log;
        Wakeup bell;
        TaskGroup staying;
        {
            TaskGroup leaving;
            leaving.spawn(waits(&bell, &log, "left"));
            settle();
            bell.ring();
        }
        staying.spawn(waits(&bell, &log, "stayed"));
        settle();
        QCOMPARE(log.take(), QByteArray("stayed"));
    }

    void sleepsAtLeastThatLong_data()
    {
        QTest::addColumn<int>("milliseconds");
        for (const int milliseconds : {-5, 0, 1, 30})
            QTest::addRow("%d ms", milliseconds) << milliseconds;
    }
    void sleepsAtLeastThatLong()
    {
        QFETCH(int, milliseconds);
        TaskGroup group;
        const QFuture<qint64> slept = group.start(sleeps(std::chrono::milliseconds(milliseconds)));
        QVERIFY(!slept.isFinished());
        QVERIFY(waitFor(slept));
        QVERIFY(slept.result() >= milliseconds);
    }

    void sleepersWakeInTheOrderOfTheirTimes()
    {
        Log log;
        TaskGroup group;
        group.spawn(sleepsAndNotes(120ms, &log, "late"));
        group.spawn(sleepsAndNotes(20ms, &log, "early"));
        group.spawn(sleepsAndNotes(0ms, &log, "now"));
        QVERIFY(waitFor([&] { return group.isEmpty(); }));
        QCOMPARE(log.take(), QByteArray("now, early, late"));
    }

    void aSleeperThatIsDestroyedIsNotWoken()
    {
        Log log;
        TaskGroup group;
        TaskGroup other;
        group.spawn(sleepsAndNotes(1ms, &log, "cancelled"));
        other.spawn(sleepsAndNotes(5ms, &log, "other"));
        settle();
        group.cancelAll();
        QVERIFY(waitFor([&] { return other.isEmpty(); }));
        QCOMPARE(log.take(), QByteArray("other"));
    }

    void sleepsLongerThanATimersIntegerReaches()
    {
        // Cut to 32 bits this would be one millisecond.
        const std::chrono::milliseconds fiftyDays((1LL << 32) + 1);
        Log log;
        TaskGroup group;
        TaskGroup other;
        group.spawn(sleepsAndNotes(fiftyDays, &log, "fifty days"));
        other.spawn(sleepsAndNotes(20ms, &log, "other"));
        QVERIFY(waitFor([&] { return other.isEmpty(); }));
        QCOMPARE(log.take(), QByteArray("other"));
    }
};

QTEST_GUILESS_MAIN(TestWakeup)
#include "tst_wakeup.moc"
