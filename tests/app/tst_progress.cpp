// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/support/await.h"
#include "tests/support/testserver.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

#include <fcntl.h>
#include <pty.h>
#include <unistd.h>

using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

/// Reads what has come over a descriptor that does not block.
void readAvailable(int descriptor, QByteArray &into)
{
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(descriptor, buffer, sizeof buffer)) > 0;)
        into.append(buffer, got);
}

} // namespace

/// What a person sees of a run without a window: plain lines, in a terminal one that is renewed.
class TestProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesPlainLinesWhereThereIsNoTerminal();
    void writesNothingToStandardOutputWithoutJson();
    void renewsOneLineInATerminal();
    void showsHiddenCharactersOfTheFolder();
};

void TestProgress::writesPlainLinesWhereThereIsNoTerminal()
{
    TestServer server;
    server.serve(
        "/start.html", "text/html", "<a href=gone.html>x</a> <a href=/fault/hold/gate>y</a>");
    Program program;
    program.startJson({text(server.url("/start.html"))});
    QVERIFY(waitFor([&] { return program.errors().contains("of 3 found so far"); }));
    server.release("gate");
    QVERIFY(program.waitForEnd());
    QList<QByteArray> lines = program.errors().split('\n');
    QCOMPARE(lines.takeLast(), QByteArray());
    static const QRegularExpression progress(QStringLiteral(
        "^\\d of \\d found so far, \\d saved, \\d failed, \\d+ bytes, [\\d.]+ \\w+/s$"));
    static const QRegularExpression end(
        QStringLiteral("^Finished in \\d+\\.\\d s: \\d saved \\(\\d+ bytes\\), 0 redirected, 0 "
                       "skipped, 1 failed$"));
    const QByteArray failure =
        server.url("/gone.html").toEncoded() + ": Failed: page not found (404)";
    QVERIFY2(end.match(QString::fromUtf8(lines.last())).hasMatch(), lines.last().constData());
    lines.removeLast();
    QCOMPARE(lines.removeAll(failure), 1);
    QVERIFY(!lines.isEmpty());
    for (const QByteArray &line : lines)
        QVERIFY2(progress.match(QString::fromUtf8(line)).hasMatch(), line.constData());
}

void TestProgress::writesNothingToStandardOutputWithoutJson()
{
    TestServer server;
    server.serve("/start.html", "text/html", "<p>a");
    Program program;
    QVERIFY(program.run({QStringLiteral("--headless"), QStringLiteral("-P"), program.directory(),
        text(server.url("/start.html"))}));
    QCOMPARE(program.status(), 0);
    QCOMPARE(program.output(), QByteArray());
    QVERIFY(program.errors().startsWith("Finished in "));
}

void TestProgress::renewsOneLineInATerminal()
{
    TestServer server;
    server.serve(
        "/start.html", "text/html", "<a href=/fault/hold/gate>y</a> <a href=late.html>x</a>");
    server.route(
        "/late.html", [](const Request &, Reply &reply) { reply.hold("late").answer(404); });
    Program program;
    int terminal = -1;
    int line = -1;
    QCOMPARE(::openpty(&terminal, &line, nullptr, nullptr, nullptr), 0);
    ::fcntl(terminal, F_SETFL, O_NONBLOCK);
    program.process().setChildProcessModifier([line] { ::dup2(line, STDERR_FILENO); });
    program.startJson({text(server.url("/start.html"))});
    QByteArray shown;
    const auto shows = [&](const char *words) {
        readAvailable(terminal, shown);
        return shown.contains(words);
    };
    QVERIFY(waitFor([&] { return shows("found so far"); }));
    server.release("late");
    QVERIFY(waitFor([&] { return shows("404"); }));
    server.release("gate");
    QVERIFY(program.waitForEnd());
    QVERIFY(shows("Finished in "));
    ::close(terminal);
    ::close(line);
    // Whatever comes behind a line that is renewed has to wipe it first.
    for (QByteArray row : shown.split('\n')) {
        row = row.trimmed();
        const QByteArray last = row.sliced(row.lastIndexOf("\033[K") + 1);
        QVERIFY2(!last.contains("/s") || !last.contains("404"), row.constData());
    }
    QVERIFY(shown.contains("\r\033[K"));
}

void TestProgress::showsHiddenCharactersOfTheFolder()
{
    TestServer server;
    Program program;
    QVERIFY(program.run({QStringLiteral("--headless"), QStringLiteral("-P"),
        QStringLiteral("/proc/\u001B[31m\u202Ex"), text(server.url("/start.html"))}));
    QCOMPARE(program.status(), 5);
    QVERIFY2(
        program.errors().contains("/proc/[U+001B][31m[U+202E]x"), program.errors().constData());
    QVERIFY(!program.errors().contains('\033'));
}

QTEST_GUILESS_MAIN(TestProgress)
#include "tst_progress.moc"
