// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/address.h"

#include <QTest>

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

class TestUrlParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesOneCanonicalForm_data();
    void writesOneCanonicalForm();
    void refusesWhatBrowsersRefuse_data();
    void refusesWhatBrowsersRefuse();
    void resolvesReferences_data();
    void resolvesReferences();
    void refusesReferencesWithoutABase();
    void repairsBytesThatAreNotUtf8_data();
    void repairsBytesThatAreNotUtf8();
    void asksTheQueryEncoder();
    void leavesQueriesOfOtherSchemesInUtf8();
};

void TestUrlParser::writesOneCanonicalForm_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *input, const char *bytes) {
        QTest::newRow(QByteArray(input).simplified().constData())
            << QByteArray(input) << QByteArray(bytes);
    };
    row("http://example.org", "http://example.org/");
    row("HTTP://EXAMPLE.org/A", "http://example.org/A");
    row("http://example.org:80/", "http://example.org/");
    row("https://example.org:443/", "https://example.org/");
    row("https://example.org:0443/", "https://example.org/");
    row("http://example.org:443/", "http://example.org:443/");
    row("http://example.org:/", "http://example.org/");
    row("http://example.org/#top", "http://example.org/");
    row("http://example.org/?", "http://example.org/?");
    row("http://example.org?q", "http://example.org/?q");
    row("http://example.org/?a#b?c", "http://example.org/?a");
    row("http://me:secret@example.org/", "http://example.org/");
    row("http://me:s@cr@t@example.org:81/x", "http://example.org:81/x");
    row("  \x01http://example.org/ \r\n", "http://example.org/");
    row("ht\ntp://exa\tmple.org/a\r\nb", "http://example.org/ab");
    row("http:example.org", "http://example.org/");
    row("http:\\\\example.org\\a\\b", "http://example.org/a/b");
    row("http://///example.org/", "http://example.org/");
    row("http://h\\@evil/", "http://h/@evil/");
    row("http://a/b/../c/./d/..", "http://a/c/");
    row("http://a/%2e%2E/b/%2e/c/.%2e/", "http://a/b/");
    row("http://a/../../x", "http://a/x");
    row("http://a/...", "http://a/...");
    row("http://a/.x/..y", "http://a/.x/..y");
    row("http://a//b///c", "http://a//b///c");
    row("http://a/%7e%41", "http://a/%7e%41");
    row("http://a/%zz%", "http://a/%zz%");
    row("http://a/ \"<>`{}|^[]'", "http://a/%20%22%3C%3E%60%7B%7D|%5E[]'");
    row("http://a/? \"<>`{}|^[]'", "http://a/?%20%22%3C%3E`{}|^[]%27");
    row("http://a/\u00E9?\u00E9", "http://a/%C3%A9?%C3%A9");
    row("http://b\u00FCcher.example/", "http://xn--bcher-kva.example/");
    row("http://B%C3%9CCHER.example/", "http://xn--bcher-kva.example/");
    row("http://fa\u00DF.de/", "http://xn--fa-hia.de/");
    row("http://stra\u1E9Ee.de/", "http://xn--strae-oqa.de/");
    row("http://ex%61mple.org/", "http://example.org/");
    row("http://under_score.example/", "http://under_score.example/");
    row("http://0x7f.1/", "http://127.0.0.1/");
    row("http://2130706433/", "http://127.0.0.1/");
    row("http://017700000001./", "http://127.0.0.1/");
    row("http://\uFF11\uFF12\uFF17.1/", "http://127.0.0.1/");
    row("http://1.example/", "http://1.example/");
    row("http://[2001:0DB8:0:0::1]:8080/", "http://[2001:db8::1]:8080/");
    row("http://[::ffff:192.0.2.1]/", "http://[::ffff:c000:201]/");
    row("http://[1:0:0:2:0:0:0:3]/", "http://[1:0:0:2::3]/");
    row("http://[1:0:2:3:4:5:6:7]/", "http://[1:0:2:3:4:5:6:7]/");
    row("ftp://a:21/x", "ftp://a/x");
    row("file:///C|/a/../..", "file:///C:/");
    row("file://localhost/etc", "file:///etc");
    row("mailto:me@example.org#x", "mailto:me@example.org");
    row("javascript:a b ", "javascript:a b");
    row("data:a  #b", "data:a %20");
    row("ssh://Me@Host:22/../x", "ssh://Host:22/x");
    row("foo:/..//bar", "foo:/.//bar");
}

void TestUrlParser::writesOneCanonicalForm()
{
    QFETCH(const QByteArray, input);
    const auto address = Address::parse(input);
    QTEST(shown(address), "bytes");
    QCOMPARE(Address::parse(address->bytes()), address);
}

