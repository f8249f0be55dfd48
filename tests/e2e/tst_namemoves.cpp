// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/e2e/outcome.h"
#include "tests/support/strace.h"
#include "tests/support/testserver.h"

#include <QTest>

#include <algorithm>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

/// Files, folders, and pages that want one name, in the order in which they are asked for.
const QByteArrayList targets{"/a", "/a/b", "/a/b/c", "/d.bin", "/D.bin", "/", "/index.html", "/e/"};

bool isPage(const QByteArray &target)
{
    return target.endsWith('/') || target.endsWith(".html");
}

} // namespace

/// Whatever happens while files get their names, the next run leaves what an undisturbed one does.
class TestNameMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void otherProgramsHearOfIt();
    void aKillAtAnySystemCallIsMended_data();
    void aKillAtAnySystemCallIsMended();
    void withoutExtendedAttributesNothingFails();
    void filesAreMadeExclusivelyAndThroughNoLink();

private:
    QStringList arguments() const
    {
        QStringList arguments{QStringLiteral("-d"), QStringLiteral("0"),
            QStringLiteral("--no-robots"), QStringLiteral("-w"), QStringLiteral("1"),
            QStringLiteral("--links"), QStringLiteral("keep")};
        for (const QByteArray &target : targets)
            arguments.append(text(m_server.url(target)));
        return arguments;
    }
    static QStringList under(const QByteArray &call, const QString &what)
    {
        return {QStringLiteral("strace"), QStringLiteral("-f"), QStringLiteral("-qq"),
            QStringLiteral("-o"), QStringLiteral("/dev/null"), QStringLiteral("-e"),
            QStringLiteral("trace=") + QString::fromLatin1(call), QStringLiteral("-e"),
            QStringLiteral("inject=%1:%2").arg(QString::fromLatin1(call), what)};
    }

    TestServer m_server;
};

void TestNameMoves::initTestCase()
{
    for (const QByteArray &target : targets)
        m_server.serve(target, isPage(target) ? "text/html" : "application/octet-stream",
            "<p>content of " + target);
}

void TestNameMoves::otherProgramsHearOfIt()
{
    Program program;
    QVERIFY(program.runJson(arguments()));
    QCOMPARE(program.status(), 0);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(0), QString());
    // What was told of each file, and then of its moves, is where it lies.
    QMap<QString, QString> places;
    for (const QJsonObject &event : events.of("saved"))
        places[event[QLatin1String("url")].toString()] = event[QLatin1String("path")].toString();
    for (const QJsonObject &event : events.of("moved")) {
        QString &place = places[event[QLatin1String("url")].toString()];
        QCOMPARE(place, event[QLatin1String("from")].toString());
        place = event[QLatin1String("path")].toString();
    }
    QCOMPARE(places.size(), targets.size());
    for (const QByteArray &target : targets)
        QCOMPARE(program.file(places.value(text(m_server.url(target)))), "<p>content of " + target);
    QCOMPARE(places.value(text(m_server.url("/a/b/c"))), QStringLiteral("a/b/c"));
    QCOMPARE(places.value(text(m_server.url("/D.bin"))), QStringLiteral("D.bin"));
}

void TestNameMoves::aKillAtAnySystemCallIsMended_data()
{
    QTest::addColumn<QByteArray>("call");
    for (const char *call : {"renameat2", "mkdirat", "unlinkat", "syncfs", "fdatasync"})
        QTest::newRow(call) << QByteArray(call);
}

void TestNameMoves::aKillAtAnySystemCallIsMended()
{
    if (const QByteArray why = whyNoStrace(); !why.isEmpty())
        QSKIP(why.constData());
    QFETCH(const QByteArray, call);
    const int step = wanted("GLEANER_KILLS", 0) > 0 ? 1 : 3;
    Program undisturbed;
    QVERIFY(undisturbed.runJson(arguments()));
    const Outcome expected = Outcome::of(undisturbed);
    QCOMPARE(expected.files.size(), targets.size());
    for (int n = 1; n < 500; n += step) {
        Program program;
        program.setVariable(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
        m_server.clearLog();
        program.startUnder(under(call, QStringLiteral("signal=KILL:when=%1").arg(n)));
        program.startJson(arguments());
        QVERIFY(program.waitForEnd());
        const bool wasKilled = program.status() != 0;
        program.startUnder({});
        if (wasKilled)
            QVERIFY(program.runJson(arguments()));
        const QByteArray where = call + ' ' + QByteArray::number(n) + ": ";
        QVERIFY2(program.status() == 0,
            (where + QByteArray::number(program.status()) + ' ' + program.errors()).constData());
        const QByteArray difference = expected.difference(Outcome::of(program));
        QVERIFY2(difference.isEmpty(), (where + difference).constData());
        const QList<Request> requests = m_server.requests();
        const auto whole = std::ranges::count_if(requests,
            [](const Request &request) { return request.header("If-None-Match").isNull(); });
        QVERIFY2(whole <= targets.size() + 1, (where + QByteArray::number(whole)).constData());
        if (!wasKilled)
            return;
    }
    QFAIL("no run came to its end");
}

void TestNameMoves::withoutExtendedAttributesNothingFails()
{
    if (const QByteArray why = whyNoStrace(); !why.isEmpty())
        QSKIP(why.constData());
    Program program;
    program.setVariable(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
    program.startUnder(under("fsetxattr", QStringLiteral("error=EOPNOTSUPP")));
    QVERIFY(program.runJson(arguments()));
    QVERIFY2(program.status() == 0, program.errors().constData());
    QCOMPARE(filesBelow(program.directory()).size(), targets.size());
}

/// curl CVE-2023-32001: nothing is looked at first and opened then.
void TestNameMoves::filesAreMadeExclusivelyAndThroughNoLink()
{
    if (const QByteArray why = whyNoStrace(); !why.isEmpty())
        QSKIP(why.constData());
    Program program;
    program.setVariable(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
    const QString log = program.path(QStringLiteral("strace"));
    program.startUnder({QStringLiteral("strace"), QStringLiteral("-f"), QStringLiteral("-qq"),
        QStringLiteral("-y"), QStringLiteral("-o"), log, QStringLiteral("-e"),
        QStringLiteral("trace=open,openat,creat,rename,renameat,renameat2,link,linkat,symlink")});
    QVERIFY(program.runJson(arguments()));
    QCOMPARE(program.status(), 0);
    QFile calls(log);
    QVERIFY(calls.open(QIODevice::ReadOnly));
    int made = 0;
    int named = 0;
    const QByteArray folder = QFile::encodeName(program.directory());
    for (const QByteArray &line : calls.readAll().split('\n')) {
        if (!line.contains(folder) || line.contains("\".gleaner\""))
            continue;
        const bool makes = line.contains("O_CREAT") || line.contains(" creat(");
        if (makes)
            QVERIFY2(line.contains("O_EXCL") && line.contains("O_NOFOLLOW"), line.constData());
        made += makes ? 1 : 0;
        if (line.contains("rename"))
            QVERIFY2(line.contains("RENAME_NOREPLACE"), line.constData());
        named += line.contains("renameat2") ? 1 : 0;
        QVERIFY2(!line.contains("link("), line.constData());
    }
    QVERIFY(made >= targets.size() && named >= targets.size());
}

QTEST_GUILESS_MAIN(TestNameMoves)
#include "tst_namemoves.moc"
