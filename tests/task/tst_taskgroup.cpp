// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/taskgroup.h"

#include "core/task/queue.h"
#include "tests/task/probes.h"

#include <QTest>

#include <memory>
#include <optional>
#include <stdexcept>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

Task<int> value()
{
    co_return 42;
}

Task<int> failure()
{
    throw std::runtime_error("boom");
    co_return 0;
}

Task<> bug(bool known)
{
    if (known)
        throw std::runtime_error("boom");
    throw 1;
    co_return;
}

Task<std::unique_ptr<int>> moveOnly()
{
    co_return std::make_unique<int>(5);
}

/// An object as the house has them: its tasks are its last member.
struct Owner {
    Log *log;
    Queue<int> bells;
    Counted counted;
    TaskGroup tasks;

    explicit Owner(Log *events)
        : log(events)
    {
    }
};

Task<> keepsItsOwner(std::shared_ptr<Owner> owner)
{
    owner->log->add("keeper starts");
    co_await owner->bells.get();
    owner->log->add("keeper ends");
}

Task<> keepsAQueue(std::shared_ptr<Queue<int>>)
{
    Wakeup never;
    co_await never;
}

Task<> getsFrom(Queue<int> *queue, Log *log)
{
    const std::optional<int> item = co_await queue->get();
    log->add(item ? "an item" : "closed");
}

} // namespace

class TestTaskGroup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(Counted::alive(), 0); }

    void theFutureGetsTheValue()
    {
        TaskGroup group;
        const QFuture<int> future = group.start(value());
        QVERIFY(waitFor(future));
        QCOMPARE(future.result(), 42);
        QVERIFY(!future.isCanceled());
        QVERIFY(group.isEmpty());
    }

    void theFutureGetsAValueThatCannotBeCopied()
    {
        TaskGroup group;
        QFuture<std::unique_ptr<int>> future = group.start(moveOnly());
        QVERIFY(waitFor(future));
        QCOMPARE(*future.takeResult(), 5);
    }

    void theFutureGetsTheException()
    {
        TaskGroup group;
        QFuture<int> future = group.start(failure());
        QVERIFY(waitFor(future));
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, future.waitForFinished());
        QVERIFY(group.isEmpty());
    }

    void nothingRunsBeforeTheEventLoopTurns()
    {
        Stage stage;
        TaskGroup group;
        group.start(perform(&stage, "A"));
        group.start(perform(&stage, "B"));
        QCOMPARE(group.size(), 2);
        QCOMPARE(stage.log.take(), QByteArray());
        settle();
        QCOMPARE(stage.log.take(), QByteArray("A starts, B starts"));
    }

    void tasksRunBesideEachOtherAndEndInAnyOrder()
    {
        Stage stage;
        TaskGroup group;
        const QFuture<QByteArray> first = group.start(perform(&stage, "A"));
        const QFuture<QByteArray> second = group.start(perform(&stage, "B"));
        settle();
        stage.call("B");
        settle();
        QVERIFY(second.isFinished());
        QVERIFY(!first.isFinished());
        stage.call("A");
        settle();
        QCOMPARE(first.result(), QByteArray("a"));
        QCOMPARE(stage.log.take(), QByteArray("A starts, B starts, B ends, A ends"));
    }

    void destroyingTheGroupCancels()
    {
        Stage stage;
        Log ends;
        std::optional<TaskGroup> group(std::in_place);
        QFuture<QByteArray> suspended = group->start(perform(&stage, "A"));
        settle();
        QFuture<QByteArray> neverBegun = group->start(perform(&stage, "B"));
        // Continuations run inline: by then every frame has to be gone.
        suspended.then([](const QByteArray &) {}).onCanceled([&] {
            ends.add("cancelled with " + QByteArray::number(Counted::alive()) + " alive");
        });
        group.reset();
        QCOMPARE(ends.take(), QByteArray("cancelled with 0 alive"));
        QVERIFY(suspended.isFinished() && suspended.isCanceled());
        QVERIFY(neverBegun.isFinished() && neverBegun.isCanceled());
        QCOMPARE(suspended.resultCount(), 0);
        settle();
        QCOMPARE(stage.log.take(), QByteArray("A starts"));
    }

    void cancelAllLeavesTheGroupUsable()
    {
        Stage stage;
        TaskGroup group;
        const QFuture<QByteArray> cancelled = group.start(perform(&stage, "A"));
        settle();
        group.cancelAll();
        QVERIFY(cancelled.isCanceled());
        QVERIFY(group.isEmpty());
        const QFuture<int> next = group.start(value());
        QVERIFY(waitFor(next));
        QCOMPARE(next.result(), 42);
    }

    void aContinuationMayDestroyTheGroup()
    {
        Stage stage;
        auto group = std::make_unique<TaskGroup>();
        QFuture<QByteArray> first = group->start(perform(&stage, "A"));
        const QFuture<QByteArray> second = group->start(perform(&stage, "B"));
        first.then([&](const QByteArray &) { group.reset(); });
        settle();
        stage.call("A");
        stage.call("B");
        settle();
        QVERIFY(!group);
        QVERIFY(second.isCanceled());
        QCOMPARE(stage.log.take(), QByteArray("A starts, B starts, A ends"));
    }

    void aContinuationMayStartTheNextTask()
    {
        Stage stage;
        TaskGroup group;
        group.start(value()).then([&](int) { group.start(perform(&stage, "A")); });
        settle();
        QCOMPARE(stage.log.take(), QByteArray("A starts"));
        QCOMPARE(group.size(), 1);
    }

    void theLastTaskMayOwnTheOwnerOfTheGroup()
    {
        Log log;
        auto owner = std::make_shared<Owner>(&log);
        owner->tasks.spawn(keepsItsOwner(owner));
        owner->bells.tryPut(1);
        owner.reset();
        QCOMPARE(Counted::alive(), 1);
        settle();
        QCOMPARE(log.take(), QByteArray("keeper starts, keeper ends"));
        QCOMPARE(Counted::alive(), 0);
    }

    void aCancelledTaskMayOwnTheOwnerOfTheGroup()
    {
        Log log;
        auto owner = std::make_shared<Owner>(&log);
        TaskGroup &tasks = owner->tasks;
        tasks.spawn(keepsItsOwner(owner));
        tasks.spawn(keepsItsOwner(owner));
        settle();
        owner.reset();
        tasks.cancelAll();
        QCOMPARE(log.take(), QByteArray("keeper starts, keeper starts"));
        QCOMPARE(Counted::alive(), 0);
    }

    void aFrameThatDiesMayReadyAnotherOfItsGroup()
    {
        Log log;
        TaskGroup group;
        auto queue = std::make_shared<Queue<int>>();
        group.spawn(keepsAQueue(queue));
        group.spawn(getsFrom(queue.get(), &log));
        settle();
        queue.reset();
        group.cancelAll();
        settle();
        QCOMPARE(log.take(), QByteArray());
    }

    void whatASpawnedTaskThrowsIsLoggedAsCritical_data()
    {
        QTest::addColumn<bool>("known");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("std::exception") << true << QByteArray("a task ended by an exception: boom");
        QTest::newRow("anything") << false << QByteArray("a task ended by an unknown exception");
    }
    void whatASpawnedTaskThrowsIsLoggedAsCritical()
    {
        QFETCH(bool, known);
        QFETCH(QByteArray, message);
        QTest::ignoreMessage(QtCriticalMsg, message.constData());
        TaskGroup group;
        group.spawn(bug(known));
        settle();
        QVERIFY(group.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTaskGroup)
#include "tst_taskgroup.moc"
