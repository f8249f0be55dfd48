// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/address.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>
#include <QThreadPool>

#include <atomic>

using namespace gleaner;

namespace
{

const QByteArray Null("(failure)");

QByteArray shown(const std::optional<Address> &address)
{
    return address ? address->bytes() : Null;
}

Address at(const char *address)
{
    return Address::parse(address).value();
}

} // namespace

class TestAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nullAddressHoldsNothing();
    void keepsABaseApartFromItsCopies();
    void tellsItsParts_data();
    void tellsItsParts();
    void comparesByItsBytes();
    void becomesAUrl_data();
    void becomesAUrl();
    void staysLinearForHostileInput_data();
    void staysLinearForHostileInput();
    void parsesInManyThreads();
};

void TestAddress::nullAddressHoldsNothing()
{
    const Address null;
    QVERIFY(null.isNull());
    QVERIFY(!null.isWeb());
    QVERIFY(null.bytes().isEmpty());
    QVERIFY(null.scheme().isEmpty());
    QVERIFY(null.host().isEmpty());
    QVERIFY(null.path().isEmpty());
    QVERIFY(null.query().isEmpty());
    QVERIFY(null.origin().isEmpty());
    QVERIFY(!null.hasQuery());
    QCOMPARE(null.port(), 0);
    QCOMPARE(null, Address());
    QVERIFY(Address::fromCanonical({}).isNull());
    QVERIFY(null != at("http://a/"));
    QVERIFY(!null.resolve("x"));
    QCOMPARE(shown(null.resolve("http://a/x")), "http://a/x");
}

void TestAddress::keepsABaseApartFromItsCopies()
{
    const Address base = at("http://a/b?c");
    const auto same = base.resolve("#x");
    const auto other = same->resolve("d");
    QCOMPARE(base.bytes(), "http://a/b?c");
    QCOMPARE(same->bytes(), "http://a/b?c");
    QCOMPARE(other->bytes(), "http://a/d");
}

void TestAddress::tellsItsParts_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArrayList>("parts");
    QTest::addColumn<int>("port");
    const auto row = [](const char *input, const QByteArrayList &parts, int port) {
        QTest::newRow(input) << QByteArray(input) << parts << port;
    };
    // Scheme, host, path, query, origin.
    row("http://a/b?c", {"http", "a", "/b", "c", "http://a"}, 80);
    row("https://a", {"https", "a", "/", "", "https://a"}, 443);
    row("https://a:8443/?", {"https", "a", "/", "", "https://a:8443"}, 8443);
    row("http://[::1]:65535/x", {"http", "[::1]", "/x", "", "http://[::1]:65535"}, 65535);
    row("http://a:0/", {"http", "a", "/", "", "http://a:0"}, 0);
    row("ftp://a/", {"ftp", "a", "/", "", "ftp://a"}, 21);
    row("ssh://a:22/x", {"ssh", "a", "/x", "", "ssh://a:22"}, 22);
    row("ssh://a", {"ssh", "a", "", "", "ssh://a"}, 0);
    row("foo:/.//x?y", {"foo", "", "//x", "y", "foo:"}, 0);
    row("foo:///x", {"foo", "", "/x", "", "foo://"}, 0);
    row("mailto:me?a=b", {"mailto", "", "me", "a=b", "mailto:"}, 0);
    row("file:///x", {"file", "", "/x", "", "file://"}, 0);
}

void TestAddress::tellsItsParts()
{
    QFETCH(const QByteArray, input);
    QFETCH(const int, port);
    const Address parsed = Address::parse(input).value();
    for (const Address &address : {parsed, Address::fromCanonical(parsed.bytes())}) {
        const QByteArrayList parts{address.scheme().toByteArray(), address.host().toByteArray(),
            address.path().toByteArray(), address.query().toByteArray(), address.origin()};
        QTEST(parts, "parts");
        QCOMPARE(int(address.port()), port);
        QCOMPARE(address.hasQuery(), input.contains('?'));
        QCOMPARE(address.isWeb(), input.startsWith("http"));
        QCOMPARE(address.hasOpaquePath(), input.startsWith("mailto"));
        QCOMPARE(address, parsed);
    }
}

