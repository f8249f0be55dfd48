// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/cookies.h"

#include <QTest>

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

/// Who gets which cookie.
class TestCookieJar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhereItMay_data();
    void givesBackWhereItMay();
    void keepsNothingThatItRefuses_data();
    void keepsNothingThatItRefuses();
    void leavesSecureCookiesAlone_data();
    void leavesSecureCookiesAlone();
    void endsThemInTime_data();
    void endsThemInTime();
    void replacesInPlace();
    void sendsLongerPathsFirst();
    void standsBehindThePersonsOwnField();
    void readsFieldsThatStandApart();
    void trustsThePersonsCookiesNoFurther();
};

void TestCookieJar::givesBackWhereItMay_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("sent");
    const auto row = [](const char *name, const char *from, const QByteArray &field, const char *to,
                         const char *sent = "a=1") {
        QTest::newRow(name) << QByteArray(from) << field << QByteArray(to) << QByteArray(sent);
    };
    const char *h = "http://h.example.org/";
    row("the same host", h, "a=1", h);
    row("another host", h, "a=1", "http://i.example.org/", "");
    row("a host below", h, "a=1", "http://sub.h.example.org/", "");
    row("a host that ends alike", h, "a=1; Domain=h.example.org", "http://evilh.example.org/", "");
    row("another port (RFC 6265, section 8.5)", h, "a=1", "http://h.example.org:8080/");
    row("http after https", "https://h.example.org/", "a=1", h);
    row("a domain and below", h, "a=1; Domain=.example.org", "http://x.y.example.org/");
    row("capitals", "http://H.Example.ORG/", "a=1; DOMAIN=Example.Org", "http://x.eXample.org/");
    row("a foreign domain", h, "a=1; Domain=example.com", "http://example.com/", "");
    row("a dot alone is no domain", h, "a=1; Domain=.", h);
    row("nor is there anything below", h, "a=1; Domain=.", "http://sub.h.example.org/", "");
    row("a domain below itself", h, "a=1; Domain=x.h.example.org", h, "");

    row("a public suffix", "http://a.co.uk/", "a=1; Domain=.co.uk", "http://b.co.uk/", "");
    row("one of the second kind", "http://me.github.io/", "a=1; Domain=github.io",
        "http://you.github.io/", "");
    row("a public suffix for itself", "http://github.io/", "a=1; Domain=github.io",
        "http://github.io/");
    row("not below it", "http://github.io/", "a=1; Domain=github.io", "http://me.github.io/", "");
    // CVE-2022-27779 and its kin: the dot at the end hides the suffix.
    row("a dot behind the suffix", "http://a.co.uk/", "a=1; Domain=.co.uk.", "http://b.co.uk/", "");
    row("dots behind both", "http://a.co.uk./", "a=1; Domain=co.uk.", "http://b.co.uk./", "");
    row("a dot behind the host", "http://a.co.uk./", "a=1; Domain=co.uk", "http://b.co.uk/", "");
    row("the same host with a dot", "http://h.example.org./", "a=1", h);
    row("localhost", "http://localhost/", "a=1; Domain=localhost", "http://localhost/");
    row("below localhost", "http://a.localhost/", "a=1; Domain=localhost", "http://localhost/", "");

    // CVE-2014-3613
    row("the end of an IP address", "http://192.168.0.1/", "a=1; Domain=.168.0.1",
        "http://129.168.0.1/", "");
    row("an IP address", "http://192.168.0.1/", "a=1", "http://192.168.0.1/");
    row("an IP address by name", "http://192.168.0.1/", "a=1; Domain=192.168.0.1",
        "http://192.168.0.1/");
    row("its other spelling", "http://127.0.0.1/", "a=1", "http://127.1/");
    row("IPv6", "http://[::1]/", "a=1", "http://[::1]:8080/");

    row("its own folder", "http://h/a/b", "a=1", "http://h/a/c");
    row("its own folder alone", "http://h/a/b", "a=1", "http://h/b", "");
    row("a path", "http://h/", "a=1; Path=/a", "http://h/a/b");
    row("a path that begins alike", "http://h/", "a=1; Path=/a", "http://h/ab", "");
    row("a path without a slash", "http://h/a/b", "a=1; Path=x", "http://h/a/");

    row("secure over http", "https://h/", "a=1; Secure", "http://h/", "");
    row("secure over https", "https://h/", "a=1; Secure", "https://h/");
    row("secure from http", "http://h/", "a=1; Secure", "https://h/", "");
    row("__Secure- without it", "https://h/", "__Secure-a=1", "https://h/", "");
    row("__secure- with it", "https://h/", "__secure-a=1; Secure", "https://h/", "__secure-a=1");
    row("__Host-", "https://h/", "__Host-a=1; Secure; Path=/", "https://h/", "__Host-a=1");
    row("__Host- with a path", "https://h/a/", "__Host-a=1; Secure; Path=/a", "https://h/a/", "");
    row("__Host- without a path", "https://h/", "__Host-a=1; Secure", "https://h/", "");
    row("__Host- for a domain", "https://h.example.org/",
        "__Host-a=1; Secure; Path=/; Domain=h.example.org", "https://h.example.org/", "");

    row("HttpOnly and SameSite", "https://h/", "a=1; HttpOnly; SameSite=Strict", "https://h/");
    // CVE-2022-35252: servers refuse the request that brings it back.
    row("a control character", h, "a=1\x01", h, "");
    row("one in an attribute", h, "a=1; x=\x7f", h, "");
    row("a NUL", h, QByteArray("a=1\0b", 5), h, "");
    row("a TAB", h, "a=1\t2", h, "a=1\t2");
    row("bytes above ASCII", h, "a=\xc3\xa9", h, "a=\xc3\xa9");
    row("no name", h, "=1", h, "");
    row("no sign", h, "a", h, "");
}

