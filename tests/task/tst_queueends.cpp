// SPDX-License-Identifier: GPL-3.0-or-later
// Queues that are closed or destroyed, and waiters that are.
#include "core/task/queue.h"
#include "core/task/taskgroup.h"
#include "tests/task/probes.h"

#include <QTest>

#include <optional>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

using Numbers = Queue<int>;

Task<> getsOne(Numbers *queue, Log *log, QByteArray name)
{
    const Counted counted;
    const std::optional<int> item = co_await queue->get();
    log->add(name + " got " + (item ? QByteArray::number(*item) : QByteArray("nothing")));
}

Task<> getsAll(Numbers *queue, Log *log)
{
    for (;;) {
        const std::optional<int> item = co_await queue->get();
        if (!item)
            break;
        log->add(QByteArray::number(*item));
    }
    log->add("end");
}

Task<> puts(Numbers *queue, Log *log, int item)
{
    const Counted counted;
    const bool accepted = co_await queue->put(item);
    log->add("put " + QByteArray::number(item) + (accepted ? "" : " refused"));
}

} // namespace

class TestQueueEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(Counted::alive(), 0); }

    void closingLetsWhatIsInsideBeGotAndRefusesTheRest()
    {
        Log log;
        Numbers queue(2);
        TaskGroup group;
        for (int i = 1; i <= 3; ++i)
            group.spawn(puts(&queue, &log, i));
        settle();
        queue.close();
        queue.close();
        QVERIFY(queue.isClosed());
        settle();
        QCOMPARE(log.take(), QByteArray("put 1, put 2, put 3 refused"));
        QVERIFY(!queue.tryPut(4));
        group.spawn(puts(&queue, &log, 5));
        group.spawn(getsAll(&queue, &log));
        settle();
        QCOMPARE(log.take(), QByteArray("put 5 refused, 1, 2, end"));
    }

    void closingEndsWhoeverWaitsForAnItem()
    {
        Log log;
        Numbers queue;
        TaskGroup group;
        group.spawn(getsOne(&queue, &log, "A"));
        group.spawn(getsOne(&queue, &log, "B"));
        settle();
        queue.close();
        QCOMPARE(log.take(), QByteArray());
        settle();
        QCOMPARE(log.take(), QByteArray("A got nothing, B got nothing"));
    }

    void aGetterThatIsDestroyedLeavesTheLine()
    {
        Log log;
        Numbers queue;
        TaskGroup staying;
        {
            TaskGroup leaving;
            leaving.spawn(getsOne(&queue, &log, "A"));
            settle();
            staying.spawn(getsOne(&queue, &log, "B"));
            settle();
        }
        queue.tryPut(1);
        settle();
        QCOMPARE(log.take(), QByteArray("B got 1"));
    }

    void anItemHandedToAGetterThatIsDestroyedGoesToTheNext()
    {
        Log log;
        Numbers queue;
        TaskGroup staying;
        {
            TaskGroup leaving;
            leaving.spawn(getsOne(&queue, &log, "A"));
            settle();
            staying.spawn(getsOne(&queue, &log, "B"));
            settle();
            queue.tryPut(1);
        }
        queue.tryPut(2);
        settle();
        QCOMPARE(log.take(), QByteArray("B got 1"));
        staying.spawn(getsOne(&queue, &log, "C"));
        settle();
        QCOMPARE(log.take(), QByteArray("C got 2"));
    }

    void anItemGivenBackAfterClosingGoesToWhoeverStillWaits()
    {
        Log log;
        Numbers queue;
        TaskGroup staying;
        {
            TaskGroup leaving;
            leaving.spawn(getsOne(&queue, &log, "A"));
            settle();
            staying.spawn(getsOne(&queue, &log, "B"));
            staying.spawn(getsOne(&queue, &log, "C"));
            settle();
            queue.tryPut(1);
            queue.close();
        }
        settle();
        QCOMPARE(log.take(), QByteArray("B got 1, C got nothing"));
        QCOMPARE(queue.size(), size_t(0));
    }

    void aPutterThatIsDestroyedTakesItsItemAlong()
    {
        Log log;
        Numbers queue(1);
        queue.tryPut(1);
        TaskGroup staying;
        {
            TaskGroup leaving;
            leaving.spawn(puts(&queue, &log, 2));
            settle();
            staying.spawn(puts(&queue, &log, 3));
            settle();
        }
        staying.spawn(getsAll(&queue, &log));
        settle();
        QCOMPARE(log.take(), QByteArray("1, 3, put 3"));
    }

    void destroyingTheQueueIsClosingIt_data()
    {
        QTest::addColumn<bool>("framesDieBeforeTheyAreResumed");
        QTest::newRow("the frames go on") << false;
        QTest::newRow("the frames die, too") << true;
    }
    void destroyingTheQueueIsClosingIt()
    {
        QFETCH(bool, framesDieBeforeTheyAreResumed);
        Log log;
        TaskGroup group;
        {
            Numbers full(1);
            Numbers empty;
            full.tryPut(0);
            group.spawn(getsOne(&empty, &log, "handed"));
            group.spawn(getsOne(&empty, &log, "waiting"));
            group.spawn(puts(&full, &log, 1));
            group.spawn(puts(&full, &log, 2));
            group.spawn(getsOne(&full, &log, "other"));
            settle();
            QCOMPARE(log.take(), QByteArray("other got 0, put 1"));
            empty.tryPut(5);
        }
        if (framesDieBeforeTheyAreResumed)
            group.cancelAll();
        settle();
        const auto expected = "waiting got nothing, put 2 refused";
        QCOMPARE(log.take(),
            framesDieBeforeTheyAreResumed ? QByteArray() : QByteArray("handed got 5, ") + expected);
    }
};

QTEST_GUILESS_MAIN(TestQueueEnds)
#include "tst_queueends.moc"
