// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/route.h"

#include <QTest>

#include <sched.h>

using namespace gleaner;

class TestRoute : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thisMachineCanBeReached_data()
    {
        QTest::addColumn<QByteArray>("host");
        for (const char *host : {"127.0.0.1", "127.9.9.9", "localhost", "a.localhost"})
            QTest::newRow(host) << QByteArray(host);
    }
    void thisMachineCanBeReached()
    {
        QFETCH(const QByteArray, host);
        QVERIFY(hasRoute(host));
    }

    void withoutANetworkNothingCan_data()
    {
        QTest::addColumn<QByteArray>("host");
        for (const char *host :
            {"127.0.0.1", "localhost", "192.0.2.7", "[::1]", "[2001:db8::7]", "some.example"})
            QTest::newRow(host) << QByteArray(host);
    }
    void withoutANetworkNothingCan()
    {
        QFETCH(const QByteArray, host);
        // A network namespace is born with everything down. The last test of this process, which
        // stays there.
        if (unshare(CLONE_NEWNET) != 0)
            QSKIP("a network namespace takes root");
        QVERIFY(!hasRoute(host));
    }
};

QTEST_GUILESS_MAIN(TestRoute)
#include "tst_route.moc"
