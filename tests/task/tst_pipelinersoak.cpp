// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/futureawaiter.h"
#include "core/task/parallel.h"
#include "core/task/pipeliner.h"
#include "core/task/queue.h"
#include "core/task/sleep.h"
#include "core/task/taskgroup.h"
#include "tests/task/probes.h"

#include <QRandomGenerator>
#include <QTest>

#include <malloc.h>

#include <memory>
#include <optional>
#include <random>
#include <stdexcept>
#include <variant>

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

struct Sums {
    int begun = 0;
    int ended = 0;
    int thrown = 0;
    int told = 0;
    int running = 0;
    bool tooMany = false;
    bool resumedAfterTheEnd = false;
};

/// The world of one soak; an item asks it what to do.
struct Soak {
    explicit Soak(quint32 seed)
        : random(seed)
    {
    }
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random); }

    std::mt19937 random;
    Sums sums;
    Queue<int> tokens{50};
    std::optional<Pipeliner> pipeliner{std::in_place, 6};
};

class Running
{
public:
    explicit Running(Soak *soak)
        : m_soak(soak)
    {
        ++m_soak->sums.begun;
        if (++m_soak->sums.running > int(m_soak->pipeliner->workers().size()))
            m_soak->sums.tooMany = true;
    }
    ~Running() { --m_soak->sums.running; }
    Q_DISABLE_COPY_MOVE(Running)

private:
    Soak *m_soak;
    Counted m_counted;
};

Task<int> step(Soak *soak)
{
    const Counted counted;
    co_await sleepFor(std::chrono::milliseconds(soak->below(3)));
    co_return 1;
}

Task<int> item(Soak *soak, Counted)
{
    const Running running(soak);
    const int kind = soak->below(8);
    int done = 0;
    if (kind < 3) {
        done = co_await step(soak);
    } else if (kind == 3) {
        std::vector<Task<int>> steps;
        for (int i = 0; i < 3; ++i)
            steps.push_back(step(soak));
        const std::vector<int> results = co_await runInParallel(std::move(steps));
        done = results.front();
    } else if (kind == 4) {
        const bool room = co_await soak->tokens.put(int(kind));
        done = room;
    } else if (kind == 5) {
        const std::optional<int> token = co_await soak->tokens.get();
        done = token.value_or(0);
    } else if (kind == 6) {
        ++soak->sums.thrown;
        throw std::runtime_error("soaked");
    }
    if (!soak->pipeliner)
        soak->sums.resumedAfterTheEnd = true;
    ++soak->sums.ended;
    co_return done;
}

Task<> requester(Soak *soak)
{
    const Counted counted;
    try {
        co_await soak->pipeliner->schedule(item(soak, counted));
    } catch (const std::runtime_error &) {
    } catch (const TaskCancelled &) {
        ++soak->sums.told;
    }
}

/// Who asked for an item, in each of the three ways, and whose end cancels it.
using Request = std::variant<std::monostate, Scheduled<int>, std::unique_ptr<TaskGroup>>;

Request request(Soak &soak)
{
    if (soak.below(2) == 0)
        return soak.pipeliner->schedule(item(&soak, {}));
    auto group = std::make_unique<TaskGroup>();
    group->spawn(requester(&soak));
    return group;
}

Task<int> one()
{
    co_return 1;
}

Task<int> schedulesMany(Pipeliner *pipeliner, StackSpan *span, int times)
{
    int sum = 0;
    for (int i = 0; i < times; ++i) {
        sum += co_await pipeliner->schedule(one());
        span->note();
    }
    co_return sum;
}

} // namespace

