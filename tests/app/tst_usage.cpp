// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QDir>
#include <QLibraryInfo>
#include <QLocalServer>
#include <QTest>

using namespace gleaner::test;

namespace
{

bool isOneLine(const QByteArray &text)
{
    return text.endsWith('\n') && text.count('\n') == 1;
}

} // namespace

/// What the program says before it does anything.
class TestUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badUsageIsOneSentenceAndMakesNothing_data();
    void badUsageIsOneSentenceAndMakesNothing();
    void showsHiddenCharactersOfWhatWasTyped();
    void needsADisplayOrHeadless_data();
    void needsADisplayOrHeadless();
    void needsTheWaylandPluginForAWaylandDisplay();
    void printsHelpAndVersionWithoutADisplay_data();
    void printsHelpAndVersionWithoutADisplay();
};

void TestUsage::badUsageIsOneSentenceAndMakesNothing_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const char *line : {"-w 0 http://127.0.0.1:9/", "-w 65 http://127.0.0.1:9/",
             "--headless -w many http://127.0.0.1:9/", "--headless", "--headless intranet",
             "--headless htp://127.0.0.1:9/", "--json http://127.0.0.1:9/",
             "--headless --links absolute http://127.0.0.1:9/",
             "--headless --limit-rate fast http://127.0.0.1:9/",
             "--headless http://127.0.0.1:9/ http://"})
        QTest::newRow(line) << words(line);
}

void TestUsage::badUsageIsOneSentenceAndMakesNothing()
{
    QFETCH(const QStringList, arguments);
    Program program;
    QVERIFY(program.run(QStringList{QStringLiteral("-P"), program.directory()} + arguments));
    QCOMPARE(program.status(), 2);
    QCOMPARE(program.output(), QByteArray());
    const QByteArray said = program.errors();
    QVERIFY2(said.startsWith("gleaner: ") && isOneLine(said), said.constData());
    QCOMPARE(program.everythingMade(), QStringList());
}

void TestUsage::showsHiddenCharactersOfWhatWasTyped()
{
    Program program;
    QVERIFY(program.run({QStringLiteral("--headless"), QStringLiteral("-w"),
        QStringLiteral("8\u001B[2J\u0007\n\u202E"), QStringLiteral("http://127.0.0.1:9/")}));
    QCOMPARE(program.status(), 2);
    QCOMPARE(program.errors(),
        QByteArray("gleaner: The number of workers has to be from 1 to 64, not "
                   "\"8[U+001B][2J[U+0007][U+000A][U+202E]\".\n"));
}

void TestUsage::needsADisplayOrHeadless_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::newRow("none") << QStringList();
    QTest::newRow("empty") << QStringList{QStringLiteral("DISPLAY=")};
    QTest::newRow("dead X") << QStringList{QStringLiteral("DISPLAY=:4711")};
    QTest::newRow("dead X by name") << QStringList{QStringLiteral("DISPLAY=127.0.0.1:4711.0")};
    QTest::newRow("no X at all") << QStringList{QStringLiteral("DISPLAY=nonsense")};
    QTest::newRow("dead Wayland") << QStringList{
        QStringLiteral("WAYLAND_DISPLAY=wayland-7"), QStringLiteral("XDG_RUNTIME_DIR=/tmp")};
    QTest::newRow("platform by hand, dead")
        << QStringList{QStringLiteral("DISPLAY=:4711"), QStringLiteral("QT_QPA_PLATFORM=xcb")};
    QTest::newRow("platform empty") << QStringList{QStringLiteral("QT_QPA_PLATFORM=")};
}

void TestUsage::needsADisplayOrHeadless()
{
    QFETCH(const QStringList, variables);
    Program program;
    for (const QString &variable : variables)
        program.setVariable(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    QVERIFY(program.run({QStringLiteral("http://127.0.0.1:9/")}));
    QCOMPARE(program.errors(),
        QByteArray("gleaner: There is no display to open a window on; run it in a desktop session, "
                   "or with --headless.\n"));
    QCOMPARE(program.status(), 2);
    QCOMPARE(program.everythingMade(), QStringList());
}

void TestUsage::needsTheWaylandPluginForAWaylandDisplay()
{
    if (!QDir(QLibraryInfo::path(QLibraryInfo::PluginsPath) + QStringLiteral("/platforms"))
             .entryList({QStringLiteral("libqwayland*")})
             .isEmpty())
        QSKIP("Qt's plugin for Wayland is installed here");
    Program program;
    QLocalServer compositor;
    QVERIFY(compositor.listen(program.path(QStringLiteral("wayland"))));
    program.setVariable(QStringLiteral("WAYLAND_DISPLAY"), compositor.fullServerName());
    QVERIFY(program.run({QStringLiteral("http://127.0.0.1:9/")}));
    QCOMPARE(program.status(), 2);
    QVERIFY2(isOneLine(program.errors()), program.errors().constData());
}

void TestUsage::printsHelpAndVersionWithoutADisplay_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("help") << QStringLiteral("--help")
                          << QByteArray("Usage: gleaner [OPTIONS] [URL");
    QTest::newRow("version") << QStringLiteral("--version")
                             << QByteArray("gleaner " GLEANER_VERSION "\n");
}

void TestUsage::printsHelpAndVersionWithoutADisplay()
{
    QFETCH(const QString, option);
    QFETCH(const QByteArray, beginning);
    Program program;
    QVERIFY(program.run({option}));
    QCOMPARE(program.status(), 0);
    QVERIFY2(program.output().startsWith(beginning), program.output().constData());
    QCOMPARE(program.errors(), QByteArray());
    QCOMPARE(program.everythingMade(), QStringList());
}

QTEST_GUILESS_MAIN(TestUsage)
#include "tst_usage.moc"