void TestUrlParser::refusesWhatBrowsersRefuse_data()
{
    QTest::addColumn<QByteArray>("input");
    for (const char *input :
        {"", " ", "#", "example.org", "/a", "//example.org/", "http", ":", "1:x",
            "http:", "http://", "https:///", "http://?x", "http://:80/", "http://me@/",
            "http://me@:80/", "http://a:b/", "http://a:65536/", "http://a:-1/", "http://a: 80/",
            "http://a b/", "http://a<b/", "http://a^b/", "http://a|b/", "http://a%b/",
            "http://%00/", "http://%2F/", "http://a\x7F/", "http://256.0.0.1/", "http://1.2.3.4.5/",
            "http://0x100000000/", "http://1..2/", "http://a.09/", "http://[/", "http://[]/",
            "http://[::1/", "http://[::1]x/", "http://[:1]/", "http://[1:]/", "http://[:::]/",
            "http://[1::2::3]/", "http://[1:2:3:4:5:6:7]/", "http://[1:2:3:4:5:6:7:8:9]/",
            "http://[12345::]/", "http://[::1.2.3]/", "http://[::1.2.3.256]/",
            "http://[::01.2.3.4]/", "http://[::1.2.3.4.]/", "http://[1:2:3:4:5:6:7:1.2.3.4]/",
            "http://[::g]/", "http://[fe80::1%25eth0]/", "http://xn--\u00E9/", "http://\u200D/",
            "http://\uFFFD/", "http://%FF/", "http://\u00AD/", "ssh://a b/", "ssh://:22/",
            "ssh://me@/", "ssh://a:x/", "file://a:80/"}) {
        QTest::addRow("'%s'", input) << QByteArray(input);
    }
    QTest::newRow("NUL in a host") << QByteArray("http://a\0b/", 11);
}

void TestUrlParser::refusesWhatBrowsersRefuse()
{
    QFETCH(const QByteArray, input);
    QCOMPARE(shown(Address::parse(input)), Null);
}

void TestUrlParser::resolvesReferences_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *base, const char *reference, const QByteArray &bytes) {
        QTest::addRow("'%s' at %s", QByteArray(reference).simplified().constData(), base)
            << QByteArray(base) << QByteArray(reference) << bytes;
    };
    const char *page = "https://example.org/a/b/page.html?q#f";
    row(page, "", "https://example.org/a/b/page.html?q");
    row(page, "#top", "https://example.org/a/b/page.html?q");
    row(page, "?", "https://example.org/a/b/page.html?");
    row(page, "?r", "https://example.org/a/b/page.html?r");
    row(page, "other.html", "https://example.org/a/b/other.html");
    row(page, "./other.html", "https://example.org/a/b/other.html");
    row(page, "../x/y.html#frag", "https://example.org/a/x/y.html");
    row(page, "../../../../x", "https://example.org/x");
    row(page, "..", "https://example.org/a/");
    row(page, ".", "https://example.org/a/b/");
    row(page, "/", "https://example.org/");
    row(page, "/x?y", "https://example.org/x?y");
    row(page, "\\x\\y", "https://example.org/x/y");
    row(page, "//other.example/x", "https://other.example/x");
    row(page, "\\/other.example", "https://other.example/");
    row(page, "/\\other.example", "https://other.example/");
    row(page, "///other.example", "https://other.example/");
    row(page, "//me:secret@other.example", "https://other.example/");
    row(page, "//", Null);
    row(page, "//a b/", Null);
    row(page, "http://other.example", "http://other.example/");
    row(page, "https:x.html", "https://example.org/a/b/x.html");
    row(page, "HTTPS:/x", "https://example.org/x");
    row(page, "https:?r", "https://example.org/a/b/page.html?r");
    row(page, "https:", "https://example.org/a/b/page.html?q");
    row(page, "http:x.html", "http://x.html/");
    row(page, "a:b", "a:b");
    row(page, "./a:b", "https://example.org/a/b/a:b");
    row(page, "1:b", "https://example.org/a/b/1:b");
    row(page, "mailto:me@example.org", "mailto:me@example.org");
    row(page, " \n x y.html \t", "https://example.org/a/b/x%20y.html");
    row(page, "p\u00E4ge", "https://example.org/a/b/p%C3%A4ge");
    row("http://me:secret@a:81/x/", "y", "http://a:81/x/y");
    row("http://a", "x", "http://a/x");
    row("http://a/b//", "..", "http://a/b/");
    row("mailto:me", "x", Null);
    row("mailto:me", "", Null);
    row("mailto:me", "?x", Null);
    row("mailto:me", "#x", "mailto:me");
    row("mailto:me", "http://a/", "http://a/");
    row("foo://host", "x", "foo://host/x");
    row("foo://host", "", "foo://host");
    row("foo://host/a", "//", "foo://");
    row("foo:/a/b", "//c", "foo://c");
    row("foo:/.//p", "", "foo:/.//p");
    row("foo:/.//p", "x", "foo:/.//x");
    row("foo:/.//p", "../x", "foo:/x");
    row("foo:/.//p", "?q", "foo:/.//p?q");
    row("file:///C:/a/b", "/x", "file:///C:/x");
    row("file:///C:/a/b", "D|/x", "file:///D:/x");
    row("file:///C:/a/b", "../../..", "file:///C:/");
    row("file://host/a", "/x", "file://host/x");
    row("file://host/a", "//other/x", "file://other/x");
    row("http://a/", "file:x", "file:///x");
}

