// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/pathmapper.h"

#include "core/save/safename.h"
#include "core/url/percentencoding.h"
#include "tests/save/harmless.h"

#include <QDir>
#include <QHash>
#include <QSet>
#include <QTest>

#include <random>

using namespace gleaner;
using gleaner::test::harmOf;

namespace
{

const QByteArray start = "https://site.example";

RelativePath pathOf(const QByteArray &address, bool isPage = false)
{
    return pathFor(Address::parse(address).value(), isPage, start);
}

/// The first thing that is wrong with a path; null if nothing is.
QByteArray harmOfPath(const RelativePath &path)
{
    for (const QByteArray &name : path.folders) {
        if (const QByteArray harm = harmOf(name); !harm.isEmpty())
            return harm + " in folder " + name;
    }
    if (const QByteArray harm = harmOf(path.file); !harm.isEmpty())
        return harm + " in file " + path.file;
    const QByteArray joined = path.joined();
    if (joined.size() > longestPath)
        return "too long: " + QByteArray::number(joined.size());
    const QString clean = QDir::cleanPath(QStringLiteral("/root/") + QString::fromUtf8(joined));
    if (clean != QStringLiteral("/root/") + QString::fromUtf8(joined))
        return "not a clean path below its root: " + joined;
    return {};
}

/// What an address stands for, and whether it is a page: one path for two of these is a mistake.
/// Written from the rules, not from the code.
QByteArray meaningOf(const Address &address, bool isPage)
{
    QByteArrayList segments = address.path().toByteArray().split('/');
    QByteArray &name = segments.last();
    if (name.isEmpty())
        name = "index.html";
    if (address.hasQuery())
        name += '?' + address.query().toByteArray();
    const QByteArray lower = name.toLower();
    if (isPage && !lower.endsWith(".html") && !lower.endsWith(".htm"))
        name += ".html";
    QByteArray meaning = address.origin();
    for (const QByteArray &segment : std::as_const(segments))
        meaning += '/' + percentDecoded(segment).toHex();
    return meaning;
}

} // namespace

class TestPathMapper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsAnAddressToAPath_data();
    void mapsAnAddressToAPath();
    void addressesThatDifferHaveDifferentPaths();
    void originsThatDifferHaveDifferentFolders();
    void noAddressHasANameThatWeMark();
    void aMarkedPathDiffersInItsNameOnly();
    void aPathIsNeverTooLong_data();
    void aPathIsNeverTooLong();
    void noAddressLeavesTheFolder();
};

void TestPathMapper::mapsAnAddressToAPath_data()
{
    QTest::addColumn<bool>("isPage");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const QByteArray &address, const QByteArray &path, bool isPage = false) {
        QTest::newRow(address.constData()) << isPage << path;
    };
    const auto page = [&](const QByteArray &address, const QByteArray &path) {
        row(address, path, true);
    };
    row("https://site.example/a.png", "a.png");
    row("https://site.example/a/b/c.tar.gz", "a/b/c.tar.gz");
    page("https://site.example/", "index.html");
    row("https://site.example", "index.html");
    page("https://site.example/a/", "a/index.html");
    page("https://site.example/guide", "guide.html");
    page("https://site.example/guide.htm", "guide.htm");
    page("https://site.example/guide.XHTML", "guide.XHTML");
    page("https://site.example/guide.php", "guide.php.html");
    page("https://site.example/v1.2", "v1.2.html");
    row("https://site.example/guide", "guide");
    row("https://site.example/?a=1", "index.html%3Fa=1");
    page("https://site.example/?a=1", "index.html%3Fa=1.html");
    page("https://site.example/a.html?b=2", "a.html%3Fb=2.html");
    row("https://site.example/get?f=../../x", "get%3Ff=..%2F..%2Fx");
    row("https://site.example/get?f=%2e%2e%2fx", "get%3Ff=..%2Fx");
    row("https://site.example/get?", "get%3F");
    row("https://site.example/a?b%00c", "a%3Fb%00c");

    row("http://site.example/a", "+site.example_80/a");
    row("https://site.example:8443/a", "+site.example_8443/a");
    row("https://other.example/a", "+other.example/a");
    row("http://other.example/a", "+other.example_80/a");
    row("https://127.0.0.1/a", "+127.0.0.1/a");
    row("http://[::1]:8080/a", "+__1_8080/a");
    row("https://b%C3%BCcher.example/", "+xn--bcher-kva.example/index.html");
    row("https://other.example./a", "+other.example%2E/a");
    row("https://a*b%22c/x", "+a%2Ab%22c/x");
    row("https://site.example/+other.example/a", "%2Bother.example/a");

    row("https://site.example//a", "%/a");
    row("https://site.example/a//b", "a/%/b");
    row("https://site.example///", "%/%/index.html");
    row("https://site.example/%25/a", "%25/a");
    row("https://site.example/../../etc/passwd", "etc/passwd");
    row("https://site.example/%2e%2e/%2E%2e/x", "x");
    row("https://site.example/a/..%2f..%2fx", "a/%2E.%2F..%2Fx");
    row("https://site.example/..%5cx", "%2E.%5Cx");
    row("https://site.example/..\\x", "x");
    row("https://site.example/%252e%252e/x", "%252e%252e/x");
    row("https://site.example/%2fetc/x", "%2Fetc/x");
    row("https://site.example/.git/config", "%2Egit/config");
    row("https://site.example/con/nul.txt", "%63on/%6Eul.txt");
    page("https://site.example/con", "%63on.html");
    row("https://site.example/x.part", "x%2Epart");
    row("https://site.example/a%20/b.", "a%20/b%2E");
    page("https://site.example/a.", "a..html");
    row("https://site.example/;p=1/x", ";p=1/x");
}

