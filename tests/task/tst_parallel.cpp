// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/parallel.h"

#include "core/task/futureawaiter.h"
#include "core/task/sleep.h"
#include "core/task/taskgroup.h"
#include "tests/task/probes.h"

#include <QTest>

#include <memory>
#include <stdexcept>

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

std::vector<Task<QByteArray>> performers(Stage *stage, const QByteArrayList &names)
{
    std::vector<Task<QByteArray>> tasks;
    for (const QByteArray &name : names)
        tasks.push_back(perform(stage, name));
    return tasks;
}

Task<QByteArray> all(Stage *stage, QByteArrayList names)
{
    std::vector<QByteArray> results = co_await runInParallel(performers(stage, names));
    co_return QByteArrayList(results.begin(), results.end()).join(' ');
}

Task<QByteArray> failsOnCue(Stage *stage, QByteArray name)
{
    const Performance performance(stage);
    co_await stage->cue(name);
    throw std::runtime_error(name.toStdString());
    co_return QByteArray();
}

Task<QByteArray> withFailures(Stage *stage)
{
    std::vector<Task<QByteArray>> tasks = performers(stage, {"A", "B"});
    tasks.push_back(failsOnCue(stage, "X"));
    tasks.push_back(failsOnCue(stage, "Y"));
    QByteArray caught;
    try {
        co_await runInParallel(std::move(tasks));
    } catch (const std::runtime_error &error) {
        caught = error.what();
    }
    stage->log.add(caught + " caught, running " + QByteArray::number(stage->running));
    co_return caught;
}

Task<QByteArray> twoBranches(Stage *stage)
{
    std::vector<Task<QByteArray>> branches;
    branches.push_back(all(stage, {"A", "B"}));
    branches.push_back(all(stage, {"C", "D"}));
    std::vector<QByteArray> results = co_await runInParallel(std::move(branches));
    co_return results[0] + " | " + results[1];
}

Task<> nothing(Stage *stage, QByteArray name)
{
    const QByteArray done = co_await perform(stage, name);
    stage->log.add(done);
}

Task<> allOfNothing(Stage *stage)
{
    std::vector<Task<>> tasks;
    tasks.push_back(nothing(stage, "A"));
    tasks.push_back(nothing(stage, "B"));
    co_await runInParallel(std::move(tasks));
    stage->log.add("both");
}

Task<int> emptyOnes()
{
    std::vector<Task<>> none;
    co_await runInParallel(std::move(none));
    std::vector<Task<int>> noNumbers;
    const std::vector<int> numbers = co_await runInParallel(std::move(noNumbers));
    co_return int(numbers.size());
}

Task<std::unique_ptr<int>> moveOnly(int value)
{
    co_await sleepFor(0ms);
    co_return std::make_unique<int>(value);
}

Task<int> sumOfMany(int count)
{
    std::vector<Task<std::unique_ptr<int>>> tasks;
    for (int i = 0; i < count; ++i)
        tasks.push_back(moveOnly(i));
    const std::vector<std::unique_ptr<int>> results = co_await runInParallel(std::move(tasks));
    int sum = 0;
    for (const auto &result : results)
        sum += *result;
    co_return sum;
}

Task<int> tree(int depth)
{
    const Counted counted;
    co_await sleepFor(0ms);
    std::vector<Task<int>> children;
    for (int i = 0; i < 2 && depth > 0; ++i)
        children.push_back(tree(depth - 1));
    const std::vector<int> sizes = co_await runInParallel(std::move(children));
    int size = 1;
    for (const int below : sizes)
        size += below;
    co_return size;
}

} // namespace

class TestParallel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(Counted::alive(), 0); }

    void allRunAtOnceAndTheResultsStandInTheOrderOfTheTasks()
    {
        Stage stage;
        TaskGroup group;
        const QFuture<QByteArray> results = group.start(all(&stage, {"A", "B", "C"}));
        settle();
        QCOMPARE(stage.log.take(), QByteArray("A starts, B starts, C starts"));
        QCOMPARE(stage.running, 3);
        stage.call("C");
        settle();
        stage.call("A");
        settle();
        QVERIFY(!results.isFinished());
        stage.call("B");
        settle();
        QCOMPARE(stage.log.take(), QByteArray("C ends, A ends, B ends"));
        QCOMPARE(results.result(), QByteArray("a b c"));
    }

    void theFirstFailureCancelsTheOthersAndIsRethrown()
    {
        Stage stage;
        TaskGroup group;
        const QFuture<QByteArray> caught = group.start(withFailures(&stage));
        settle();
        QCOMPARE(stage.running, 4);
        stage.call("A");
        settle();
        // Both are ready to fail; the first one counts, the second is never resumed.
        stage.call("Y");
        stage.call("X");
        stage.call("B");
        settle();
        QCOMPARE(stage.log.take(), QByteArray("A starts, B starts, A ends, Y caught, running 0"));
        QCOMPARE(caught.result(), QByteArray("Y"));
    }

    void noneAtAllEndAtOnce()
    {
        TaskGroup group;
        const QFuture<int> count = group.start(emptyOnes());
        settle();
        QVERIFY(count.isFinished());
        QCOMPARE(count.result(), 0);
    }

    void tasksOfNothingCanBeRun()
    {
        Stage stage;
        TaskGroup group;
        group.spawn(allOfNothing(&stage));
        settle();
        stage.call("B");
        settle();
        stage.call("A");
        settle();
        QCOMPARE(stage.log.take(), QByteArray("A starts, B starts, B ends, b, A ends, a, both"));
    }

    void nestedOnesWaitForTheirOwnChildren()
    {
        Stage stage;
        TaskGroup group;
        const QFuture<QByteArray> results = group.start(twoBranches(&stage));
        settle();
        QCOMPARE(stage.running, 4);
        for (const char *name : {"D", "A", "C", "B"}) {
            QVERIFY(!results.isFinished());
            stage.call(name);
            settle();
        }
        QCOMPARE(results.result(), QByteArray("a b | c d"));
    }

    void aThousandResultsThatCannotBeCopied()
    {
        TaskGroup group;
        const QFuture<int> sum = group.start(sumOfMany(1000));
        QVERIFY(turnUntilFinished(sum));
        QCOMPARE(sum.result(), 499'500);
    }

    void aTreeOfThemEndsOrIsDestroyedInFlight_data()
    {
        QTest::addColumn<int>("turns");
        for (const int turns : {0, 1, 2, 3, 1000})
            QTest::addRow("%d turns", turns) << turns;
    }
    void aTreeOfThemEndsOrIsDestroyedInFlight()
    {
        QFETCH(int, turns);
        TaskGroup group;
        const QFuture<int> size = group.start(tree(10));
        for (int turn = 0; turn < turns; ++turn)
            QCoreApplication::processEvents();
        if (turns == 1000)
            QCOMPARE(size.result(), 2047);
        else
            QVERIFY(turns == 0 || Counted::alive() > 0);
        group.cancelAll();
        QCOMPARE(Counted::alive(), 0);
        QVERIFY(size.isFinished());
    }

    void destroyingThemInFlightFreesAllAndResumesNone()
    {
        Stage stage;
        TaskGroup group;
        const QFuture<QByteArray> results = group.start(twoBranches(&stage));
        settle();
        stage.call("A");
        settle();
        stage.call("B");
        group.cancelAll();
        QCOMPARE(stage.running, 0);
        QVERIFY(results.isCanceled());
        settle();
        QCOMPARE(stage.log.take(), QByteArray("A starts, B starts, C starts, D starts, A ends"));
    }
};

QTEST_GUILESS_MAIN(TestParallel)
#include "tst_parallel.moc"
