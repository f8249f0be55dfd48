// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/fetching.h"

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

/// Heads without an end. Qt reads them in the one HTTP thread of a manager, which other hosts use
/// too; with our buffered sockets that thread comes round between two reads, so nobody waits.
class TestHostileHeads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slowNobodyElseDown_data();
    void slowNobodyElseDown();
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
    // Not longer where everything is slower: what comes until then is kept in memory.
    hostile.headerTimeout = 4s;
    const auto flood = fetching.start(hostile);
    QVERIFY(waitFor([&] { return bad.openNow() == 1; }));
    for (int i = 0; i < 20; ++i)
        QCOMPARE(described(fetching.outcome(good.url("/a"))), QByteArray("fetched 200 5 verified"));
    // One after the other, on the same manager, and all of them before the flood was over.
    QVERIFY(!flood.isFinished());
    QVERIFY(waitFor(flood));
    QCOMPARE(described(flood.result()), QByteArray("failure timeout 0 heals"));
    QVERIFY(waitFor([&] { return bad.openNow() == 0; }));
}

QTEST_GUILESS_MAIN(TestHostileHeads)
#include "tst_hostileheads.moc"
