// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/await.h"
#include "tests/support/faults.h"
#include "tests/support/filesbelow.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QFileInfo>

#include <csignal>

using namespace gleaner::test;

namespace
{

constexpr int fileSize = 60'000'000;

} // namespace

/// A download goes on in the next run of the program.
class TestContinuing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnAfter_data();
    void goesOnAfter();
    void whatWasSkippedIsToldAsItEnds();
};

void TestContinuing::goesOnAfter_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("an interrupt") << SIGINT;
    QTest::newRow("a kill") << SIGKILL;
}

void TestContinuing::goesOnAfter()
{
    QFETCH(const int, signal);
    TestServer server;
    server.serve("/big.iso", "application/octet-stream", patternBytes(fileSize));
    const QString address = text(server.url("/big.iso"));
    Program program;
    const QString part = program.directory() + QStringLiteral("/big.iso.part");
    program.startJson({QStringLiteral("--limit-rate"), QStringLiteral("30M"), address});
    QVERIFY(waitFor([&] { return QFileInfo(part).size() > fileSize / 2; }));
    program.send(signal);
    QVERIFY(program.waitForEnd());
    QVERIFY(QFileInfo::exists(part));

    QVERIFY(program.runJson({address}));
    QCOMPARE(program.status(), 0);
    QVERIFY(program.file(QStringLiteral("big.iso")) == patternBytes(fileSize));
    QCOMPARE(filesBelow(program.directory()), QByteArrayList{"big.iso"});
    QByteArray range;
    for (const Request &request : server.requests()) {
        if (request.target == "/big.iso")
            range = request.header("Range");
    }
    QVERIFY2(range.startsWith("bytes=") && range.endsWith('-'), range.constData());
    // A kill may cost what came since the part was last noted, every 8 MiB.
    QVERIFY2(range.sliced(6).chopped(1).toLongLong() > fileSize / 2 - 9 * 1024 * 1024,
        range.constData());
}

void TestContinuing::whatWasSkippedIsToldAsItEnds()
{
    TestServer server;
    server.serve("/", "text/html", "<a href=rob.html>1</a><a href=big.bin>2</a><a href=t>3</a>");
    server.serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /rob.html\n");
    server.serve("/rob.html", "text/html", "for people");
    server.serve("/big.bin", "application/octet-stream", QByteArray(5000, 'x'));
    server.serve("/t", "text/plain", "words");
    const QString address = text(server.url("/"));
    Program program;
    QVERIFY(program.runJson({QStringLiteral("--max-size"), QStringLiteral("1000"),
        QStringLiteral("--types"), QStringLiteral("pages"), address}));
    QCOMPARE(Events(program.output()).of("skipped").size(), 3);
    // Each of them ends otherwise now, and is told once.
    QVERIFY(program.runJson({QStringLiteral("--no-robots"), address}));
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(program.status()), QString());
    QCOMPARE(events.of("skipped").size(), 0);
    QCOMPARE(events.of("saved").size(), 3);
}

QTEST_GUILESS_MAIN(TestContinuing)
#include "tst_continuing.moc"
