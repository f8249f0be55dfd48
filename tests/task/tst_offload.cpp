// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/offload.h"
#include "core/task/taskgroup.h"
#include "tests/task/probes.h"

#include <QTest>
#include <QThreadPool>

#include <memory>
#include <semaphore>
#include <stdexcept>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

/// Lives on whichever thread has it, and counts itself there: what crosses must be handed over.
class Parcel
{
public:
    explicit Parcel(int value)
        : m_value(std::make_unique<int>(value))
    {
    }
    int open() { return ++*m_value; }

private:
    std::unique_ptr<int> m_value;
};

Task<int> computesOnPool(QThreadPool *pool, int value)
{
    auto parcel = std::make_shared<Parcel>(value);
    parcel->open();
    auto work = [parcel] { return parcel->open(); };
    const int result = co_await runOnPool(*pool, std::move(work));
    parcel->open();
    co_return result;
}

Task<QByteArray> failsOnPool(QThreadPool *pool)
{
    QByteArray caught;
    auto work = []() -> int { throw std::runtime_error("boom"); };
    try {
        co_await runOnPool(*pool, std::move(work));
    } catch (const std::runtime_error &error) {
        caught = error.what();
    }
    co_return caught;
}

Task<> waitsOnPool(
    QThreadPool *pool, std::binary_semaphore *begun, std::binary_semaphore *goOn, Log *log)
{
    const Counted counted;
    auto kept = std::make_shared<Parcel>(1);
    auto work = [=] {
        begun->release();
        goOn->acquire();
        kept->open();
    };
    co_await runOnPool(*pool, std::move(work));
    log->add("resumed");
}

Task<std::vector<int>> appendsIn(Door door, std::vector<int> *list, int times)
{
    std::vector<int> copy;
    for (int i = 0; i < times; ++i) {
        auto work = [list, i] {
            list->push_back(i);
            return *list;
        };
        copy = co_await runIn(door, std::move(work));
    }
    co_return copy;
}

Task<> doesNothingIn(Door door, bool *done)
{
    auto work = [] {};
    co_await runIn(door, std::move(work));
    *done = true;
}

} // namespace

class TestOffload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(Counted::alive(), 0); }

    void thePoolComputesForTasks()
    {
        QThreadPool pool;
        pool.setMaxThreadCount(4);
        TaskGroup group;
        std::vector<QFuture<int>> results;
        for (int i = 0; i < 200; ++i)
            results.push_back(group.start(computesOnPool(&pool, i)));
        QVERIFY(waitFor([&] { return group.isEmpty(); }));
        for (int i = 0; i < 200; ++i)
            QCOMPARE(results[size_t(i)].result(), i + 2);
    }

    void whatIsThrownOnThePoolReachesTheTask()
    {
        QThreadPool pool;
        TaskGroup group;
        const QFuture<QByteArray> caught = group.start(failsOnPool(&pool));
        QVERIFY(waitFor(caught));
        QCOMPARE(caught.result(), QByteArray("boom"));
    }

    void aTaskThatDiesDropsWhatThePoolComputes()
    {
        Log log;
        QThreadPool pool;
        std::binary_semaphore begun(0);
        std::binary_semaphore goOn(0);
        {
            TaskGroup group;
            group.spawn(waitsOnPool(&pool, &begun, &goOn, &log));
            settle();
            begun.acquire();
        }
        QCOMPARE(Counted::alive(), 0);
        goOn.release();
        QVERIFY(pool.waitForDone(int(longWait.count())));
        settle();
        QCOMPARE(log.take(), QByteArray());
    }

    void anotherThreadWorksForTasksInTheirOrder()
    {
        SerialThread thread(QStringLiteral("worker"));
        std::vector<int> list;
        TaskGroup group;
        const QFuture<std::vector<int>> copy = group.start(appendsIn(thread.door(), &list, 500));
        QVERIFY(turnUntilFinished(copy));
        QCOMPARE(copy.result().size(), size_t(500));
    }

    void workOfNothingEnds()
    {
        SerialThread thread(QStringLiteral("worker"));
        bool done = false;
        TaskGroup group;
        group.spawn(doesNothingIn(thread.door(), &done));
        QVERIFY(waitFor([&] { return done; }));
    }

    void everyThreadHasTasksOfItsOwn()
    {
        int sum = 0;
        std::binary_semaphore ended(0);
        std::unique_ptr<TaskGroup> group;
        QThreadPool pool;
        SerialThread crawl(QStringLiteral("crawl"));
        crawl.door().post([&] {
            group = std::make_unique<TaskGroup>();
            group->start(computesOnPool(&pool, 1)).then([&](int result) {
                sum = result;
                ended.release();
            });
        });
        QVERIFY(ended.try_acquire_for(longWait));
        QCOMPARE(sum, 3);
        crawl.door().post([&] { group.reset(); });
    }
};

QTEST_GUILESS_MAIN(TestOffload)
#include "tst_offload.moc"
