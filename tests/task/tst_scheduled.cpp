// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/pipeliner.h"
#include "core/task/taskgroup.h"
#include "tests/task/probes.h"

#include <QTest>

#include <memory>
#include <stdexcept>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

Task<int> fails()
{
    throw std::runtime_error("boom");
    co_return 0;
}

Task<std::unique_ptr<int>> moveOnly()
{
    co_return std::make_unique<int>(5);
}

Task<> nothing(Stage *stage, QByteArray name)
{
    co_await perform(stage, name);
}

Task<> requests(Pipeliner *pipeliner, Stage *stage, QByteArray name)
{
    const QByteArray result = co_await pipeliner->schedule(perform(stage, name));
    stage->log.add("got " + result);
}

Task<> requestsAFailure(Pipeliner *pipeliner, Log *log)
{
    try {
        co_await pipeliner->schedule(fails());
    } catch (const std::runtime_error &error) {
        log->add(error.what());
    }
}

Task<> requestsMoveOnly(Pipeliner *pipeliner, Log *log)
{
    const std::unique_ptr<int> result = co_await pipeliner->schedule(moveOnly());
    log->add(QByteArray::number(*result));
}

} // namespace

class TestScheduled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(Counted::alive(), 0); }

    void theRequesterGetsTheResult()
    {
        Stage stage;
        Pipeliner pipeliner(1);
        pipeliner.start();
        TaskGroup group;
        group.spawn(requests(&pipeliner, &stage, "A"));
        stage.call("A");
        settle();
        QCOMPARE(stage.log.take(), QByteArray("A starts, A ends, got a"));
    }

    void theRequesterGetsTheExceptionAndTheWorkerLivesOn()
    {
        Log log;
        Pipeliner pipeliner(1);
        pipeliner.start();
        TaskGroup group;
        for (int i = 0; i < 3; ++i)
            group.spawn(requestsAFailure(&pipeliner, &log));
        group.spawn(requestsMoveOnly(&pipeliner, &log));
        settle();
        QCOMPARE(log.take(), QByteArray("boom, boom, boom, 5"));
        QCOMPARE(pipeliner.workers().size(), size_t(1));
        QCOMPARE(pipeliner.busyCount(), 0);
    }

    void theFutureGetsTheResultOrTheException()
    {
        Pipeliner pipeliner(1);
        pipeliner.start();
        QFuture<int> failed = pipeliner.schedule(fails()).future();
        QFuture<std::unique_ptr<int>> worked = pipeliner.schedule(moveOnly()).future();
        settle();
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, failed.waitForFinished());
        QCOMPARE(*worked.takeResult(), 5);
    }

    void theFutureMayBeAskedForAfterTheEnd()
    {
        Pipeliner pipeliner(1);
        pipeliner.start();
        auto failed = pipeliner.schedule(fails());
        auto worked = pipeliner.schedule(moveOnly());
        settle();
        QVERIFY(failed.isFinished() && worked.isFinished());
        QFuture<int> failure = std::move(failed).future();
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, failure.waitForFinished());
        QCOMPARE(*std::move(worked).future().takeResult(), 5);
    }

    void anItemOfNothingEnds()
    {
        Stage stage;
        Pipeliner pipeliner(1);
        pipeliner.start();
        const QFuture<void> end = pipeliner.schedule(nothing(&stage, "A")).future();
        settle();
        QVERIFY(!end.isFinished());
        stage.call("A");
        settle();
        QVERIFY(end.isFinished() && !end.isCanceled());
    }
};

QTEST_GUILESS_MAIN(TestScheduled)
#include "tst_scheduled.moc"
