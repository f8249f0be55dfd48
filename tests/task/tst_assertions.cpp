// SPDX-License-Identifier: GPL-3.0-or-later
// What is a bug of the caller's must stop a debug build at once. Every case runs in a process of
// its own, which is this program again.
#include "core/task/parallel.h"
#include "core/task/pipeliner.h"
#include "core/task/taskgroup.h"
#include "tests/task/probes.h"

#include <QProcess>
#include <QTest>

#include <sys/resource.h>

#include <cstdio>
#include <optional>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

struct World {
    Stage stage;
    std::optional<Pipeliner> pipeliner{std::in_place, 2};
    std::optional<TaskGroup> group{std::in_place};
    Task<> twice;
};

Task<> destroysItsGroup(World *world)
{
    world->group.reset();
    co_return;
}

Task<> destroysItsPipeliner(World *world)
{
    world->pipeliner.reset();
    co_return;
}

Task<> inParallel(Task<> task)
{
    std::vector<Task<>> tasks;
    tasks.push_back(std::move(task));
    co_await runInParallel(std::move(tasks));
}

Task<> inside(Task<> task)
{
    co_await std::move(task);
}

Task<> awaitsItsOwnPipeliner(World *world)
{
    co_await world->pipeliner->schedule(perform(&world->stage, "A"));
}

Task<> awaits(Scheduled<QByteArray> *item)
{
    co_await *item;
}

Task<> rings(Wakeup *bell)
{
    co_await *bell;
}

Task<> nothing()
{
    co_return;
}

Task<> awaitsTwice()
{
    Task<> once = nothing();
    co_await std::move(once);
    co_await std::move(once);
}

Task<> turnsTheLoop(Wakeup *bell)
{
    bell->ring();
    QCoreApplication::processEvents();
    co_return;
}

using Case = void (*)(World &);

struct Row {
    const char *name;
    const char *message; ///< null when it is allowed, and must not assert
    Case run;
};

void schedule(World &world, Task<> task)
{
    world.pipeliner->start();
    const QFuture<void> end = world.pipeliner->schedule(std::move(task)).future();
    settle();
}

const Row rows[] = {
    {"a group destroyed by its task", "cancelled from inside one of its frames",
        [](World &world) { world.group->spawn(destroysItsGroup(&world)); }},
    {"a group destroyed by a task its task awaits", "cancelled from inside one of its frames",
        [](World &world) { world.group->spawn(inside(destroysItsGroup(&world))); }},
    {"a group destroyed by a task run in parallel", "cancelled from inside one of its frames",
        [](World &world) { world.group->spawn(inParallel(destroysItsGroup(&world))); }},
    {"a group destroyed two levels down", "cancelled from inside one of its frames",
        [](World &world) { world.group->spawn(inParallel(inParallel(destroysItsGroup(&world)))); }},
    {"a pipeliner destroyed by its item", "destroyed from inside one of its items",
        [](World &world) { schedule(world, destroysItsPipeliner(&world)); }},
    {"a pipeliner destroyed in parallel by its item", "destroyed from inside one of its items",
        [](World &world) { schedule(world, inParallel(destroysItsPipeliner(&world))); }},
    {"a pipeliner destroyed by a task of a group", nullptr,
        [](World &world) { world.group->spawn(destroysItsPipeliner(&world)); }},
    {"a group destroyed by an item of a pipeliner", nullptr,
        [](World &world) { schedule(world, destroysItsGroup(&world)); }},
    {"an item awaits its own pipeliner", "an item awaits its own pipeliner",
        [](World &world) { schedule(world, awaitsItsOwnPipeliner(&world)); }},
    {"an item awaits its own pipeliner in parallel", "an item awaits its own pipeliner",
        [](World &world) { schedule(world, inParallel(awaitsItsOwnPipeliner(&world))); }},
    {"a task awaited twice", "awaited twice, or empty",
        [](World &world) { world.group->spawn(awaitsTwice()); }},
    {"an empty task awaited", "awaited twice, or empty",
        [](World &world) { world.group->spawn(inside(Task<>())); }},
    {"an item awaited by two tasks", "awaited by two tasks",
        [](World &world) {
            auto item = world.pipeliner->schedule(perform(&world.stage, "A"));
            world.group->spawn(awaits(&item));
            world.group->spawn(awaits(&item));
            settle();
        }},
    {"a bell awaited by two tasks", "two tasks await one bell",
        [](World &world) {
            world.group->spawn(rings(&world.stage.cue("A")));
            world.group->spawn(rings(&world.stage.cue("A")));
        }},
    {"an event loop inside a frame", nullptr,
        [](World &world) {
            world.group->spawn(rings(&world.stage.cue("A")));
            world.group->spawn(turnsTheLoop(&world.stage.cue("A")));
        }},
};

int die(const QByteArray &name)
{
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
    World world;
    for (const Row &row : rows) {
        if (name == row.name)
            row.run(world);
    }
    settle();
    std::puts("survived");
    return 0;
}

} // namespace

class TestAssertions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callersBugsStopADebugBuild_data()
    {
        QTest::addColumn<QByteArray>("message");
        for (const Row &row : rows)
            QTest::newRow(row.name) << QByteArray(row.message);
    }
    void callersBugsStopADebugBuild()
    {
        QFETCH(QByteArray, message);
#ifdef QT_NO_DEBUG
        if (!message.isEmpty())
            QSKIP("Without assertions.");
#endif
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QCoreApplication::applicationFilePath(),
            {QStringLiteral("--die"), QString::fromLatin1(QTest::currentDataTag())});
        QVERIFY(process.waitForFinished(int(longWait.count())));
        const QByteArray output = process.readAll();
        if (message.isEmpty()) {
            QCOMPARE(output.trimmed(), QByteArray("survived"));
            QCOMPARE(process.exitCode(), 0);
        } else {
            QCOMPARE(process.exitStatus(), QProcess::CrashExit);
            QVERIFY2(output.contains(message), output.constData());
        }
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--die")
        return die(argv[2]);
    TestAssertions test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_assertions.moc"
