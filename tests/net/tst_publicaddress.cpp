// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/publicaddress.h"

#include <QHostAddress>
#include <QTest>

using namespace gleaner;

/// What belongs to the internet, and what to somebody's own network.
class TestPublicAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void nothingIsNotPublic() { QVERIFY(!isPublic(QHostAddress())); }
};

void TestPublicAddress::judges_data()
{
    QTest::addColumn<bool>("expected");
    const auto rows = [](bool expected, std::initializer_list<const char *> addresses) {
        for (const char *address : addresses)
            QTest::newRow(address) << expected;
    };
    rows(false,
        {"0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255",
            "127.0.0.1", "127.255.255.255", "169.254.0.0", "169.254.169.254", "169.254.255.255",
            "172.16.0.0", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.0.0",
            "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.1", "203.0.113.1",
            "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255"});
    rows(true,
        {"1.0.0.0", "8.8.8.8", "9.255.255.255", "11.0.0.0", "93.184.216.34", "100.63.255.255",
            "100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0",
            "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255", "192.169.0.0",
            "198.17.255.255", "198.20.0.0", "223.255.255.255"});
    rows(false,
        {"::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:0.0.0.0",
            "64:ff9b::10.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b:1::8.8.8.8", "100::1", "2001::1",
            "2001:db8::1", "2002:a00:1::1", "2002:7f00:1::", "3fff::1", "fc00::1", "fdff:ffff::1",
            "fe80::1", "fe80::1%1", "febf::1", "fec0::1", "ff02::1", "4000::1", "::8.8.8.8"});
    rows(true,
        {"2001:4860:4860::8888", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8",
            "64:ff9b::8.8.8.8", "2002:808:808::1", "2003::1", "3ffe::1"});
}

void TestPublicAddress::judges()
{
    const QHostAddress address(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!address.isNull());
    QTEST(isPublic(address), "expected");
}

QTEST_APPLESS_MAIN(TestPublicAddress)
#include "tst_publicaddress.moc"
