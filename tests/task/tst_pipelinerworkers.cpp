// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/pipeliner.h"

#include "tests/task/probes.h"

#include <QTest>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

Task<int> tellsItsWorker(Stage *stage, QByteArray name)
{
    co_await perform(stage, name);
    const int worker = co_await currentWorker();
    co_return worker;
}

/// The workers as "1 2b 4bl": their numbers, b for busy, l for leaving.
QByteArray describe(const Pipeliner &pipeliner)
{
    QByteArrayList workers;
    for (const Pipeliner::WorkerState &worker : pipeliner.workers())
        workers.append(QByteArray::number(worker.number) + (worker.busy ? "b" : "")
            + (worker.leaving ? "l" : ""));
    return workers.join(' ');
}

} // namespace

class TestPipelinerWorkers : public QObject
{
    Q_OBJECT

    Stage *m_stage = nullptr;
    Pipeliner *m_pipeliner = nullptr;
    std::vector<QFuture<int>> m_workers; ///< who did item 0, 1, ...
    size_t m_called = 0;

    void schedule(int count)
    {
        for (; count > 0; --count) {
            const QByteArray name = QByteArray::number(m_workers.size());
            m_workers.push_back(m_pipeliner->schedule(tellsItsWorker(m_stage, name)).future());
        }
        settle();
    }
    /// Ends the item that has run longest.
    void endOldest()
    {
        m_stage->call(QByteArray::number(m_called++));
        settle();
    }
    void setWorkerCount(int count)
    {
        m_pipeliner->setWorkerCount(count);
        QCOMPARE(m_pipeliner->workerCount(), count);
        settle();
    }

private Q_SLOTS:
    void init()
    {
        m_stage = new Stage;
        m_pipeliner = new Pipeliner(2);
        m_workers.clear();
        m_called = 0;
    }
    void cleanup()
    {
        delete m_pipeliner;
        QCOMPARE(m_stage->running, 0);
        delete m_stage;
        QCOMPARE(Counted::alive(), 0);
    }

    void beforeTheStartThereIsOnlyAWish()
    {
        setWorkerCount(5);
        QCOMPARE(describe(*m_pipeliner), QByteArray());
        m_pipeliner->start();
        QCOMPARE(describe(*m_pipeliner), QByteArray("1 2 3 4 5"));
    }

    void moreWorkersBeginAtOnce()
    {
        m_pipeliner->start();
        schedule(5);
        QCOMPARE(m_stage->running, 2);
        setWorkerCount(4);
        QCOMPARE(m_stage->running, 4);
        QCOMPARE(describe(*m_pipeliner), QByteArray("1b 2b 3b 4b"));
        setWorkerCount(6);
        QCOMPARE(describe(*m_pipeliner), QByteArray("1b 2b 3b 4b 5b 6"));
        QCOMPARE(m_stage->mostRunning, 5);
    }

    void idleWorkersGoNowAndBeforeBusyOnes()
    {
        setWorkerCount(4);
        m_pipeliner->start();
        schedule(4);
        endOldest();
        endOldest();
        QCOMPARE(describe(*m_pipeliner), QByteArray("1 2 3b 4b"));
        setWorkerCount(2);
        QCOMPARE(describe(*m_pipeliner), QByteArray("3b 4b"));
    }

    void busyWorkersGoAfterTheirItem()
    {
        setWorkerCount(3);
        m_pipeliner->start();
        schedule(5);
        setWorkerCount(1);
        QCOMPARE(describe(*m_pipeliner), QByteArray("1b 2bl 3bl"));
        QCOMPARE(m_stage->running, 3);
        m_stage->call("1");
        settle();
        QCOMPARE(m_workers[1].result(), 2);
        QCOMPARE(describe(*m_pipeliner), QByteArray("1b 3bl"));
        m_stage->call("2");
        settle();
        QCOMPARE(m_stage->running, 1);
        m_stage->call("0");
        settle();
        QCOMPARE(describe(*m_pipeliner), QByteArray("1b"));
        QCOMPARE(m_pipeliner->waitingCount(), 1);
        m_stage->call("3");
        m_stage->call("4");
        settle();
        QCOMPARE(m_workers[4].result(), 1);
    }

