// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/pipeliner.h"

#include "core/task/parallel.h"
#include "core/task/taskgroup.h"
#include "tests/task/probes.h"

#include <QTest>

#include <memory>
#include <optional>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

using Item = Scheduled<QByteArray>;

Task<> requests(Pipeliner *pipeliner, Stage *stage, QByteArray name)
{
    const Epitaph epitaph(&stage->log, "requester gone");
    try {
        const QByteArray result = co_await pipeliner->schedule(perform(stage, name));
        stage->log.add("got " + result);
    } catch (const TaskCancelled &) {
        stage->log.add("told so");
    }
}

Task<> awaits(Item *item, Log *log)
{
    try {
        const QByteArray result = co_await *item;
        log->add("got " + result);
    } catch (const TaskCancelled &) {
        log->add("told so");
    }
}

Task<> inParallel(Stage *stage)
{
    std::vector<Task<QByteArray>> both;
    both.push_back(perform(stage, "A"));
    both.push_back(perform(stage, "B"));
    co_await runInParallel(std::move(both));
}

Task<> cancelsItself(std::optional<Scheduled<void>> *self, Stage *stage)
{
    const Epitaph epitaph(&stage->log, "gone");
    self->reset();
    stage->log.add("cancelled itself");
    co_await perform(stage, "A");
    stage->log.add("unreachable");
}

} // namespace

class TestPipelinerCancel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(Counted::alive(), 0); }

    void aWaitingItemIsFreedAtOnceAndNeverRuns()
    {
        Stage stage;
        Pipeliner pipeliner(1);
        pipeliner.start();
        const Item first = pipeliner.schedule(perform(&stage, "A"));
        std::optional<Item> second = pipeliner.schedule(perform(&stage, "B"));
        const Item third = pipeliner.schedule(perform(&stage, "C"));
        settle();
        QCOMPARE(pipeliner.waitingCount(), 2);
        second.reset();
        QCOMPARE(pipeliner.waitingCount(), 1);
        stage.call("A");
        settle();
        QCOMPARE(stage.log.take(), QByteArray("A starts, A ends, C starts"));
    }

    void aRunningItemIsFreedSoonAndTheNextBegins()
    {
        Stage stage;
        Pipeliner pipeliner(1);
        pipeliner.start();
        std::optional<Item> first = pipeliner.schedule(perform(&stage, "A"));
        const Item second = pipeliner.schedule(perform(&stage, "B"));
        settle();
        first.reset();
        QCOMPARE(stage.running, 1);
        settle();
        QCOMPARE(stage.running, 1);
        stage.call("A");
        settle();
        QCOMPARE(stage.log.take(), QByteArray("A starts, B starts"));
        QCOMPARE(pipeliner.busyCount(), 1);
        QCOMPARE(stage.mostRunning, 1);
    }

    void anItemThatFinishedFirstKeepsItsResult()
    {
        Stage stage;
        Pipeliner pipeliner(1);
        pipeliner.start();
        Item finished = pipeliner.schedule(perform(&stage, "A"));
        stage.call("A");
        settle();
        finished.cancel();
        QCOMPARE(std::move(finished).future().result(), QByteArray("a"));
        Item finishing = pipeliner.schedule(perform(&stage, "B"));
        settle();
        // It will be resumed before the cancellation's turn comes.
        stage.call("B");
        finishing.cancel();
        settle();
        QCOMPARE(std::move(finishing).future().result(), QByteArray("b"));
        QCOMPARE(pipeliner.busyCount(), 0);
    }

    void whoeverAwaitsAnItemThatAnotherCancelsIsTold_data()
    {
        QTest::addColumn<bool>("running");
        QTest::newRow("waiting") << false;
        QTest::newRow("running") << true;
    }
    void whoeverAwaitsAnItemThatAnotherCancelsIsTold()
    {
        QFETCH(bool, running);
        Stage stage;
        Pipeliner pipeliner(running ? 1 : 0);
        pipeliner.start();
        Item item = pipeliner.schedule(perform(&stage, "A"));
        TaskGroup group;
        group.spawn(awaits(&item, &stage.log));
        settle();
        stage.log.take();
        item.cancel();
        item.cancel();
        QCOMPARE(stage.log.take(), QByteArray());
        settle();
        QCOMPARE(stage.log.take(), QByteArray("told so"));
        QVERIFY(item.isFinished());
        const QFuture<QByteArray> late = std::move(item).future();
        QVERIFY(late.isFinished() && late.isCanceled());
    }

    void destroyingTheRequestersFrameCancelsItsItem_data()
    {
        QTest::addColumn<int>("workers");
        QTest::newRow("waiting") << 0;
        QTest::newRow("running") << 1;
    }
    void destroyingTheRequestersFrameCancelsItsItem()
    {
        QFETCH(int, workers);
        Stage stage;
        Pipeliner pipeliner(workers);
        pipeliner.start();
        TaskGroup group;
        group.spawn(requests(&pipeliner, &stage, "A"));
        settle();
        QCOMPARE(stage.running, workers);
        QCOMPARE(pipeliner.waitingCount(), 1 - workers);
        group.cancelAll();
        QCOMPARE(pipeliner.waitingCount(), 0);
        settle();
        QCOMPARE(stage.running, 0);
        QCOMPARE(pipeliner.busyCount(), 0);
        QCOMPARE(stage.log.take(), QByteArray(workers ? "A starts, " : "") + "requester gone");
    }

    void aFutureDetachesItsItem()
    {
        Stage stage;
        Pipeliner pipeliner(1);
        pipeliner.start();
        {
            const QFuture<QByteArray> dropped = pipeliner.schedule(perform(&stage, "A")).future();
        }
        stage.call("A");
        settle();
        QCOMPARE(stage.log.take(), QByteArray("A starts, A ends"));
    }

    void anItemMayCancelItself()
    {
        Stage stage;
        Pipeliner pipeliner(1);
        pipeliner.start();
        std::optional<Scheduled<void>> self;
        self = pipeliner.schedule(cancelsItself(&self, &stage));
        const Item next = pipeliner.schedule(perform(&stage, "B"));
        settle();
        QCOMPARE(stage.log.take(), QByteArray("cancelled itself, A starts, gone, B starts"));
    }

    void cancellingAnItemCancelsWhatItRunsInParallel()
    {
        Stage stage;
        Pipeliner pipeliner(1);
        pipeliner.start();
        Scheduled<void> item = pipeliner.schedule(inParallel(&stage));
        settle();
        QCOMPARE(stage.running, 2);
        item.cancel();
        settle();
        QCOMPARE(stage.running, 0);
    }
};

QTEST_GUILESS_MAIN(TestPipelinerCancel)
#include "tst_pipelinercancel.moc"