class TestPipelinerSoak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(Counted::alive(), 0); }

    void twoThousandItemsCancelledAndDestroyedAtRandom_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : {1u, 2u, 3u, 2008u, QRandomGenerator::global()->generate()})
            QTest::addRow("seed %u", seed) << seed;
    }
    void twoThousandItemsCancelledAndDestroyedAtRandom()
    {
        QFETCH(quint32, seed);
        Soak soak(seed);
        soak.pipeliner->start();
        // Something always happens: a turn of the loop never waits for ever.
        const EventLoopTicker ticker;
        std::vector<Request> requests;
        int cancelled = 0;
        const int items = 2000;
        const int last = 200; ///< these come in one go, so that something is in flight at the end
        while (int(requests.size()) < items - last) {
            for (int burst = soak.below(40); burst >= 0; --burst)
                requests.push_back(request(soak));
            // The others have ended, most likely.
            const int recent = std::min(int(requests.size()), 80);
            for (; cancelled < 667 && cancelled * 2 < int(requests.size()); ++cancelled)
                requests[requests.size() - 1 - size_t(soak.below(recent))] = {};
            if (soak.below(4) == 0)
                soak.pipeliner->setWorkerCount(soak.below(10));
            const int few = soak.below(60);
            for (int turn = 0; turn < 60 && soak.pipeliner->waitingCount() > few; ++turn) {
                if (soak.tokens.size() == 0)
                    soak.tokens.tryPut(1);
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            }
        }
        while (int(requests.size()) < items)
            requests.push_back(request(soak));
        QCOMPARE(cancelled, 667);
        soak.pipeliner->setWorkerCount(6);
        settle();
        qInfo("seed %u: %d begun, %d ended, %d thrown, %d waiting, %d running", seed,
            soak.sums.begun, soak.sums.ended, soak.sums.thrown, soak.pipeliner->waitingCount(),
            soak.pipeliner->busyCount());
        QVERIFY(soak.sums.begun > 500);
        QCOMPARE(soak.pipeliner->busyCount(), soak.sums.running);
        QVERIFY(soak.sums.running > 0);

        const int begun = soak.sums.begun;
        soak.pipeliner.reset();
        QCOMPARE(soak.sums.running, 0);
        settle();
        QCOMPARE(soak.sums.begun, begun);
        QVERIFY(!soak.sums.resumedAfterTheEnd);
        QVERIFY(!soak.sums.tooMany);
        QVERIFY(soak.sums.told > 0);
        QCOMPARE(Counted::alive(), 0);
    }

    void aMillionSchedulesGrowNeitherTheStackNorTheHeap()
    {
        const int warmUp = 1000;
        const int times = isSanitized ? 100'000 : 1'000'000;
        Pipeliner pipeliner(2);
        pipeliner.start();
        TaskGroup group;
        StackSpan span;
        const QFuture<int> first = group.start(schedulesMany(&pipeliner, &span, warmUp));
        QVERIFY(turnUntilFinished(first));
        const auto before = mallinfo2();
        const QFuture<int> second = group.start(schedulesMany(&pipeliner, &span, times));
        QVERIFY(turnUntilFinished(second));
        const auto after = mallinfo2();
        QCOMPARE(second.result(), times);
        QCOMPARE(span.bytes(), std::uintptr_t(0));
        const auto growth = [&](size_t was, size_t is) { return qint64(is) - qint64(was); };
        qInfo("in use %lld bytes more, arena %lld bytes more",
            growth(before.uordblks, after.uordblks), growth(before.arena, after.arena));
        // A sanitizer's allocator answers nothing here; it finds leaks itself.
        QVERIFY(growth(before.uordblks, after.uordblks) < 16 * 1024);
        QVERIFY(growth(before.arena, after.arena) < 256 * 1024);
    }

    void aHundredThousandThatWaitAreFreed()
    {
        const int items = 100'000;
        const auto before = mallinfo2();
        {
            Pipeliner pipeliner(6);
            Soak soak(1);
            std::vector<Scheduled<int>> scheduled;
            for (int i = 0; i < items; ++i)
                scheduled.push_back(pipeliner.schedule(item(&soak, {})));
            QCOMPARE(Counted::alive(), items);
            // In the worst order for whoever looks for them in a line.
            while (scheduled.size() > items / 2)
                scheduled.pop_back();
            QCOMPARE(pipeliner.waitingCount(), items / 2);
            QCOMPARE(Counted::alive(), items / 2);
        }
        QCOMPARE(Counted::alive(), 0);
        const auto after = mallinfo2();
        QVERIFY(qint64(after.uordblks) - qint64(before.uordblks) < 64 * 1024);
    }
};

QTEST_GUILESS_MAIN(TestPipelinerSoak)
#include "tst_pipelinersoak.moc"
