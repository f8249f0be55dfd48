// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/cookies.h"

#include <QTest>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

QByteArrayList numbered(int count, const QByteArray &rest = "=1")
{
    QByteArrayList fields;
    for (int i = 0; i < count; ++i)
        fields.append('c' + QByteArray::number(i) + rest);
    return fields;
}

} // namespace

/// However many cookies a server sets, requests stay such that servers take them.
class TestCookieLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesTooLargeOnes_data();
    void refusesTooLargeOnes();
    void takesFiftyOfAResponse();
    void keepsTheFiftyLastUsedOfADomain();
    void keepsSecureOnesLonger();
    void boundsWhatIsSent();
    void boundsAllOfThem();
    void oneHostPushesNoOtherOut();
};

void TestCookieLimits::refusesTooLargeOnes_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<int>("taken");
    QTest::newRow("as large as allowed") << "a=" + QByteArray(4095, 'x') << 1;
    QTest::newRow("too large") << "a=" + QByteArray(4096, 'x') << 0;
    QTest::newRow("too long a name") << QByteArray(4096, 'x') + "=1" << 0;
    QTest::newRow("a long attribute") << "a=1; Path=/" + QByteArray(5000, 'x') << 1;
}

void TestCookieLimits::refusesTooLargeOnes()
{
    QFETCH(const QByteArray, field);
    Cookies cookies;
    QTEST(cookies.receive("http://h/", {field}), "taken");
    // What is too long for an attribute does not count, so this one is for the whole host.
    QCOMPARE(cookies.sent("http://h/").isEmpty(), cookies.jar.size() == 0);
}

void TestCookieLimits::takesFiftyOfAResponse()
{
    Cookies cookies;
    QCOMPARE(cookies.receive("http://a.example.org/", numbered(51, "=1; Domain=example.org")), 50);
    QCOMPARE(cookies.jar.size(), 50);
}

void TestCookieLimits::keepsTheFiftyLastUsedOfADomain()
{
    Cookies cookies;
    cookies.receive("http://h/", numbered(25, "=1; Path=/old"));
    cookies.receive("http://h/", {"kept=1; Path=/used"});
    cookies.receive("http://h/", numbered(24, "=1; Path=/old2"));
    QCOMPARE(cookies.jar.size(), 50);
    QVERIFY(!cookies.sent("http://h/used").isEmpty());
    cookies.receive("http://h/", numbered(49, "=1; Path=/new"));
    QCOMPARE(cookies.jar.size(), 50);
    QCOMPARE(cookies.sent("http://h/used"), QByteArray("kept=1"));
    QCOMPARE(cookies.sent("http://h/old"), QByteArray());
    QCOMPARE(cookies.sent("http://h/new").count('='), 49);
}

void TestCookieLimits::keepsSecureOnesLonger()
{
    Cookies cookies;
    cookies.receive("https://h/", {"session=1; Secure"});
    for (int i = 0; i < 5; ++i)
        cookies.receive("http://h/", numbered(50, "=1; Path=/" + QByteArray::number(i)));
    QCOMPARE(cookies.jar.size(), 50);
    QCOMPARE(cookies.sent("https://h/"), QByteArray("session=1"));
}

void TestCookieLimits::boundsWhatIsSent()
{
    Cookies cookies;
    const QByteArray large(1000, 'x');
    const QByteArray rest = '=' + large + "; Domain=d.c.example.org";
    cookies.receive("http://d.c.example.org/", numbered(50, rest));
    const QByteArray field = cookies.sent("http://d.c.example.org/");
    QVERIFY(field.size() <= CookieJar::longestField);
    QCOMPARE(field.count(large), 7);
    // A small one still fits in.
    cookies.receive("http://d.c.example.org/", {"small=1"});
    QVERIFY(cookies.sent("http://d.c.example.org/").endsWith("; small=1"));
    // From four domains above each other fifty each.
    Cookies many;
    for (const char *domain :
        {"c.b.a.example.org", "b.a.example.org", "a.example.org", "example.org"})
        many.receive("http://c.b.a.example.org/", numbered(50, QByteArray("=1; Domain=") + domain));
    QCOMPARE(many.jar.size(), 200);
    QCOMPARE(many.sent("http://c.b.a.example.org/").count('='), CookieJar::mostSent);
}

void TestCookieLimits::boundsAllOfThem()
{
    Cookies cookies;
    for (int i = 0; i < 100; ++i)
        cookies.receive("http://h" + QByteArray::number(i) + ".test/", numbered(50));
    QCOMPARE(cookies.jar.size(), CookieJar::mostInAll);
    QCOMPARE(cookies.sent("http://h0.test/"), QByteArray());
    QCOMPARE(cookies.sent("http://h99.test/").count('='), 50);
}

void TestCookieLimits::oneHostPushesNoOtherOut()
{
    Cookies cookies;
    cookies.receive("http://sibling.example.org/", {"mine=1"});
    for (int i = 0; i < 20; ++i)
        cookies.receive("http://flood.example.org/",
            numbered(50, '=' + QByteArray(4000, 'x') + "; Path=/" + QByteArray::number(i)));
    QCOMPARE(cookies.jar.size(), 51);
    QCOMPARE(cookies.sent("http://sibling.example.org/"), QByteArray("mine=1"));
}

QTEST_APPLESS_MAIN(TestCookieLimits)
#include "tst_cookielimits.moc"
