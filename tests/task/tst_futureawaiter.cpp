// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/futureawaiter.h"

#include "core/task/taskgroup.h"
#include "tests/task/probes.h"

#include <QTest>

#include <memory>
#include <stdexcept>
#include <thread>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

template <typename T>
Task<QByteArray> described(QFuture<T> future)
{
    const Counted counted;
    QByteArray end = "done";
    try {
        if constexpr (std::is_void_v<T>) {
            co_await future;
        } else {
            const T result = co_await future;
            end = QByteArray::number(result);
        }
    } catch (const TaskCancelled &) {
        end = "cancelled";
    } catch (const std::exception &exception) {
        end = exception.what();
    }
    co_return end;
}

Task<int> takesWhatCannotBeCopied(QFuture<std::unique_ptr<int>> future)
{
    const std::unique_ptr<int> result = co_await future;
    co_return *result;
}

Task<> notes(QFuture<int> future, Log *log)
{
    const Counted counted;
    const int result = co_await future;
    log->add("resumed with " + QByteArray::number(result));
    Wakeup never;
    co_await never;
    log->add("resumed twice");
}

Task<int> value()
{
    co_return 42;
}

Task<int> adds(TaskGroup *group)
{
    const int first = co_await group->start(value());
    const int second = co_await group->start(value());
    co_return first + second;
}

std::exception_ptr boom()
{
    return std::make_exception_ptr(std::runtime_error("boom"));
}

template <typename T>
struct Row {
    const char *name;
    void (*end)(QPromise<T> &);
    const char *expected;
};

const Row<int> rows[] = {
    {"a result",
        [](QPromise<int> &promise) {
            promise.addResult(42);
            promise.finish();
        },
        "42"},
    {"the first of several results",
        [](QPromise<int> &promise) {
            promise.addResult(1);
            promise.addResult(2);
            promise.finish();
        },
        "1"},
    {"an exception",
        [](QPromise<int> &promise) {
            promise.setException(boom());
            promise.finish();
        },
        "boom"},
    {"nothing", [](QPromise<int> &promise) { promise.finish(); }, "cancelled"},
    {"cancelled, then finished",
        [](QPromise<int> &promise) {
            promise.future().cancel();
            promise.finish();
        },
        "cancelled"},
    {"cancelled after the result",
        [](QPromise<int> &promise) {
            promise.addResult(42);
            promise.future().cancel();
            promise.finish();
        },
        "42"},
    {"cancelled after the end",
        [](QPromise<int> &promise) {
            promise.addResult(42);
            promise.finish();
            promise.future().cancel();
        },
        "42"},
    {"the promise dies", [](QPromise<int> &promise) { QPromise<int>().swap(promise); },
        "cancelled"},
};

const Row<void> voidRows[] = {
    {"done", [](QPromise<void> &promise) { promise.finish(); }, "done"},
    {"an exception",
        [](QPromise<void> &promise) {
            promise.setException(boom());
            promise.finish();
        },
        "boom"},
    {"cancelled, then finished",
        [](QPromise<void> &promise) {
            promise.future().cancel();
            promise.finish();
        },
        "cancelled"},
    {"the promise dies", [](QPromise<void> &promise) { QPromise<void>().swap(promise); },
        "cancelled"},
};

enum class When { Before, After, InAnotherThread };

template <typename T, size_t count>
void addRows(const Row<T> (&table)[count])
{
    QTest::addColumn<size_t>("row");
    QTest::addColumn<When>("when");
    for (size_t i = 0; i < count; ++i) {
        QTest::addRow("%s, before", table[i].name) << i << When::Before;
        QTest::addRow("%s, after", table[i].name) << i << When::After;
        QTest::addRow("%s, in another thread", table[i].name) << i << When::InAnotherThread;
    }
}

