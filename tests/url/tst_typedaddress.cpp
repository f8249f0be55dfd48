// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/typedaddress.h"

#include <QTest>

using namespace gleaner;
using Error = TypedAddressError;

Q_DECLARE_METATYPE(gleaner::TypedAddressError)

class TestTypedAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsMeant_data();
    void readsWhatIsMeant();
    void saysWhyItIsNoAddress_data();
    void saysWhyItIsNoAddress();
    void refusesMoreThanEightKibibytes();
    void readsCredentials_data();
    void readsCredentials();
    void showsNoCredentials_data();
    void showsNoCredentials();
};

void TestTypedAddress::readsWhatIsMeant_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("address");
    const auto row = [](const char *typed, const char *address) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QByteArray(address);
    };
    row("http://example.org/a?b#c", "http://example.org/a?b");
    row("HTTPS://Example.ORG", "https://example.org/");
    row("https:example.org", "https://example.org/");
    row("http://intranet/", "http://intranet/");
    row("  https://example.org/  ", "https://example.org/");
    row("example.org", "http://example.org/");
    row("example.org/a b", "http://example.org/a%20b");
    row("example.org?q", "http://example.org/?q");
    row("example.org:8000/x", "http://example.org:8000/x");
    row("example.org:80", "http://example.org/");
    row("//example.org/x", "http://example.org/x");
    row("intranet:8080", "http://intranet:8080/");
    row("intranet:80/x", "http://intranet/x");
    row("localhost", "http://localhost/");
    row("LOCALHOST/x", "http://localhost/x");
    row("localhost:8000", "http://localhost:8000/");
    row("localhost:8000#x", "http://localhost:8000/");
    row("[::1]:8080/", "http://[::1]:8080/");
    row("[::1]", "http://[::1]/");
    row("127.0.0.1", "http://127.0.0.1/");
    row("127.1", "http://127.0.0.1/");
    row("2130706433:80", "http://127.0.0.1/");
    row("b\u00FCcher.example", "http://xn--bcher-kva.example/");
    row("\u4F8B\u3048\u3002jp", "http://xn--r8jz45g.jp/");
    row("example.org.", "http://example.org./");
    row("example.org/user@host", "http://example.org/user@host");
    row("example.org/?u=http://a@b/", "http://example.org/?u=http://a@b/");
    row("http://@example.org/", "http://example.org/");
}

void TestTypedAddress::readsWhatIsMeant()
{
    QFETCH(const QString, typed);
    const TypedAddress read = readTypedAddress(typed);
    QVERIFY(std::holds_alternative<Address>(read));
    QTEST(std::get<Address>(read).bytes(), "address");
    QVERIFY(std::get<Address>(read).isWeb());
}

void TestTypedAddress::saysWhyItIsNoAddress_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<Error>("error");
    const auto row = [](const char *typed, Error error) {
        QTest::addRow("'%s'", typed) << QString::fromUtf8(typed) << error;
    };
    row("", Error::Empty);
    row(" \t\u00A0 ", Error::Empty);
    row("intranet", Error::MissingScheme);
    row("intranet/a.html", Error::MissingScheme);
    row("intranet:", Error::UnknownScheme);
    row("example.", Error::MissingScheme);
    row(".example", Error::MissingScheme);
    row(".", Error::MissingScheme);
    row("..", Error::MissingScheme);
    row("./index.html", Error::MissingScheme);
    row("../index.html", Error::MissingScheme);
    row("/home/me/page.html", Error::MissingScheme);
    row("/example.org", Error::MissingScheme);
    row("?q", Error::MissingScheme);
    row("#top", Error::MissingScheme);
    row("2130706433", Error::MissingScheme);
    row("htp:/x", Error::UnknownScheme);
    row("htp://example.org/", Error::UnknownScheme);
    row("ftp://example.org/", Error::UnknownScheme);
    row("file:///etc/passwd", Error::UnknownScheme);
    row("mailto:me@example.org", Error::UnknownScheme);
    row("javascript:alert(1)", Error::UnknownScheme);
    row("data:text/html,x", Error::UnknownScheme);
    row("a.b://example.org/", Error::UnknownScheme);
    row("http://", Error::NoHost);
    row("http:", Error::NoHost);
    row("https:///", Error::NoHost);
    row("https://:80/", Error::NoHost);
    row("https://?q", Error::NoHost);
    row("http://me:secret@example.org/", Error::HasCredentials);
    row("http://me@example.org/", Error::HasCredentials);
    row("http://:secret@example.org/", Error::HasCredentials);
    row("me@example.org", Error::HasCredentials);
    row("http://me:secret@", Error::HasCredentials);
    row("http://example.org:99999/", Error::NotAnAddress);
    row("example.org:99999/", Error::NotAnAddress);
    row("example.org:80a", Error::NotAnAddress);
    row("hello world.org", Error::NotAnAddress);
    row("http://a<b/", Error::NotAnAddress);
    row("http://[::1/", Error::NotAnAddress);
    row("1.2.3.4.5", Error::NotAnAddress);
    row("256.256.256.256", Error::NotAnAddress);
    row("::1", Error::NotAnAddress);
}

