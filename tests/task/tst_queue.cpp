// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/queue.h"

#include "core/task/taskgroup.h"
#include "tests/task/probes.h"

#include <QTest>

#include <memory>
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

Task<> putsMany(Numbers *queue, int count)
{
    for (int i = 0; i < count; ++i)
        co_await queue->put(i);
    queue->close();
}

Task<long> sumsUp(Numbers *queue, int *most)
{
    long sum = 0;
    for (;;) {
        *most = std::max(*most, int(queue->size()));
        const std::optional<int> item = co_await queue->get();
        if (!item)
            break;
        sum += *item;
    }
    co_return sum;
}

Task<> passesOn(Queue<std::unique_ptr<int>> *from, Queue<std::unique_ptr<int>> *to)
{
    std::optional<std::unique_ptr<int>> item = co_await from->get();
    co_await to->put(std::move(*item));
}

} // namespace

class TestQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(Counted::alive(), 0); }

    void itemsComeInTheirOrder()
    {
        Log log;
        Numbers queue;
        TaskGroup group;
        QVERIFY(queue.tryPut(1));
        QVERIFY(queue.tryPut(2));
        group.spawn(getsAll(&queue, &log));
        settle();
        QVERIFY(queue.tryPut(3));
        QVERIFY(queue.tryPut(4));
        settle();
        queue.close();
        settle();
        QCOMPARE(log.take(), QByteArray("1, 2, 3, 4, end"));
    }

    void gettersAreServedInTheirOrder()
    {
        Log log;
        Numbers queue;
        TaskGroup group;
        for (const char *name : {"A", "B", "C"})
            group.spawn(getsOne(&queue, &log, name));
        settle();
        for (int i = 1; i <= 3; ++i)
            QVERIFY(queue.tryPut(int(i)));
        settle();
        QCOMPARE(log.take(), QByteArray("A got 1, B got 2, C got 3"));
    }

    void aGetterIsNeverResumedInsideThePut()
    {
        Log log;
        Numbers queue;
        TaskGroup group;
        group.spawn(getsOne(&queue, &log, "A"));
        settle();
        log.add("before");
        queue.tryPut(1);
        log.add("after");
        settle();
        QCOMPARE(log.take(), QByteArray("before, after, A got 1"));
    }

    void aFullQueueMakesPuttersWaitForRoom()
    {
        Log log;
        Numbers queue(2);
        TaskGroup group;
        for (int i = 1; i <= 4; ++i)
            group.spawn(puts(&queue, &log, i));
        settle();
        QCOMPARE(log.take(), QByteArray("put 1, put 2"));
        QCOMPARE(queue.size(), size_t(2));
        group.spawn(getsOne(&queue, &log, "A"));
        settle();
        QCOMPARE(log.take(), QByteArray("A got 1, put 3"));
        group.spawn(getsAll(&queue, &log));
        settle();
        QCOMPARE(log.take(), QByteArray("2, 3, 4, put 4"));
    }

    void tryPutNeverOvertakesAPutterThatWaits()
    {
        Log log;
        Numbers queue(1);
        TaskGroup group;
        QVERIFY(queue.tryPut(1));
        int untouched = 9;
        QVERIFY(!queue.tryPut(std::move(untouched)));
        QCOMPARE(untouched, 9);
        group.spawn(puts(&queue, &log, 2));
        settle();
        group.spawn(getsAll(&queue, &log));
        settle();
        QVERIFY(queue.tryPut(3));
        settle();
        QCOMPARE(log.take(), QByteArray("1, 2, put 2, 3"));
    }

    void aHundredThousandItemsPassThroughThreePlaces()
    {
        Numbers queue(3);
        int most = 0;
        TaskGroup group;
        group.spawn(putsMany(&queue, 100'000));
        const QFuture<long> sum = group.start(sumsUp(&queue, &most));
        QVERIFY(turnUntilFinished(sum));
        QCOMPARE(sum.result(), 4'999'950'000L);
        QCOMPARE(most, 3);
    }

    void movesItemsThatCannotBeCopied()
    {
        Queue<std::unique_ptr<int>> from;
        Queue<std::unique_ptr<int>> to;
        TaskGroup group;
        group.spawn(passesOn(&from, &to));
        settle();
        QVERIFY(from.tryPut(std::make_unique<int>(1)));
        settle();
        QCOMPARE(to.size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