void TestPathMapper::mapsAnAddressToAPath()
{
    QFETCH(const bool, isPage);
    const RelativePath path = pathOf(QTest::currentDataTag(), isPage);
    QTEST(path.joined(), "path");
    QCOMPARE(harmOfPath(path), QByteArray());
}

void TestPathMapper::addressesThatDifferHaveDifferentPaths()
{
    const QByteArrayList addresses{"/A", "/a", "/a/", "/a/b", "/a//b", "/a?b", "/a?c", "/a?",
        "/%2f", "/%252f", "/%252F", "/%2e%2fa", "/%FF", "/%25FF", "/a%20b", "/a%2520b", "/%C3%A9",
        "/e%CC%81", "//", "/%25", "/x%C2%85", "/x%25C2%2585", "/.a", "/%252Ea", "/con", "/%2563on"};
    QSet<QByteArray> paths;
    for (const QByteArray &address : addresses)
        paths.insert(pathOf(start + address).joined());
    QCOMPARE(paths.size(), addresses.size());
}

void TestPathMapper::originsThatDifferHaveDifferentFolders()
{
    const QByteArrayList origins{"http://a", "https://a", "https://a_80", "http://a_80",
        "http://a:8080", "https://a_8080", "https://a_80_8080", "http://a_80:8080", "https://[::1]",
        "https://__1", "http://[::1]", "https://[::1:80]", "http://__1", "http://[::1]:8080",
        "https://[::1:8080]", "https://__1_8080", "https://[fe80::a:b]", "https://fe80__a_b"};
    QSet<QByteArray> paths;
    for (const QByteArray &origin : origins) {
        QVERIFY2(Address::parse(origin + "/x"), origin.constData());
        paths.insert(pathOf(origin + "/x").joined());
        QCOMPARE(harmOfPath(pathOf(origin + "/x")), QByteArray());
    }
    QCOMPARE(paths.size(), origins.size());
    QCOMPARE(pathOf("https://my_host.example/x").joined(), QByteArray("+my_host.example/x"));
}

void TestPathMapper::noAddressHasANameThatWeMark()
{
    for (const QByteArray text : {"/guide", "/guide.tar.gz", "/guide?a", "/README"}) {
        const Address address = Address::parse(start + text).value();
        const RelativePath ours = markedPath(pathFor(address, false, start), address);
        QVERIFY(ours.file.contains('~'));
        const RelativePath theirs = pathOf(start + '/' + ours.file);
        QVERIFY2(theirs.file != ours.file, ours.file.constData());
        QVERIFY(pathOf(start + '/' + ours.file + "/x").folders.value(0) != ours.file);
    }
    QCOMPARE(pathOf(start + "/a~1a2b3c4d.html").file, QByteArray("a%7E1a2b3c4d.html"));
    QCOMPARE(pathOf(start + "/a~0123456~01234567").file, QByteArray("a~0123456%7E01234567"));
    for (const QByteArray name : {"~user", "a~1", "a~1A2B3C4D", "a~1a2b3c4d5", "a~1a2b3c4d-x"})
        QCOMPARE(pathOf(start + '/' + name).file, name);
}