void TestCookieJar::givesBackWhereItMay()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, field);
    QFETCH(const QByteArray, to);
    Cookies cookies;
    cookies.receive(from, {field});
    QTEST(cookies.sent(to), "sent");
}

void TestCookieJar::keepsNothingThatItRefuses_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *from, const char *field) {
        QTest::addRow("%s %s", from, field) << QByteArray(from) << QByteArray(field);
    };
    row("http://192.168.0.1/", "a=1; Domain=.168.0.1");
    row("http://192.168.0.1/", "a=1; Domain=1");
    row("http://a.co.uk/", "a=1; Domain=co.uk");
    row("http://a.co.uk/", "a=1; Domain=uk");
    row("http://a.co.uk./", "a=1; Domain=.co.uk.");
    row("http://a.example/", "a=1; Domain=b.example");
    row("http://a.example/", "a=1; Secure");
    row("https://a.example/", "__Host-a=1");
}

void TestCookieJar::keepsNothingThatItRefuses()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, field);
    Cookies cookies;
    QCOMPARE(cookies.receive(from, {field}), 0);
    QCOMPARE(cookies.jar.size(), 0);
}

void TestCookieJar::leavesSecureCookiesAlone_data()
{
    QTest::addColumn<QByteArray>("secure");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<int>("taken");
    const auto row = [](const char *name, const char *secure, const char *from, const char *field,
                         int taken) {
        QTest::newRow(name) << QByteArray(secure) << QByteArray(from) << QByteArray(field) << taken;
    };
    const char *host = "a=1; Secure; Path=/login";
    const char *domain = "a=1; Secure; Path=/login; Domain=example.org";
    row("overwritten", host, "http://h.example.org/", "a=2; Path=/login", 0);
    row("hidden below", host, "http://h.example.org/", "a=2; Path=/login/x", 0);
    row("beside it", host, "http://h.example.org/", "a=2; Path=/", 1);
    row("another name", host, "http://h.example.org/", "b=2; Path=/login", 1);
    row("by the domain", host, "http://i.example.org/", "a=2; Path=/login; Domain=example.org", 0);
    row("by a host below", domain, "http://i.example.org/", "a=2; Path=/login", 0);
    row("by a stranger", host, "http://i.example.org/", "a=2; Path=/login", 1);
    row("over https", host, "https://h.example.org/", "a=2; Path=/login", 1);
}

void TestCookieJar::leavesSecureCookiesAlone()
{
    QFETCH(const QByteArray, secure);
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, field);
    Cookies cookies;
    QCOMPARE(cookies.receive("https://h.example.org/", {secure}), 1);
    QTEST(cookies.receive(from, {field}), "taken");
}