void TestUrlParser::resolvesReferences()
{
    QFETCH(const QByteArray, base);
    QFETCH(const QByteArray, reference);
    const auto resolved = Address::parse(base).value().resolve(reference);
    QTEST(shown(resolved), "bytes");
    if (resolved) {
        QCOMPARE(Address::parse(resolved->bytes()), resolved);
        QCOMPARE(resolved->isWeb(), Address::parse(resolved->bytes())->isWeb());
        QCOMPARE(resolved->path(), Address::parse(resolved->bytes())->path());
    }
}

void TestUrlParser::refusesReferencesWithoutABase()
{
    QCOMPARE(shown(Address::parse("x.html")), Null);
    QCOMPARE(shown(Address().resolve("#x")), Null);
}

void TestUrlParser::repairsBytesThatAreNotUtf8_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("replacements");
    QTest::newRow("a lone continuation") << QByteArray("\x80") << 1;
    QTest::newRow("a Latin-1 letter") << QByteArray("\xE9") << 1;
    QTest::newRow("a byte that begins nothing") << QByteArray("\xFF") << 1;
    QTest::newRow("overlong") << QByteArray("\xC0\xAF") << 2;
    QTest::newRow("overlong in three bytes") << QByteArray("\xE0\x80\xAF") << 3;
    QTest::newRow("cut off after two") << QByteArray("\xE2\x80") << 1;
    QTest::newRow("cut off after three") << QByteArray("\xF0\x9F\x98") << 1;
    QTest::newRow("a surrogate") << QByteArray("\xED\xA0\x80") << 3;
    QTest::newRow("past U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << 4;
}

void TestUrlParser::repairsBytesThatAreNotUtf8()
{
    QFETCH(const QByteArray, path);
    QFETCH(const int, replacements);
    const QByteArray expected = "http://a/" + QByteArray("%EF%BF%BD").repeated(replacements) + "x";
    QCOMPARE(shown(Address::parse("http://a/" + path + "x")), expected);
    QCOMPARE(shown(at("http://a/b").resolve(path + "x")), expected);
}

void TestUrlParser::asksTheQueryEncoder()
{
    const QueryEncoder latin1 = [](QByteArrayView query) {
        QByteArray bytes;
        for (const char32_t point : QString::fromUtf8(query).toStdU32String()) {
            if (point < 0x100) {
                bytes.append(char(point));
            } else {
                bytes.append("%26%23" + QByteArray::number(uint(point)) + "%3B");
            }
        }
        return bytes;
    };
    const Address base = at("http://a/");
    QCOMPARE(shown(base.resolve("\u00E9?a='\u00E9 \u4F8B", latin1)),
        "http://a/%C3%A9?a=%27%E9%20%26%2320363%3B");
    QCOMPARE(shown(base.resolve("x", latin1)), "http://a/x");
    QCOMPARE(shown(base.resolve("?\u00E9", QueryEncoder())), "http://a/?%C3%A9");
}

void TestUrlParser::leavesQueriesOfOtherSchemesInUtf8()
{
    const QueryEncoder nothing = [](QByteArrayView) { return QByteArray(); };
    const Address base = at("http://a/");
    QCOMPARE(shown(base.resolve("wss://a/?\u00E9", nothing)), "wss://a/?%C3%A9");
    QCOMPARE(shown(base.resolve("foo://a/?\u00E9", nothing)), "foo://a/?%C3%A9");
    QCOMPARE(shown(base.resolve("ftp://a/?\u00E9", nothing)), "ftp://a/?");
}

QTEST_APPLESS_MAIN(TestUrlParser)
#include "tst_urlparser.moc"