    void eightThenTwoThenFive()
    {
        setWorkerCount(8);
        m_pipeliner->start();
        schedule(40);
        QCOMPARE(m_stage->running, 8);
        setWorkerCount(2);
        QCOMPARE(m_stage->running, 8);
        for (int running = 7; running >= 3; --running) {
            // The youngest: workers leave from the highest number on.
            m_stage->call(QByteArray::number(running));
            settle();
            QCOMPARE(m_stage->running, running);
        }
        QCOMPARE(describe(*m_pipeliner), QByteArray("1b 2b 3bl"));
        setWorkerCount(5);
        QCOMPARE(describe(*m_pipeliner), QByteArray("1b 2b 3b 4b 5b"));
        QCOMPARE(m_stage->running, 5);
        for (int item = 0; item < 40; ++item) {
            m_stage->call(QByteArray::number(item));
            settle();
            QVERIFY(m_stage->running <= 5);
        }
        for (const QFuture<int> &worker : m_workers)
            QVERIFY(worker.isFinished() && worker.resultCount() == 1);
        QCOMPARE(m_stage->mostRunning, 8);
        QCOMPARE(describe(*m_pipeliner), QByteArray("1 2 3 4 5"));
    }

    void withoutWorkersItemsWait()
    {
        m_pipeliner->start();
        setWorkerCount(0);
        schedule(3);
        QCOMPARE(describe(*m_pipeliner), QByteArray());
        QCOMPARE(m_stage->running, 0);
        QCOMPARE(m_pipeliner->waitingCount(), 3);
        setWorkerCount(2);
        QCOMPARE(m_stage->running, 2);
    }

    void numbersStayAndTheLowestFreeOneIsReused()
    {
        setWorkerCount(4);
        m_pipeliner->start();
        schedule(4);
        endOldest();
        m_stage->call("2");
        settle();
        setWorkerCount(2);
        QCOMPARE(describe(*m_pipeliner), QByteArray("2b 4b"));
        setWorkerCount(5);
        QCOMPARE(describe(*m_pipeliner), QByteArray("1 2b 3 4b 5"));
        m_stage->call("1");
        m_stage->call("3");
        settle();
        QCOMPARE(m_workers[1].result(), 2);
        QCOMPARE(m_workers[3].result(), 4);
    }

    void aWorkerThatWasToldToGoMayStay()
    {
        m_pipeliner->start();
        schedule(4);
        setWorkerCount(0);
        QCOMPARE(describe(*m_pipeliner), QByteArray("1bl 2bl"));
        setWorkerCount(2);
        QCOMPARE(describe(*m_pipeliner), QByteArray("1b 2b"));
        endOldest();
        QCOMPARE(m_stage->running, 2);
        // An idle one, too, as long as it has not gone yet.
        for (int i = 0; i < 3; ++i)
            endOldest();
        m_pipeliner->setWorkerCount(0);
        m_pipeliner->setWorkerCount(2);
        schedule(2);
        QCOMPARE(describe(*m_pipeliner), QByteArray("1b 2b"));
    }

    void aWorkerThatNeverBeganCanGo()
    {
        m_pipeliner->start();
        m_pipeliner->setWorkerCount(1);
        schedule(2);
        QCOMPARE(describe(*m_pipeliner), QByteArray("1b"));
        QCOMPARE(m_stage->running, 1);
    }

    void theItemOfAWorkerThatMustGoIsTakenByAnother()
    {
        m_pipeliner->start();
        schedule(2);
        // Worker 2 becomes idle first, so it is the one that is woken, and then dismissed.
        m_stage->call("1");
        settle();
        m_stage->call("0");
        settle();
        m_workers.push_back(m_pipeliner->schedule(tellsItsWorker(m_stage, "2")).future());
        m_pipeliner->setWorkerCount(1);
        settle();
        QCOMPARE(describe(*m_pipeliner), QByteArray("1b"));
        m_stage->call("2");
        settle();
        QCOMPARE(m_workers[2].result(), 1);
    }

    void everyChangeOfThirtyKeepsToTheCount()
    {
        m_pipeliner->start();
        schedule(400);
        int wish = 2;
        for (int change = 0; change < 30; ++change) {
            const int most = std::max(m_stage->running, wish);
            wish = (change * 7) % 11;
            m_pipeliner->setWorkerCount(wish);
            for (int i = 0; i < 12; ++i) {
                endOldest();
                QVERIFY(m_stage->running <= std::max(most, wish));
            }
            QCOMPARE(m_stage->running, wish);
            QCOMPARE(m_pipeliner->workers().size(), size_t(wish));
        }
    }
};

QTEST_GUILESS_MAIN(TestPipelinerWorkers)
#include "tst_pipelinerworkers.moc"