void TestAddress::comparesByItsBytes()
{
    const QSet<Address> addresses{at("http://a/#1"), at("http://A:80/#2"), at("http://b/")};
    QCOMPARE(addresses.size(), 2);
    QVERIFY(at("http://a/") < at("http://b/"));
    QVERIFY(at("http://a/") != at("https://a/"));
    QVERIFY(at("http://a/x") != at("http://a/X"));
    QVERIFY(at("http://a/%41") != at("http://a/A"));
}

void TestAddress::becomesAUrl_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("encoded");
    const auto row = [](const char *input, const char *encoded) {
        QTest::newRow(input) << QByteArray(input) << QByteArray(encoded);
    };
    row("http://example.org/a%20b?c=d&e=%27", "http://example.org/a%20b?c=d&e=%27");
    row("http://[::1]:8080/", "http://[::1]:8080/");
    row("http://xn--fa-hia.de/", "http://xn--fa-hia.de/");
    row("http://a/b//c/%2F%2e.", "http://a/b//c/%2F..");
    row("http://a/%zz|", "http://a/%25zz%7C");
}

void TestAddress::becomesAUrl()
{
    QFETCH(const QByteArray, input);
    const QUrl url = Address::parse(input).value().toUrl();
    QVERIFY(url.isValid());
    QTEST(url.toEncoded(), "encoded");
}

void TestAddress::staysLinearForHostileInput_data()
{
    QTest::addColumn<QByteArray>("input");
    constexpr qsizetype many = 1'000'000;
    const auto row = [](const char *name, const QByteArray &start, const QByteArray &part) {
        QTest::newRow(name) << start + part.repeated(many);
    };
    row("segments", "http://a/", "a/");
    row("dot segments", "http://a/", "x/../");
    row("parents", "http://a/", "../");
    row("escapes", "http://a/", "\xFF");
    row("line breaks", "http://a/", "\n");
    row("blanks", "http://a/", "   ");
    row("slashes", "http:", "/");
    row("users", "http://", "@");
    row("colons", "http://", ":");
    row("brackets", "http://", "[");
    row("labels", "http://", "a.");
    row("numbers", "http://", "1.");
    row("digits", "http://", "1");
    row("escaped hosts", "http://", "%61");
    row("foreign labels", "http://", "\u00E9.");
    row("a foreign label", "http://", "\u00E9");
    row("combining marks", "http://a", "\u0316\u0301");
    row("IPv6", "http://[", "1:");
    row("a scheme", "", "a");
    row("an opaque path", "a:", " ");
    row("a query", "http://a/?", "'");
}

void TestAddress::staysLinearForHostileInput()
{
    QFETCH(const QByteArray, input);
    QElapsedTimer timer;
    timer.start();
    const auto address = Address::parse(input);
    if (address) {
        QCOMPARE(Address::parse(address->bytes()), address);
        QVERIFY(address->bytes().size() <= input.size() * 9 + 8);
    }
    // Quadratic work would take hours.
    QVERIFY(timer.elapsed() < 20'000);
}

void TestAddress::parsesInManyThreads()
{
    QThreadPool pool;
    pool.setMaxThreadCount(4);
    std::atomic<int> right = 0;
    for (int i = 0; i < 64; ++i) {
        pool.start([&right] {
            const auto address = Address::parse("http://b\u00FCcher.example/");
            right += shown(address) == "http://xn--bcher-kva.example/" ? 1 : 0;
        });
    }
    pool.waitForDone();
    QCOMPARE(right.load(), 64);
}

QTEST_APPLESS_MAIN(TestAddress)
#include "tst_address.moc"
