// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/await.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

/// Two seconds are promised; the rest is for a busy machine.
constexpr auto promised = 2s + 1500ms * patienceFactor;

} // namespace

/// Stopped by a signal the program ends in time, with exit status 4.
class TestStopping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsInTimeAtASignal_data();
    void endsInTimeAtASignal();
    void endsAtOnceAtTheSecondSignal();
    void endsInTimeWhenNobodyReadsItsEvents();
    void endsInTimeBeforeAnythingCame();
    void leavesNoHalfFileUnderAFinalName();
};

void TestStopping::endsInTimeAtASignal_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<QByteArray>("stalling");
    for (const auto &[name, signal] :
        {std::pair("SIGINT", SIGINT), std::pair("SIGTERM", SIGTERM), std::pair("SIGHUP", SIGHUP)}) {
        QTest::addRow("%s without an answer", name) << signal << QByteArray("/fault/stall-headers");
        QTest::addRow("%s within a body", name) << signal << QByteArray("/fault/stall-body");
    }
}

void TestStopping::endsInTimeAtASignal()
{
    QFETCH(const int, signal);
    QFETCH(const QByteArray, stalling);
    TestServer server;
    server.serve("/start.html", "text/html", "<a href=a.txt>a</a> <a href=" + stalling + ">b</a>");
    server.serve("/a.txt", "text/plain", "a");
    Program program;
    program.startJson({text(server.url("/start.html"))});
    QVERIFY(waitFor(
        [&] { return server.openNow(stalling) == 1 && program.output().count("\"saved\"") == 2; }));
    QElapsedTimer clock;
    clock.start();
    program.send(signal);
    QVERIFY(program.waitForEnd());
    QVERIFY2(
        milliseconds(clock.elapsed()) < promised, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(program.status(), 4);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(4), QString());
    QCOMPARE(events.finished()[QLatin1String("waiting")].toInt(), 1);
    QVERIFY2(program.errors().startsWith("Stopped after "), program.errors().constData());
}

void TestStopping::endsAtOnceAtTheSecondSignal()
{
    TestServer server;
    Program program;
    // With nobody to read its events the program cannot end by itself before the two seconds.
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    makeSmall(ends[1]);
    program.process().setChildProcessModifier([&ends] { ::dup2(ends[1], STDOUT_FILENO); });
    program.startJson(
        {QStringLiteral("-d"), QStringLiteral("inf"), text(server.url("/made/2000-20-4096/"))});
    ::close(ends[1]);
    QVERIFY(waitFor([&] { return isFull(ends[0]); }));
    QTest::qWait(500);
    program.send(SIGTERM);
    QTest::qWait(200);
    QCOMPARE(program.process().state(), QProcess::Running);
    QElapsedTimer clock;
    clock.start();
    program.send(SIGINT);
    QVERIFY(program.waitForEnd());
    QVERIFY2(clock.elapsed() < 1500, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(program.status(), 4);
    ::close(ends[0]);
}

void TestStopping::endsInTimeWhenNobodyReadsItsEvents()
{
    TestServer server;
    Program program;
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    makeSmall(ends[1]);
    program.process().setChildProcessModifier([&ends] { ::dup2(ends[1], STDOUT_FILENO); });
    program.startJson(
        {QStringLiteral("-d"), QStringLiteral("inf"), text(server.url("/made/2000-20-4096/"))});
    ::close(ends[1]);
    QVERIFY(waitFor([&] { return isFull(ends[0]); }));
    QTest::qWait(500);
    QElapsedTimer clock;
    clock.start();
    program.send(SIGTERM);
    QVERIFY(program.waitForEnd());
    QVERIFY2(
        milliseconds(clock.elapsed()) < promised, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(program.status(), 4);
    ::close(ends[0]);
}

void TestStopping::endsInTimeBeforeAnythingCame()
{
    TestServer server;
    Program program;
    program.startJson({text(server.url("/fault/stall-before-headers"))});
    QVERIFY(waitFor([&] { return server.openNow() == 1; }));
    program.send(SIGINT);
    QVERIFY(program.waitForEnd(promised));
    QCOMPARE(program.status(), 4);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(4), QString());
    QCOMPARE(events.all().size(), 2);
}

void TestStopping::leavesNoHalfFileUnderAFinalName()
{
    TestServer server;
    server.route("/big.iso", [](const Request &, Reply &reply) {
        reply
            .send(responseHead(200,
                {{"Content-Type", "application/octet-stream"}, {"Content-Length", "100000000"}}))
            .repeat(QByteArray(1 << 20, 'x'), 40)
            .stall();
    });
    Program program;
    program.startJson({text(server.url("/big.iso"))});
    const auto partIsLarge = [&] {
        const QStringList made = program.everythingMade();
        return std::ranges::any_of(made,
            [&](const QString &name) { return QFileInfo(program.path(name)).size() >= 30 << 20; });
    };
    QVERIFY(waitFor(partIsLarge));
    program.send(SIGTERM);
    QVERIFY(program.waitForEnd(promised));
    QCOMPARE(program.status(), 4);
    QVERIFY(!QFile::exists(program.directory() + QStringLiteral("/big.iso")));
}

QTEST_GUILESS_MAIN(TestStopping)
#include "tst_stopping.moc"