/// What a task got that awaits a promise which ends as the row says.
template <typename T>
QByteArray awaited(const Row<T> &row, When when)
{
    QPromise<T> promise;
    promise.start();
    const QFuture<T> future = promise.future();
    TaskGroup group;
    if (when == When::Before)
        row.end(promise);
    const QFuture<QByteArray> end = group.start(described(future));
    if (when != When::Before) {
        settle();
        if (end.isFinished())
            return "too early";
    }
    if (when == When::After)
        row.end(promise);
    std::thread thread;
    if (when == When::InAnotherThread)
        thread = std::thread([&] { row.end(promise); });
    const bool ended = waitFor(end);
    if (thread.joinable())
        thread.join();
    return ended ? end.result() : "never";
}

} // namespace

class TestFutureAwaiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(Counted::alive(), 0); }

    void givesWhatThePromiseEndedWith_data() { addRows(rows); }
    void givesWhatThePromiseEndedWith()
    {
        QFETCH(size_t, row);
        QFETCH(When, when);
        QCOMPARE(awaited(rows[row], when), QByteArray(rows[row].expected));
    }

    void givesTheEndOfAPromiseOfNothing_data() { addRows(voidRows); }
    void givesTheEndOfAPromiseOfNothing()
    {
        QFETCH(size_t, row);
        QFETCH(When, when);
        QCOMPARE(awaited(voidRows[row], when), QByteArray(voidRows[row].expected));
    }

    void aFutureOfNobodyIsCancelled()
    {
        TaskGroup group;
        const QFuture<QByteArray> end = group.start(described(QFuture<int>()));
        settle();
        QCOMPARE(end.result(), QByteArray("cancelled"));
    }

    void cancellingWakesNobodyBeforeThePromiseEnds()
    {
        QPromise<int> promise;
        promise.start();
        TaskGroup group;
        const QFuture<QByteArray> end = group.start(described(promise.future()));
        settle();
        promise.future().cancel();
        settle();
        QVERIFY(!end.isFinished());
        promise.finish();
        settle();
        QCOMPARE(end.result(), QByteArray("cancelled"));
    }

    void takesAResultThatCannotBeCopied()
    {
        QPromise<std::unique_ptr<int>> promise;
        promise.start();
        TaskGroup group;
        const QFuture<int> end = group.start(takesWhatCannotBeCopied(promise.future()));
        settle();
        promise.addResult(std::make_unique<int>(5));
        promise.finish();
        settle();
        QCOMPARE(end.result(), 5);
    }

    void tasksOfAGroupCanBeAwaitedInsideIt()
    {
        TaskGroup group;
        const QFuture<int> sum = group.start(adds(&group));
        settle();
        QCOMPARE(sum.result(), 84);
    }

    void theFrameIsResumedOnceAndNeverInsideTheEmitter()
    {
        Log log;
        QPromise<int> promise;
        promise.start();
        TaskGroup group;
        group.spawn(notes(promise.future(), &log));
        settle();
        log.add("finishing");
        promise.addResult(1);
        promise.finish();
        promise.future().cancel();
        log.add("finished");
        settle();
        QCOMPARE(log.take(), QByteArray("finishing, finished, resumed with 1"));
    }

    void aFrameThatDiesFirstIsNotResumed_data()
    {
        QTest::addColumn<bool>("finishedFirst");
        QTest::newRow("before the promise ends") << false;
        QTest::newRow("between the end and the resumption") << true;
    }
    void aFrameThatDiesFirstIsNotResumed()
    {
        QFETCH(bool, finishedFirst);
        Log log;
        QPromise<int> promise;
        promise.start();
        TaskGroup other;
        {
            TaskGroup group;
            group.spawn(notes(promise.future(), &log));
            settle();
            promise.addResult(1);
            if (finishedFirst)
                promise.finish();
            group.cancelAll();
            QCOMPARE(Counted::alive(), 0);
        }
        if (!finishedFirst)
            promise.finish();
        settle();
        QCOMPARE(log.take(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestFutureAwaiter)
#include "tst_futureawaiter.moc"
