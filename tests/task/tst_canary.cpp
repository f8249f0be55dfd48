// SPDX-License-Identifier: GPL-3.0-or-later
// The coroutine forms that GCC 12.2 miscompiles, each run in a process of its own, which is this
// program again. Tells which of them this compiler still gets wrong: when all are right, the check
// of the sources for them can go. The forms that we use instead must be right on every compiler.
#include "core/task/taskgroup.h"
#include "tests/task/probes.h"

#include <QProcess>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

#include <functional>
#include <span>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

struct Aggregate {
    Counted counted;
    int value = 0;
};

Task<int> one()
{
    co_return 1;
}
Task<Counted> counted()
{
    co_return Counted();
}
Task<int> calls(std::function<int()> function)
{
    co_return function();
}
Task<int> takes(Aggregate aggregate)
{
    co_return aggregate.value;
}

void takesByValue(Counted) { }

// Forbidden.

Task<int> ifWithoutLocals()
{
    if (co_await one())
        co_return 1;
    co_return 0;
}
Task<int> whileWithoutLocals()
{
    while (co_await one())
        co_return 1;
    co_return 0;
}
Task<int> capturingLambda()
{
    const Counted kept;
    co_return co_await calls([kept] { return 1; });
}
Task<int> aggregateArgument()
{
    co_return co_await takes(Aggregate{{}, 1});
}
Task<int> conditionalOperator()
{
    const bool yes = Counted::alive() == 0;
    const Counted kept;
    takesByValue(yes ? co_await counted() : kept);
    co_return 1;
}
Task<int> aggregateAroundAwait()
{
    const Aggregate aggregate{co_await counted(), 1};
    co_return aggregate.value;
}

// In use.

Task<int> namedLambda()
{
    const Counted kept;
    const auto lambda = [kept] { return 1; };
    co_return co_await calls(lambda);
}
Task<int> namedAggregate()
{
    Aggregate aggregate{{}, 1};
    co_return co_await takes(std::move(aggregate));
}
Task<int> namedCondition()
{
    const int condition = co_await one();
    if (condition)
        co_return 1;
    co_return 0;
}
Task<int> conditionWithVariable()
{
    if (const int condition = co_await one())
        co_return condition;
    co_return 0;
}
Task<int> movedTask()
{
    Task<Counted> task = counted();
    const Counted result = co_await std::move(task);
    co_return 1;
}

struct Form {
    const char *name;
    Task<int> (*run)();
};

const Form forbidden[] = {
    {"if (co_await ...) with a body without locals", ifWithoutLocals},
    {"while (co_await ...) with a body without locals", whileWithoutLocals},
    {"a capturing lambda as an argument", capturingLambda},
    {"an aggregate as an argument", aggregateArgument},
    {"co_await in a conditional operator", conditionalOperator},
    {"co_await inside an aggregate's braces", aggregateAroundAwait},
};

const Form inUse[] = {
    {"a named lambda", namedLambda},
    {"a named aggregate", namedAggregate},
    {"a named condition", namedCondition},
    {"a condition that declares a variable", conditionWithVariable},
    {"a named task that is moved", movedTask},
};

/// 0 if the form does what the language says.
int runForm(const Form &form)
{
    // What is miscompiled may do anything, also go on for ever.
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
    alarm(10);
    TaskGroup group;
    const QFuture<int> future = group.start(form.run());
    settle();
    const bool right = future.resultCount() == 1 && future.result() == 1 && Counted::alive() == 0;
    _exit(right ? 0 : 1);
}

bool isRight(const Form &form)
{
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(QCoreApplication::applicationFilePath(),
        {QStringLiteral("--form"), QString::fromLatin1(form.name)});
    return process.waitForFinished(int(longWait.count()) * 2)
        && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

} // namespace

class TestCanary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFormsInUseAreCompiledRight_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(std::size(inUse)); ++i)
            QTest::newRow(inUse[i].name) << i;
    }
    void theFormsInUseAreCompiledRight()
    {
        QFETCH(int, index);
        QVERIFY(isRight(inUse[index]));
    }

    void tellsWhichForbiddenFormsAreStillMiscompiled()
    {
        int wrong = 0;
        for (const Form &form : forbidden) {
            const bool right = isRight(form);
            wrong += !right;
            qInfo("%s: %s", right ? "right" : "WRONG", form.name);
        }
        if (wrong == 0)
            qInfo("This compiler gets all of them right: the check of the sources can go.");
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--form") {
        for (const std::span<const Form> forms : {std::span<const Form>(forbidden), {inUse}}) {
            for (const Form &form : forms) {
                if (QByteArray(argv[2]) == form.name)
                    return runForm(form);
            }
        }
        return 2;
    }
    TestCanary test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_canary.moc"