void TestCookieJar::endsThemInTime_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<int>("lastsSeconds"); // -1 for ever
    QTest::newRow("a session's") << QByteArray() << -1;
    QTest::newRow("an age") << QByteArray("; Max-Age=10") << 9;
    QTest::newRow("an age of nothing") << QByteArray("; Max-Age=0") << 0;
    QTest::newRow("a negative age") << QByteArray("; Max-Age=-1") << 0;
    QTest::newRow("no age") << QByteArray("; Max-Age=1x") << -1;
    QTest::newRow("an age beyond counting") << "; Max-Age=" + QByteArray(30, '9') << 34'559'999;
    QTest::newRow("a date") << QByteArray("; Expires=Sun, 01 Mar 2026 00:00:10 GMT") << 9;
    QTest::newRow("a date gone by") << QByteArray("; Expires=Sat, 28-Feb-26 23:59:59 GMT") << 0;
    QTest::newRow("no date") << QByteArray("; Expires=tomorrow") << -1;
    QTest::newRow("30 February") << QByteArray("; Expires=30 Feb 2020 00:00:00") << -1;
    QTest::newRow("the age counts")
        << QByteArray("; Max-Age=10; Expires=Sat, 28 Feb 2026 23:59:59 GMT") << 9;
}

void TestCookieJar::endsThemInTime()
{
    QFETCH(const QByteArray, attributes);
    QFETCH(const int, lastsSeconds);
    Cookies cookies;
    cookies.receive("http://h/", {"a=0"});
    QCOMPARE(cookies.receive("http://h/", {"a=1" + attributes}), 1);
    if (lastsSeconds == 0) {
        QCOMPARE(cookies.sent("http://h/"), QByteArray());
        QCOMPARE(cookies.jar.size(), 0);
        return;
    }
    cookies.now += lastsSeconds < 0 ? 86400s * 400 : std::chrono::seconds(lastsSeconds);
    QCOMPARE(cookies.sent("http://h/"), QByteArray("a=1"));
    cookies.now += 1s;
    QCOMPARE(cookies.sent("http://h/"), QByteArray(lastsSeconds < 0 ? "a=1" : ""));
}

void TestCookieJar::replacesInPlace()
{
    Cookies cookies;
    cookies.receive("http://h/", {"a=1", "b=1", "a=2"});
    QCOMPARE(cookies.sent("http://h/"), QByteArray("a=2; b=1"));
    QCOMPARE(cookies.jar.size(), 2);
}

void TestCookieJar::sendsLongerPathsFirst()
{
    Cookies cookies;
    cookies.receive("http://h/x/", {"a=1; Path=/", "b=1; Path=/x", "c=1; Path=/", "d=1; Path=/x"});
    QCOMPARE(cookies.sent("http://h/x/y"), QByteArray("b=1; d=1; a=1; c=1"));
}

void TestCookieJar::standsBehindThePersonsOwnField()
{
    Cookies cookies;
    cookies.receive("http://h/", {"a=1"});
    HeaderList headers{{"X-Mine", "1"}, {"cookie", "own=1"}};
    cookies.jar.addField(headers, Cookies::address("http://h/"), cookies.now);
    QCOMPARE(headers.size(), 2U);
    QCOMPARE(headers[1].second, QByteArray("own=1; a=1"));
    HeaderList none;
    cookies.jar.addField(none, Cookies::address("http://other/"), cookies.now);
    QVERIFY(none.empty());
}

void TestCookieJar::readsFieldsThatStandApart()
{
    Cookies cookies;
    const ResponseHead head{200, {{"set-cookie", "a=1"}, {"X", "c=1"}, {"Set-Cookie", "b=1, c"}}};
    QCOMPARE(cookies.jar.receive(Cookies::address("http://h/"), head, cookies.now), 2);
    QCOMPARE(cookies.sent("http://h/"), QByteArray("a=1; b=1, c"));
}

void TestCookieJar::trustsThePersonsCookiesNoFurther()
{
    Cookie everywhere{"a", "1", "co.uk", Cookie::Reach::Subdomains, "/", {}, false};
    Cookie secure{"b", "1", "example.org", Cookie::Reach::Subdomains, "/", {}, true};
    Cookies cookies{CookieJar({everywhere, secure})};
    QCOMPARE(cookies.sent("http://a.co.uk/"), QByteArray());
    QCOMPARE(cookies.sent("http://www.example.org/"), QByteArray());
    QCOMPARE(cookies.sent("https://www.example.org/"), QByteArray("b=1"));
}

QTEST_APPLESS_MAIN(TestCookieJar)
#include "tst_cookiejar.moc"
