// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/pipeliner.h"

#include "core/task/parallel.h"
#include "core/task/taskgroup.h"
#include "tests/task/probes.h"

#include <QTest>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

Task<> requests(Pipeliner *pipeliner, Stage *stage, QByteArray name)
{
    const QByteArray result = co_await pipeliner->schedule(perform(stage, name));
    stage->log.add("got " + result);
}

Task<> leavesALast(Log *log)
{
    const Epitaph epitaph(log, "the item's frame is gone");
    log->add("the item ends");
    co_return;
}

Task<> asksFor(Pipeliner *pipeliner, Log *log)
{
    co_await pipeliner->schedule(leavesALast(log));
    log->add("the requester goes on");
}

Task<QByteArray> inParallel(Stage *stage)
{
    std::vector<Task<QByteArray>> both;
    both.push_back(perform(stage, "A"));
    both.push_back(perform(stage, "B"));
    const std::vector<QByteArray> results = co_await runInParallel(std::move(both));
    co_return results[0] + results[1];
}

Task<> schedulesAnother(Pipeliner *pipeliner, Stage *stage)
{
    QFuture<QByteArray> another = pipeliner->schedule(perform(stage, "A")).future();
    stage->log.add(another.isFinished() ? "ran inside" : "scheduled");
    co_return;
}

} // namespace

class TestPipeliner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(Counted::alive(), 0); }

    void itemsAreLazy()
    {
        Stage stage;
        Pipeliner pipeliner(2);
        const QFuture<QByteArray> result = pipeliner.schedule(perform(&stage, "A")).future();
        settle();
        QCOMPARE(stage.log.take(), QByteArray());
        QCOMPARE(pipeliner.waitingCount(), 1);
        QVERIFY(pipeliner.workers().empty());
        pipeliner.start();
        QCOMPARE(stage.log.take(), QByteArray());
        settle();
        QCOMPARE(stage.log.take(), QByteArray("A starts"));
        QCOMPARE(pipeliner.waitingCount(), 0);
        QCOMPARE(pipeliner.busyCount(), 1);
    }

    void anItemNeverBeginsInsideSchedule()
    {
        Stage stage;
        Pipeliner pipeliner(1);
        pipeliner.start();
        settle();
        auto scheduled = pipeliner.schedule(perform(&stage, "A"));
        QCOMPARE(stage.log.take(), QByteArray());
        settle();
        QCOMPARE(stage.log.take(), QByteArray("A starts"));
        QVERIFY(!scheduled.isFinished());
    }

    void startingTwiceIsStartingOnce()
    {
        Pipeliner pipeliner(3);
        pipeliner.start();
        pipeliner.start();
        settle();
        QCOMPARE(pipeliner.workers().size(), size_t(3));
    }

    void asManyRunAsThereAreWorkersAndNeverMore_data()
    {
        QTest::addColumn<int>("workers");
        for (const int workers : {1, 2, 6, 20, 64})
            QTest::addRow("%d workers", workers) << workers;
    }
    void asManyRunAsThereAreWorkersAndNeverMore()
    {
        QFETCH(int, workers);
        const int items = 20;
        Stage stage;
        Pipeliner pipeliner(workers);
        pipeliner.start();
        std::vector<QFuture<QByteArray>> futures;
        for (int i = 0; i < items; ++i)
            futures.push_back(pipeliner.schedule(perform(&stage, QByteArray::number(i))).future());
        for (int ended = 0; ended < items; ++ended) {
            settle();
            QCOMPARE(stage.running, std::min(workers, items - ended));
            QCOMPARE(pipeliner.busyCount(), stage.running);
            QCOMPARE(pipeliner.waitingCount(), std::max(0, items - ended - workers));
            stage.call(QByteArray::number(ended));
        }
        settle();
        QCOMPARE(stage.mostRunning, std::min(workers, items));
        for (int i = 0; i < items; ++i)
            QCOMPARE(futures[size_t(i)].result(), QByteArray::number(i));
    }

    void itemsBeginInTheOrderInWhichTheyWereScheduled()
    {
        Stage stage;
        Pipeliner pipeliner(1);
        pipeliner.start();
        TaskGroup group;
        for (const char *name : {"A", "B", "C"}) {
            stage.call(name);
            group.spawn(requests(&pipeliner, &stage, name));
        }
        settle();
        QCOMPARE(stage.log.take(),
            QByteArray("A starts, A ends, got a, B starts, B ends, got b, "
                       "C starts, C ends, got c"));
    }

    void itemsEndInAnyOrder()
    {
        Stage stage;
        Pipeliner pipeliner(3);
        pipeliner.start();
        TaskGroup group;
        for (const char *name : {"A", "B", "C", "D"})
            group.spawn(requests(&pipeliner, &stage, name));
        for (const char *name : {"C", "A", "D", "B"}) {
            settle();
            stage.call(name);
        }
        settle();
        QCOMPARE(stage.log.take(),
            QByteArray("A starts, B starts, C starts, C ends, got c, D starts, A ends, got a, "
                       "D ends, got d, B ends, got b"));
    }

    void theRequesterIsNeverResumedInsideTheItem()
    {
        Log log;
        Pipeliner pipeliner(1);
        pipeliner.start();
        TaskGroup group;
        group.spawn(asksFor(&pipeliner, &log));
        settle();
        QCOMPARE(log.take(),
            QByteArray("the item ends, the item's frame is gone, the requester goes on"));
    }

    void anItemIsNeverResumedInsideTheOneThatWakesIt()
    {
        Stage stage;
        Pipeliner pipeliner(1);
        pipeliner.start();
        auto scheduled = pipeliner.schedule(perform(&stage, "A"));
        settle();
        stage.log.add("calling");
        stage.call("A");
        stage.log.add("called");
        settle();
        QCOMPARE(stage.log.take(), QByteArray("A starts, calling, called, A ends"));
        QVERIFY(scheduled.isFinished());
    }

    void anItemMayRunInParallelInsideItsOneSlot()
    {
        Stage stage;
        Pipeliner pipeliner(1);
        pipeliner.start();
        const QFuture<QByteArray> result = pipeliner.schedule(inParallel(&stage)).future();
        settle();
        QCOMPARE(stage.running, 2);
        QCOMPARE(pipeliner.busyCount(), 1);
        stage.call("A");
        stage.call("B");
        settle();
        QCOMPARE(result.result(), QByteArray("ab"));
    }

    void anItemMayScheduleAnotherWithoutAwaitingIt()
    {
        Stage stage;
        Pipeliner pipeliner(1);
        pipeliner.start();
        const auto scheduled = pipeliner.schedule(schedulesAnother(&pipeliner, &stage));
        settle();
        QCOMPARE(stage.log.take(), QByteArray("scheduled, A starts"));
    }
};

QTEST_GUILESS_MAIN(TestPipeliner)
#include "tst_pipeliner.moc"
