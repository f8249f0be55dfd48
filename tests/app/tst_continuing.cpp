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

/// A large file that was broken off goes on in the next run of the program.
class TestContinuing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnAfter_data();
    void goesOnAfter();
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

QTEST_GUILESS_MAIN(TestContinuing)
#include "tst_continuing.moc"
