// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/e2e/outcome.h"
#include "tests/support/await.h"
#include "tests/support/madesite.h"
#include "tests/support/strace.h"
#include "tests/support/testserver.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

constexpr int workers = 8;
/// Requests on their way, and bodies that have come but have no name yet: frames per worker. And
/// the start's redirect, because what is no file is known a second later.
constexpr int mostInFlight = 4 * workers + 1;
constexpr int siteFiles = 2000;

} // namespace

/// However often it is killed and wherever, a download ends as one that nobody disturbed, and asks
/// again only for what was on its way.
class TestKillLoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void atRandomMoments();
    void atEverySystemCall_data();
    void atEverySystemCall();
    void whateverTheDiskSays_data();
    void whateverTheDiskSays();

private:
    /// The command line that a program is started under, to have the nth such call do that.
    static QStringList injecting(const QByteArray &call, const char *what, int n);

    /// How many requests too many. Asking whether something has changed is none: it was all there.
    qint64 repeated(qint64 addresses) const
    {
        const QList<Request> requests = m_server.requests();
        const auto whole = std::ranges::count_if(requests,
            [](const Request &request) { return request.header("If-None-Match").isNull(); });
        return whole - addresses;
    }
    QStringList arguments(int files, int bytes) const
    {
        const QByteArray target =
            "/made/" + QByteArray::number(files) + "-8-" + QByteArray::number(bytes) + '/';
        return {QStringLiteral("-d"), QStringLiteral("20"), QStringLiteral("--no-robots"),
            QStringLiteral("--links"), QStringLiteral("keep"), QStringLiteral("-w"),
            QString::number(workers), text(m_server.url(target))};
    }

    TestServer m_server;
};

void TestKillLoop::atRandomMoments()
{
    const int kills = wanted("GLEANER_KILLS", 5);
    const QStringList site = arguments(siteFiles, 1000);
    Program undisturbed;
    QElapsedTimer clock;
    clock.start();
    QVERIFY(undisturbed.runJson(site));
    QCOMPARE(undisturbed.status(), 0);
    const qint64 wholeRun = clock.elapsed();
    const Outcome expected = Outcome::of(undisturbed);
    QVERIFY(expected.files.size() > siteFiles / 2);

    const quint32 seed = quint32(wanted("GLEANER_SEED", 1));
    QRandomGenerator random(seed);
    for (int killed = 0; killed < kills;) {
        Program program;
        m_server.clearLog();
        int killsOfThis = 0;
        for (;;) {
            program.startJson(site);
            const auto moment = std::chrono::milliseconds(random.bounded(int(wholeRun) + 50));
            if (killed >= kills || program.endsWithin(moment)) {
                QVERIFY(program.waitForEnd());
                break;
            }
            program.send(SIGKILL);
            QVERIFY(program.waitForEnd());
            ++killed;
            ++killsOfThis;
        }
        const QByteArray where =
            "seed " + QByteArray::number(seed) + ", kill " + QByteArray::number(killed) + ": ";
        QVERIFY2(program.status() == 0, (where + program.errors()).constData());
        const QByteArray difference = expected.difference(Outcome::of(program));
        QVERIFY2(difference.isEmpty(), (where + difference).constData());
        const qint64 again = repeated(expected.rows.size());
        QVERIFY2(again <= qint64(killsOfThis) * mostInFlight,
            (where + QByteArray::number(again) + " requests were repeated").constData());
    }
}

QStringList TestKillLoop::injecting(const QByteArray &call, const char *what, int n)
{
    const QString name = QString::fromLatin1(call);
    return {QStringLiteral("strace"), QStringLiteral("-f"), QStringLiteral("-qq"),
        QStringLiteral("-o"), QStringLiteral("/dev/null"), QStringLiteral("-e"),
        QStringLiteral("trace=") + name, QStringLiteral("-e"),
        QStringLiteral("inject=%1:%2:when=%3").arg(name, QLatin1String(what)).arg(n)};
}

void TestKillLoop::atEverySystemCall_data()
{
    QTest::addColumn<QByteArray>("call");
    for (const char *call : {"openat", "write", "pwrite64", "renameat2", "rename", "renameat",
             "mkdir", "mkdirat", "fsync", "fdatasync", "syncfs", "ftruncate", "unlink", "unlinkat"})
        QTest::newRow(call) << QByteArray(call);
}