void TestPathMapper::aMarkedPathDiffersInItsNameOnly()
{
    const Address address = Address::parse("https://site.example/a/b.html").value();
    const RelativePath path = pathFor(address, true, start);
    const RelativePath other = markedPath(path, address);
    QCOMPARE(other.folders, path.folders);
    QVERIFY(other.file != path.file);
    QCOMPARE(other.file, marked("b.html", address.bytes()));
    QVERIFY(other == markedPath(path, address));
}

void TestPathMapper::aPathIsNeverTooLong_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    const auto row = [](const char *name, const QByteArray &common) {
        QTest::newRow(name) << common + "1" << common + "2";
    };
    row("deep", QByteArray("/a").repeated(4000) + '/');
    row("empty segments", QByteArray(8000, '/'));
    row("long names", ('/' + QByteArray(300, 'a')).repeated(20) + '/');
    row("CJK", ("/" + QByteArray("%E4%BD%A0").repeated(100)).repeated(8) + '/');
    row("long name", '/' + QByteArray(8000, 'a'));
    row("long query", "/a?" + QByteArray(8000, 'b'));
    row("escapes", '/' + QByteArray("%00").repeated(2000));
}

void TestPathMapper::aPathIsNeverTooLong()
{
    QFETCH(const QByteArray, one);
    QFETCH(const QByteArray, other);
    const QByteArray host = QByteArray("label.").repeated(40) + "example";
    const QByteArrayList origins{start, "http://" + host, "https://" + host, "https://x" + host};
    for (const QByteArray &origin : origins) {
        const RelativePath path = pathOf(origin + one, true);
        QCOMPARE(harmOfPath(path), QByteArray());
        QVERIFY(path.joined() != pathOf(origin + other, true).joined());
    }
}

/// A hundred thousand addresses made of everything that has ever been used to leave a folder; and
/// two of them share a path only where the rules say so.
/// GLEANER_LONG_TESTS makes it a million.
void TestPathMapper::noAddressLeavesTheFolder()
{
    const int count = qEnvironmentVariableIsSet("GLEANER_LONG_TESTS") ? 1'000'000 : 100'000;
    const QByteArrayList pieces{"/", "//", "..", ".", "%2e", "%2E%2e", "%2f", "%5c", "\\", "%00",
        "%0a", "%25", "%252f", ":", "%3a", "?", "%3f", "&", "=", "~", "-", "+", "con", "NUL", "aux",
        "com1", ".part", ".html", ".", " ", "%20", "a", "b.c", "~01234567", "%C3%BC", "%E2%80%AE",
        "%ff", "%C0", "%ED%A0%80", "%F0%9F%92%A9", "%", "%z", "*", "\"", "|", "%EF%BB%BF",
        "%E4%BD%A0", QByteArray(120, 'l'), QByteArray("%E4%BD%A0").repeated(30)};
    const QByteArrayList hosts{start, "http://site.example", "https://[::1]:444", "http://a.b:81",
        "https://a*b", "http://x.", "https://a.b_81"};
    QHash<QByteArray, QByteArray> meanings; ///< by path
    std::mt19937 random(20081); // NOLINT: the same addresses every time
    const auto below = [&](qsizetype most) { return qsizetype(random() % quint32(most)); };
    for (int i = 0; i < count; ++i) {
        QByteArray text = hosts[below(hosts.size())] + '/';
        for (auto left = below(12); left >= 0; --left)
            text += pieces[below(pieces.size())];
        const auto address = Address::parse(text);
        QVERIFY2(address, text.constData());
        const bool isPage = i % 2;
        const RelativePath path = pathFor(*address, isPage, start);
        const QByteArray harm = harmOfPath(path) + harmOfPath(markedPath(path, *address));
        if (!harm.isEmpty())
            QFAIL((text + " -> " + path.joined() + ": " + harm).constData());
        if (!(path == pathFor(*address, isPage, start)))
            QFAIL(("not pure: " + text).constData());
        const QByteArray meaning = meaningOf(*address, isPage);
        const auto known = meanings.constFind(path.joined());
        if (known != meanings.cend() && *known != meaning)
            QFAIL(("one path for two addresses: " + path.joined()).constData());
        meanings.insert(path.joined(), meaning);
        const bool foreign = address->origin() != start;
        QCOMPARE(path.folders.value(0).startsWith('+'), foreign);
    }
}

QTEST_GUILESS_MAIN(TestPathMapper)
#include "tst_pathmapper.moc"
