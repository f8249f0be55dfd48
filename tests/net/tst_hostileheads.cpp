// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/fetching.h"

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

/// Heads without an end. Qt reads them in the one HTTP thread of a manager, which other hosts use
/// too; with our buffered sockets that thread comes round between two reads, so nobody waits. It
/// keeps them all, so they are ended by their amount, long before any deadline.
class TestHostileHeads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slowNobodyElseDown_data();
    void slowNobodyElseDown();
    void largeBodiesAreNoFlood();
};

void TestHostileHeads::slowNobodyElseDown_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target :
        {"endless-headers", "huge-headers?bytes=20000000000", "many-headers?count=2000000000"})
        QTest::newRow(target) << QByteArray("/fault/") + target;
}

void TestHostileHeads::slowNobodyElseDown()
{
    QFETCH(const QByteArray, target);
    TestServer bad;
    TestServer good("127.0.0.2");
    good.serve("/a", "text/plain", "hello");
    Fetching fetching;
    FetchRequest hostile = Fetching::requestFor(bad.url(target));
    hostile.headerTimeout = 60s;
    const auto flood = fetching.start(hostile);
    QVERIFY(waitFor([&] { return bad.openNow() == 1; }));
    // One after the other, on the same manager, while the flood goes on.
    int answered = 0;
    while (!flood.isFinished()) {
        QCOMPARE(described(fetching.outcome(good.url("/a"))), QByteArray("fetched 200 5 verified"));
        ++answered;
    }
    QVERIFY2(answered >= 3, QByteArray::number(answered).constData());
    QCOMPARE(described(flood.result()), QByteArray("failure invalid-response 0 heals"));
    QCOMPARE(std::get<FetchFailure>(flood.result()).detail, QStringLiteral("endless headers"));
    QVERIFY(waitFor([&] { return bad.openNow() == 0; }));
}

void TestHostileHeads::largeBodiesAreNoFlood()
{
    // Somebody waits for a head while far more arrives than a flood is allowed to be.
    TestServer server;
    Fetching fetching;
    const auto waiting = fetching.start(Fetching::requestFor(server.url("/fault/hold/gate/x")));
    QVERIFY(waitFor([&] { return server.openNow() == 1; }));
    QElapsedTimer clock;
    clock.start();
    qint64 bytes = 0;
    while (bytes < 2 * HeadFlood::most || clock.elapsed() < 2000) {
        fetching.sink->body.clear();
        QCOMPARE(described(fetching.outcome(server.url("/fault/large-body?bytes=16777216"))),
            QByteArray("fetched 200 16777216 verified"));
        bytes += 16'777'216;
    }
    QVERIFY(!waiting.isFinished());
    server.release("gate");
    QVERIFY(waitFor(waiting));
    QVERIFY(described(waiting.result()).startsWith("fetched 200"));
}

QTEST_GUILESS_MAIN(TestHostileHeads)
#include "tst_hostileheads.moc"