void TestKillLoop::atEverySystemCall()
{
    if (const QByteArray why = whyNoStrace(); !why.isEmpty())
        QSKIP(why.constData());
    QFETCH(const QByteArray, call);
    const bool isLong = wanted("GLEANER_KILLS", 0) > 0;
    const QStringList site = arguments(40, 600);
    Program undisturbed;
    QVERIFY(undisturbed.runJson(site));
    const Outcome expected = Outcome::of(undisturbed);
    QCOMPARE(expected.files.size(), 40);

    // Until a run passes its end. In the short form with growing steps.
    for (int n = 1, step = 1; n < 5000; n += step, step *= isLong ? 1 : 2) {
        Program program;
        program.setVariable(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
        m_server.clearLog();
        program.startUnder(injecting(call, "signal=KILL", n));
        program.startJson(site);
        QVERIFY(program.waitForEnd());
        const bool wasKilled = program.status() != 0;
        program.startUnder({});
        if (wasKilled)
            QVERIFY(program.runJson(site));
        const QByteArray where = call + ' ' + QByteArray::number(n) + ": ";
        QVERIFY2(program.status() == 0, (where + program.errors()).constData());
        const QByteArray difference = expected.difference(Outcome::of(program));
        QVERIFY2(difference.isEmpty(), (where + difference).constData());
        const qint64 again = repeated(expected.rows.size());
        QVERIFY2(again <= mostInFlight,
            (where + QByteArray::number(again) + " requests were repeated").constData());
        if (!wasKilled)
            return;
    }
    QFAIL("no run came to its end");
}

void TestKillLoop::whateverTheDiskSays_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<QByteArray>("error");
    // Not write: what wakes threads up is one, too. tst_diskerrors fails those to files.
    for (const char *call :
        {"openat", "pwrite64", "renameat2", "mkdirat", "fdatasync", "syncfs", "ftruncate"}) {
        for (const char *error : {"ENOSPC", "EIO", "EROFS", "EMFILE"})
            QTest::addRow("%s %s", call, error) << QByteArray(call) << QByteArray(error);
    }
}

/// It ends with this machine's fault, and nothing failed for it; or it was something that can be
/// done without.
void TestKillLoop::whateverTheDiskSays()
{
    if (const QByteArray why = whyNoStrace(); !why.isEmpty())
        QSKIP(why.constData());
    QFETCH(const QByteArray, call);
    QFETCH(const QByteArray, error);
    const bool isLong = wanted("GLEANER_KILLS", 0) > 0;
    // The short form tries each call with one error, and few of its places.
    static const QByteArrayList usual{"openat EMFILE", "pwrite64 ENOSPC", "renameat2 EIO",
        "mkdirat EROFS", "fdatasync EIO", "syncfs EIO", "ftruncate EIO"};
    if (!isLong && !usual.contains(call + ' ' + error))
        QSKIP("in the long form only");
    const QStringList site = arguments(40, 600);
    Program undisturbed;
    QVERIFY(undisturbed.runJson(site));
    const Outcome expected = Outcome::of(undisturbed);
    const QByteArray what = "error=" + error;
    int inARow = 0;
    for (int n = 1, step = 1; n < 2000 && inARow < 3; n += step, step *= isLong ? 1 : 3) {
        Program program;
        program.setVariable(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
        program.startUnder(injecting(call, what.constData(), n));
        program.startJson(site);
        QVERIFY(program.waitForEnd());
        const QByteArray where = call + ' ' + QByteArray::number(n) + ": ";
        const QByteArray output = program.output();
        if (output.startsWith("{\"event\":\"started\"")) {
            QVERIFY2(program.status() == 0 || program.status() == 5,
                (where + QByteArray::number(program.status()) + program.errors()).constData());
            QVERIFY2(!output.contains("\"event\":\"failed\""), (where + output).constData());
        }
        // Every sentence about the disk names what could not be written.
        QVERIFY2(!program.errors().contains("\"\""), (where + program.errors()).constData());
        inARow = program.status() == 0 ? inARow + 1 : 0;
        program.startUnder({});
        QVERIFY(program.runJson(site));
        QVERIFY2(program.status() == 0, (where + program.errors()).constData());
        const QByteArray difference = expected.difference(Outcome::of(program));
        QVERIFY2(difference.isEmpty(), (where + difference).constData());
    }
}

QTEST_GUILESS_MAIN(TestKillLoop)
#include "tst_killloop.moc"
