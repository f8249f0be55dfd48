// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/sleep.h"
#include "core/task/taskgroup.h"
#include "tests/task/probes.h"

#include <QTest>

#include <memory>
#include <stdexcept>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

Task<int> noted(Log *log)
{
    log->add("runs");
    co_return 7;
}

Task<> awaitsLater(Log *log)
{
    Task<int> child = noted(log);
    log->add("made");
    const int value = co_await std::move(child);
    log->add("got " + QByteArray::number(value));
}

Task<std::unique_ptr<int>> moveOnly(std::unique_ptr<int> number)
{
    ++*number;
    co_return number;
}

Task<int> throughTwo()
{
    auto number = std::make_unique<int>(40);
    number = co_await moveOnly(std::move(number));
    number = co_await moveOnly(std::move(number));
    co_return *number;
}

Task<int> fails(Counted)
{
    const Counted local;
    throw std::runtime_error("boom");
    co_return 0;
}

Task<QByteArray> catches()
{
    QByteArray caught;
    try {
        const Counted argument;
        const int unreachable = co_await fails(argument);
        caught = QByteArray::number(unreachable);
    } catch (const std::runtime_error &error) {
        caught = error.what();
    }
    // The frame that threw is gone by now, not only at the end of this one.
    co_return caught + " " + QByteArray::number(Counted::alive());
}

Task<> nothing()
{
    co_return;
}

Task<int> immediate(StackSpan *span)
{
    span->note();
    co_return 1;
}

Task<int> awaitsInALoop(StackSpan *span, int times)
{
    int sum = 0;
    for (int i = 0; i < times; ++i)
        sum += co_await immediate(span);
    co_return sum;
}

Task<int> recursion(StackSpan *span, int depth)
{
    span->note();
    if (depth == 0)
        co_return 0;
    const int below = co_await recursion(span, depth - 1);
    span->note();
    co_return below + 1;
}

Task<> leaf(Log *log, Wakeup *never)
{
    const Epitaph epitaph(log, "leaf");
    const Counted counted;
    co_await *never;
    log->add("resumed");
}

Task<> branch(Log *log, Wakeup *never, Counted)
{
    const Epitaph epitaph(log, "branch");
    co_await leaf(log, never);
}

Task<> trunk(Log *log, Wakeup *never)
{
    const Epitaph epitaph(log, "trunk");
    const Counted counted;
    co_await branch(log, never, counted);
}

Task<> suspendedAt(Wakeup *never, int depth)
{
    const Counted counted;
    if (depth == 0)
        co_await *never;
    else
        co_await suspendedAt(never, depth - 1);
}

Task<> spins(bool *stop, int *rounds)
{
    while (!*stop) {
        ++*rounds;
        co_await sleepFor(std::chrono::milliseconds(0));
    }
}

} // namespace

class TestTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(Counted::alive(), 0); }

    void nothingRunsBeforeItIsAwaited()
    {
        Log log;
        TaskGroup group;
        const Task<int> never = noted(&log);
        settle();
        QCOMPARE(log.take(), QByteArray());
        group.spawn(awaitsLater(&log));
        settle();
        QCOMPARE(log.take(), QByteArray("made, runs, got 7"));
        QVERIFY(group.isEmpty());
    }

    void movesValuesThatCannotBeCopied()
    {
        TaskGroup group;
        const QFuture<int> future = group.start(throughTwo());
        QVERIFY(waitFor(future));
        QCOMPARE(future.result(), 42);
    }

    void anExceptionReachesWhoeverAwaits()
    {
        TaskGroup group;
        const QFuture<QByteArray> future = group.start(catches());
        QVERIFY(waitFor(future));
        QCOMPARE(future.result(), QByteArray("boom 0"));
    }

    void aTaskOfNothingEnds()
    {
        TaskGroup group;
        const QFuture<void> future = group.start(nothing());
        QVERIFY(!future.isFinished());
        QVERIFY(waitFor(future));
        QVERIFY(!future.isCanceled());
    }

    void tenMillionImmediateAwaitsDoNotGrowTheStack()
    {
        const int times = isSanitized ? 1'000'000 : 10'000'000;
        StackSpan span;
        TaskGroup group;
        const QFuture<int> future = group.start(awaitsInALoop(&span, times));
        QVERIFY(turnUntilFinished(future));
        QCOMPARE(future.result(), times);
        QCOMPARE(span.bytes(), std::uintptr_t(0));
    }

    void aMillionTasksInsideEachOtherDoNotGrowTheStack()
    {
        const int depth = isSanitized ? 100'000 : 1'000'000;
        StackSpan span;
        TaskGroup group;
        const QFuture<int> future = group.start(recursion(&span, depth));
        QVERIFY(turnUntilFinished(future));
        QCOMPARE(future.result(), depth);
        QCOMPARE(span.bytes(), std::uintptr_t(0));
    }

    void destroyingATaskThatNeverStartedFreesItsParameters()
    {
        Log log;
        Wakeup never;
        {
            const Task<> task = branch(&log, &never, Counted());
            QCOMPARE(Counted::alive(), 1);
        }
        QCOMPARE(Counted::alive(), 0);
        QCOMPARE(log.take(), QByteArray());
    }

    void destroyingASuspendedChainFreesItFromTheInsideOut()
    {
        Log log;
        Wakeup never;
        {
            TaskGroup group;
            group.spawn(trunk(&log, &never));
            settle();
            QCOMPARE(Counted::alive(), 4);
            QCOMPARE(log.take(), QByteArray());
            // Ready, but not resumed yet: that must be taken back too.
            never.ring();
        }
        QCOMPARE(Counted::alive(), 0);
        settle();
        QCOMPARE(log.take(), QByteArray("leaf, branch, trunk"));
    }

    void aDeepSuspendedChainCanBeDestroyed()
    {
        const int depth = 5'000;
        Wakeup never;
        TaskGroup group;
        group.spawn(suspendedAt(&never, depth));
        settle();
        QCOMPARE(Counted::alive(), depth + 1);
        group.cancelAll();
        QCOMPARE(Counted::alive(), 0);
    }

    void movingATaskMovesItsFrame()
    {
        Log log;
        Wakeup never;
        Task<> first = branch(&log, &never, Counted());
        Task<> second = std::move(first);
        QVERIFY(first.isNull());
        QVERIFY(!second.isNull());
        QCOMPARE(Counted::alive(), 1);
        second = branch(&log, &never, Counted());
        QCOMPARE(Counted::alive(), 1);
    }

    void framesThatAreAlwaysReadyLeaveTimersTheirTurn()
    {
        bool stop = false;
        int rounds = 0;
        TaskGroup group;
        const QFuture<void> future = group.start(spins(&stop, &rounds));
        EventLoopTicker ticker;
        QVERIFY(waitFor([&] { return ticker.ticks() >= 3 && rounds > 1000; }));
        stop = true;
        QVERIFY(waitFor(future));
    }
};

QTEST_GUILESS_MAIN(TestTask)
#include "tst_task.moc"
