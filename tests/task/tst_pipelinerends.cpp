// SPDX-License-Identifier: GPL-3.0-or-later
// Pipeliners that are destroyed, also by those whom they run.
#include "core/task/pipeliner.h"
#include "core/task/taskgroup.h"
#include "tests/task/probes.h"

#include <QTest>

#include <memory>
#include <optional>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

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

/// What owns a pipeliner, and whose item owns it.
struct Owner {
    Counted counted;
    Wakeup bell;
    Pipeliner pipeliner{1};
};

Task<> keepsItsOwner(std::shared_ptr<Owner> owner)
{
    co_await owner->bell;
}

/// What owns an item that owns it.
struct Knot {
    Counted counted;
    std::optional<Scheduled<void>> item;
};

Task<> keepsItsKnot(std::shared_ptr<Knot>, Wakeup *bell)
{
    co_await *bell;
}

} // namespace

class TestPipelinerEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(Counted::alive(), 0); }

    void destroyingThePipelinerFreesEverythingAndResumesNothing()
    {
        Stage stage;
        std::optional<Pipeliner> pipeliner(std::in_place, 2);
        pipeliner->start();
        TaskGroup group;
        group.spawn(requests(&*pipeliner, &stage, "A"));
        settle();
        QFuture<QByteArray> running = pipeliner->schedule(perform(&stage, "B")).future();
        settle();
        QFuture<QByteArray> waiting = pipeliner->schedule(perform(&stage, "C")).future();
        // By the time that continuations run every frame has to be gone.
        const auto note = [&](const char *name) {
            return [&stage, name] {
                stage.log.add(name + QByteArray(" cancelled, ")
                    + QByteArray::number(Counted::alive()) + " alive");
            };
        };
        running.then([](const QByteArray &) {}).onCanceled(note("B"));
        waiting.then([](const QByteArray &) {}).onCanceled(note("C"));
        stage.call("A");
        stage.call("B");
        pipeliner.reset();
        QCOMPARE(stage.log.take(),
            QByteArray("A starts, B starts, B cancelled, 0 alive, C cancelled, 0 alive"));
        settle();
        QCOMPARE(stage.log.take(), QByteArray("told so, requester gone"));
        QVERIFY(group.isEmpty());
    }

    void destroyingThePipelinerBeforeItStartedCancelsWhatWaits()
    {
        Stage stage;
        std::optional<Pipeliner> pipeliner(std::in_place, 2);
        const QFuture<QByteArray> waiting = pipeliner->schedule(perform(&stage, "A")).future();
        Scheduled<QByteArray> held = pipeliner->schedule(perform(&stage, "B"));
        pipeliner.reset();
        QVERIFY(waiting.isCanceled());
        QVERIFY(held.isFinished());
        held.cancel();
        settle();
        QCOMPARE(stage.log.take(), QByteArray());
    }

    void aContinuationMayDestroyThePipeliner()
    {
        Stage stage;
        std::optional<Pipeliner> pipeliner(std::in_place, 1);
        pipeliner->start();
        QFuture<QByteArray> first = pipeliner->schedule(perform(&stage, "A")).future();
        const QFuture<QByteArray> second = pipeliner->schedule(perform(&stage, "B")).future();
        first.then([&](const QByteArray &) { pipeliner.reset(); });
        stage.call("A");
        settle();
        QVERIFY(!pipeliner);
        QVERIFY(second.isCanceled());
        QCOMPARE(stage.log.take(), QByteArray("A starts, A ends"));
    }

    void anItemMayOwnTheOwnerOfThePipeliner_data()
    {
        QTest::addColumn<QString>("end");
        for (const char *end : {"finishes", "is cancelled running", "is cancelled waiting"})
            QTest::newRow(end) << QString::fromLatin1(end);
    }
    void anItemMayOwnTheOwnerOfThePipeliner()
    {
        QFETCH(QString, end);
        auto owner = std::make_shared<Owner>();
        if (!end.endsWith(u"waiting"))
            owner->pipeliner.start();
        Scheduled<void> item = owner->pipeliner.schedule(keepsItsOwner(owner));
        settle();
        if (end == u"finishes")
            owner->bell.ring();
        owner.reset();
        QCOMPARE(Counted::alive(), 1);
        if (end != u"finishes")
            item.cancel();
        settle();
        QCOMPARE(Counted::alive(), 0);
    }

    void anItemMayOwnWhatOwnsIt_data()
    {
        QTest::addColumn<bool>("running");
        QTest::newRow("waiting") << false;
        QTest::newRow("running") << true;
    }
    void anItemMayOwnWhatOwnsIt()
    {
        QFETCH(bool, running);
        Wakeup bell;
        Pipeliner pipeliner(running ? 1 : 0);
        pipeliner.start();
        auto knot = std::make_shared<Knot>();
        knot->item = pipeliner.schedule(keepsItsKnot(knot, &bell));
        settle();
        QCOMPARE(pipeliner.busyCount(), running ? 1 : 0);
        Scheduled<void> &item = *knot->item;
        knot.reset();
        item.cancel();
        settle();
        QCOMPARE(Counted::alive(), 0);
    }
};

QTEST_GUILESS_MAIN(TestPipelinerEnds)
#include "tst_pipelinerends.moc"
