// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/pipeliner.h"
#include "core/task/taskgroup.h"
#include "tests/bench/report.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

Task<int> child(int value)
{
    co_return value + 1;
}

Task<void> awaitMany(int count)
{
    int value = 0;
    for (int i = 0; i < count; ++i)
        value = co_await child(value);
    Q_ASSERT(value == count);
}

/// Each schedule goes through queue, worker and wake-up before the next one is made.
Task<void> scheduleOneByOne(Pipeliner *pipeliner, int count)
{
    int value = 0;
    for (int i = 0; i < count; ++i) {
        Scheduled<int> scheduled = pipeliner->schedule(child(value));
        value = co_await scheduled;
    }
    Q_ASSERT(value == count);
}

Task<void> scheduleThenAwait(Pipeliner *pipeliner, int count)
{
    constexpr int batch = 1000;
    for (int done = 0; done < count; done += batch) {
        std::vector<Scheduled<int>> waiting;
        waiting.reserve(batch);
        for (int i = 0; i < batch; ++i)
            waiting.push_back(pipeliner->schedule(child(i)));
        for (Scheduled<int> &scheduled : waiting)
            co_await scheduled;
    }
}

double nanosecondsEach(Task<void> task, int count)
{
    TaskGroup group;
    QElapsedTimer clock;
    clock.start();
    const QFuture<void> future = group.start(std::move(task));
    while (!future.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return double(clock.nsecsElapsed()) / count;
}

} // namespace

/// What a task costs: nanoseconds for an awaited child, and for a trip through the Pipeliner.
int main(int argc, char **argv)
{
    const BenchOptions options = benchOptions(argc, argv);
    QCoreApplication application(argc, argv);
    const int count = options.quick ? 50'000 : 1'000'000;
    Pipeliner pipeliner(2);
    pipeliner.start();
    Comparison comparison(QStringLiteral("A task that adds one"), QStringLiteral("ns each"));
    comparison.add(
        QStringLiteral("awaited"), [&] { return nanosecondsEach(awaitMany(count), count); });
    comparison.add(QStringLiteral("scheduled, 2 workers, 1,000 waiting"),
        [&] { return nanosecondsEach(scheduleThenAwait(&pipeliner, count), count); });
    comparison.add(QStringLiteral("scheduled, 2 workers, one by one"),
        [&] { return nanosecondsEach(scheduleOneByOne(&pipeliner, count), count); });
    comparison.run(options.quick ? 3 : 7);
    comparison.print(options);
    return 0;
}
