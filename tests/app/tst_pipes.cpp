// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/await.h"
#include "tests/support/testserver.h"

#include <QTest>

#include <algorithm>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

/// Python and others start programs with SIGPIPE ignored, shells with its default: ours decides.
void useDefaultSignals()
{
    ::signal(SIGPIPE, SIG_DFL);
}

QStringList wholeSite(const TestServer &server)
{
    return {QStringLiteral("-d"), QStringLiteral("inf"), text(server.url("/made/2000-20-4096/"))};
}

} // namespace

/// What --json writes to may close, be full, be slow, or not be there.
class TestPipes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsComeLineByLine();
    void aReaderThatGoesEndsItQuietly();
    void aReaderThatHasGoneEndsItQuietly();
    void aClosedOutputEndsItQuietly();
    void aClosedOutputIsNoMatterWithoutEvents();
    void aFullDiskBehindTheEventsIsSaid();
    void aPipeThatDoesNotBlockGetsEverything();
    void aReaderThatIsSlowGetsEverything();
    void nobodyToReadItsErrorsIsNoMatter();
};

void TestPipes::eventsComeLineByLine()
{
    TestServer server;
    server.serve("/start.html", "text/html", "<a href=/fault/hold/gate>x</a>");
    Program program;
    program.startJson({text(server.url("/start.html"))});
    QVERIFY(waitFor([&] { return program.output().contains("{\"event\":\"saved\""); }));
    QCOMPARE(program.output().count('\n'), 2);
    QVERIFY(program.output().startsWith("{\"event\":\"started\""));
    QCOMPARE(program.process().state(), QProcess::Running);
    server.release("gate");
    QVERIFY(program.waitForEnd());
    QCOMPARE(Events(program.output()).whatIsWrong(program.status()), QString());
}

void TestPipes::aReaderThatGoesEndsItQuietly()
{
    TestServer server;
    Program program;
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    program.process().setChildProcessModifier([&ends] {
        useDefaultSignals();
        ::dup2(ends[1], STDOUT_FILENO);
    });
    program.startJson(wholeSite(server));
    ::close(ends[1]);
    QByteArray lines(4096, '\0');
    lines.resize(::read(ends[0], lines.data(), size_t(lines.size())));
    QVERIFY(lines.startsWith("{\"event\":\"started\""));
    ::close(ends[0]);
    QVERIFY(program.waitForEnd(10s));
    QCOMPARE(program.status(), 4);
    QCOMPARE(program.errors(), QByteArray());
    QVERIFY(server.total() < 2000);
}

void TestPipes::aReaderThatHasGoneEndsItQuietly()
{
    TestServer server;
    Program program;
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    ::close(ends[0]);
    program.process().setChildProcessModifier([&ends] {
        useDefaultSignals();
        ::dup2(ends[1], STDOUT_FILENO);
    });
    program.startJson(wholeSite(server));
    ::close(ends[1]);
    QVERIFY(program.waitForEnd(10s));
    QCOMPARE(program.status(), 4);
    QCOMPARE(program.errors(), QByteArray());
    QVERIFY(server.total() < 100);
}

void TestPipes::aClosedOutputEndsItQuietly()
{
    TestServer server;
    Program program;
    program.process().setChildProcessModifier([] { ::close(STDOUT_FILENO); });
    program.startJson(wholeSite(server));
    QVERIFY(program.waitForEnd(10s));
    QCOMPARE(program.status(), 4);
    QCOMPARE(program.errors(), QByteArray());
}

void TestPipes::aClosedOutputIsNoMatterWithoutEvents()
{
    TestServer server;
    server.serve("/start.html", "text/html", "<p>whole");
    Program program;
    // The next file that is opened would get the number of what is closed here.
    program.process().setChildProcessModifier([] {
        ::close(STDIN_FILENO);
        ::close(STDOUT_FILENO);
        ::close(STDERR_FILENO);
    });
    QVERIFY(program.run({QStringLiteral("--headless"), QStringLiteral("-P"), program.directory(),
        text(server.url("/start.html")), text(server.url("/gone.html"))}));
    QCOMPARE(program.status(), 1);
    QCOMPARE(program.file(QStringLiteral("start.html")), QByteArray("<p>whole"));
}

void TestPipes::aFullDiskBehindTheEventsIsSaid()
{
    TestServer server;
    Program program;
    program.process().setStandardOutputFile(QStringLiteral("/dev/full"));
    program.startJson(wholeSite(server));
    QVERIFY(program.waitForEnd(10s));
    QCOMPARE(program.status(), 5);
    QCOMPARE(program.errors(),
        QByteArray("gleaner: The events could not be written: No space left on device.\n"));
    QVERIFY(server.total() < 100);
}

void TestPipes::aPipeThatDoesNotBlockGetsEverything()
{
    TestServer server;
    Program program;
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
    makeSmall(ends[1]);
    program.process().setChildProcessModifier([&ends] { ::dup2(ends[1], STDOUT_FILENO); });
    program.startJson(
        {QStringLiteral("-d"), QStringLiteral("inf"), text(server.url("/made/300-20-4096/"))});
    ::close(ends[1]);
    QByteArray output;
    const auto readOn = [&] {
        char buffer[4096];
        const ssize_t got = ::read(ends[0], buffer, sizeof buffer);
        output.append(buffer, std::max<ssize_t>(got, 0));
        return got == 0;
    };
    QVERIFY(waitFor([&] { return isFull(ends[0]); }));
    QTest::qWait(300);
    QVERIFY(waitFor(readOn, 60s));
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.status(), 0);
    const Events events(output);
    QCOMPARE(events.whatIsWrong(0), QString());
    QCOMPARE(events.of("saved").size(), 300);
    ::close(ends[0]);
}

void TestPipes::aReaderThatIsSlowGetsEverything()
{
    TestServer server;
    Program program;
    program.startJson(
        {QStringLiteral("-d"), QStringLiteral("inf"), text(server.url("/made/1000-20-4096/"))});
    // Nobody reads while this thread sleeps.
    QTest::qSleep(3000);
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.status(), 0);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(0), QString());
    QCOMPARE(events.of("saved").size(), 1000);
}

void TestPipes::nobodyToReadItsErrorsIsNoMatter()
{
    TestServer server;
    server.serve("/start.html", "text/html", "<a href=gone.html>x</a>");
    Program program;
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    ::close(ends[0]);
    program.process().setChildProcessModifier([&ends] {
        useDefaultSignals();
        ::dup2(ends[1], STDERR_FILENO);
    });
    program.startJson({text(server.url("/start.html"))});
    ::close(ends[1]);
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.status(), 1);
    QCOMPARE(Events(program.output()).whatIsWrong(1), QString());
}

QTEST_GUILESS_MAIN(TestPipes)
#include "tst_pipes.moc"