void TestTypedAddress::saysWhyItIsNoAddress()
{
    QFETCH(const QString, typed);
    const TypedAddress read = readTypedAddress(typed);
    QVERIFY(std::holds_alternative<Error>(read));
    QTEST(std::get<Error>(read), "error");
}

void TestTypedAddress::refusesMoreThanEightKibibytes()
{
    const QString start = QStringLiteral("http://example.org/");
    const QString longest = start + QString(8192 - start.size(), QLatin1Char('x'));
    QVERIFY(std::holds_alternative<Address>(readTypedAddress(longest)));
    const TypedAddress read = readTypedAddress(longest + QLatin1Char('x'));
    QVERIFY(std::holds_alternative<Error>(read));
    QCOMPARE(std::get<Error>(read), Error::TooLong);
}

void TestTypedAddress::readsCredentials_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    const auto row = [](const char *typed, const char *user, const char *password) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(user)
                             << (password ? QString::fromUtf8(password) : QStringLiteral("none"));
    };
    row("http://example.org/", "", nullptr);
    row("http://@example.org/", "", nullptr);
    row("http://:@example.org/", "", nullptr);
    row("http://me@example.org/", "me", nullptr);
    row("http://me:@example.org/", "me", "");
    row("http://:secret@example.org/", "", "secret");
    row("http://me:se:cret@example.org/", "me", "se:cret");
    row("http://me:p@ss@example.org/", "me", "p@ss");
    row("http://m%c3%a9:%2f%40%3a@example.org/", "m\xC3\xA9", "/@:");
    row("http:\\\\me:secret@example.org/", "me", "secret");
    row("//me:secret@example.org/", "me", "secret");
}

void TestTypedAddress::readsCredentials()
{
    QFETCH(const QString, typed);
    const TypedStartAddress read = readTypedStart(typed);
    QVERIFY(std::holds_alternative<TypedStart>(read));
    const auto &start = std::get<TypedStart>(read);
    QCOMPARE(start.address.bytes(), QByteArray("http://example.org/"));
    QTEST(start.user, "user");
    QTEST(start.password.value_or(QStringLiteral("none")), "password");
}

void TestTypedAddress::showsNoCredentials_data()
{
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *typed, const char *shown) {
        QTest::newRow(typed) << QString::fromUtf8(shown);
    };
    row("http://example.org/a", "http://example.org/a");
    row("http://me:secret@example.org:99999/", "http://***@example.org:99999/");
    row("http://me:se/cret@h", "http://***@h");
    row("http://me:se?c#ret@h", "http://***@h");
    row("http:\\\\me:secret@h", "http:\\\\***@h");
    row("me:secret@h", "***@h");
    row("http:me:secret@h", "***@h");
    row("me:sec//ret@h", "***@h");
    row("//me:secret@h", "***@h");
    row("@", "***@");
}

void TestTypedAddress::showsNoCredentials()
{
    const QString typed = QString::fromUtf8(QTest::currentDataTag());
    QTEST(withoutCredentials(typed), "shown");
    QVERIFY(!withoutCredentials(typed).contains(u"sec"));
}

QTEST_APPLESS_MAIN(TestTypedAddress)
#include "tst_typedaddress.moc"
