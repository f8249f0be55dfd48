// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/namekey.h"
#include "core/save/namerule.h"

#include <QMap>
#include <QTest>

#include <algorithm>

using namespace gleaner;

namespace
{

const QByteArray start = "https://h";

/// A page unless its name says otherwise, as the files of these tests are told apart.
bool isPage(const QByteArray &target)
{
    return !target.contains('.') || target.endsWith(".html");
}

/// "target=content" each.
std::vector<NameClaim> claimsOf(const QByteArrayList &files)
{
    std::vector<NameClaim> claims;
    NameSurvey survey;
    for (const QByteArray &file : files) {
        const QByteArray target = file.left(file.indexOf('='));
        const Address address = Address::parse(start + target).value();
        claims.push_back({address, pathFor(address, isPage(target), start),
            nameOrigin(address, isPage(target)), file.mid(target.size() + 1), false});
        survey.add(quint32(claims.size()), nameKey(claims.back().wanted.joined()));
    }
    for (NameClaim &claim : claims)
        claim.isFolderToo = survey.isFolder(nameKey(claim.wanted.joined()));
    return claims;
}

/// "target -> path", by target.
QMap<QByteArray, QByteArray> settled(const QByteArrayList &files)
{
    QMap<QByteArray, QByteArray> places;
    const std::vector<NameClaim> claims = claimsOf(files);
    const std::vector<RelativePath> paths = settledPaths(claims);
    for (size_t i = 0; i < paths.size(); ++i) {
        const QByteArray target = claims[i].address.bytes().mid(start.size());
        places.insert(target, paths[i].joined());
    }
    return places;
}

QByteArray markedOf(const QByteArray &target)
{
    const Address address = Address::parse(start + target).value();
    return markedPath(pathFor(address, isPage(target), start), address).joined();
}

} // namespace

/// Who has which name, by what is saved and not by what came first.
class TestNameRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesThatAreOneSomewhereHaveOneKey_data();
    void namesThatAreOneSomewhereHaveOneKey();
    void namesThatDifferEverywhereHaveTwoKeys();
    void saysHowAnAddressCameToItsName_data();
    void saysHowAnAddressCameToItsName();
    void theFirstOfThemHasThePlainName_data();
    void theFirstOfThemHasThePlainName();
    void theOrderDoesNotMatter();
    void whatNobodyKnowsIsNotShared();
    void whereCaseIsFoldedEqualBytesAreShared();
    void findsAllThatCollide();
};

void TestNameRule::namesThatAreOneSomewhereHaveOneKey_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    const auto row = [](const char *name, const QByteArray &one, const QByteArray &other) {
        QTest::newRow(name) << one << other;
    };
    row("case", "README.html", "readme.HTML");
    row("case in a folder", "Docs/a", "docs/a");
    row("case beyond ASCII", "\xC3\x84", "\xC3\xA4");
    row("composed", "\xC3\xA9", "e\xCC\x81");
    row("composed, other case", "\xC3\x89", "e\xCC\x81");
    row("sharp s",
        "stra\xC3\x9F"
        "e",
        "STRASSE");
    row("final sigma", "\xCE\xA3", "\xCF\x82");
    row("Kelvin", "\xE2\x84\xAA", "k");
    row("ligature", "\xEF\xAC\x81", "FI");
    row("soft hyphen",
        "a\xC2\xAD"
        "b",
        "ab");
    row("marks in another order", "a\xCC\x81\xCC\xA3", "a\xCC\xA3\xCC\x81");
    row("Hangul", "\xEA\xB0\x80", "\xE1\x84\x80\xE1\x85\xA1");
}

void TestNameRule::namesThatAreOneSomewhereHaveOneKey()
{
    QFETCH(const QByteArray, one);
    QFETCH(const QByteArray, other);
    QCOMPARE(nameKey(one), nameKey(other));
    QCOMPARE(nameKey(nameKey(one)), nameKey(one));
}

void TestNameRule::namesThatDifferEverywhereHaveTwoKeys()
{
    const QByteArrayList names{"a", "b", "a/b", "ab", "a%2Fb", "\xC3\xA9", "e", "\xC2\xB2", "2",
        "\xE2\x91\xA0", "1", "a b", "a  b", "\xD0\xB0" /* Cyrillic */, "ss", "s"};
    QByteArrayList keys;
    for (const QByteArray &name : names)
        keys.append(nameKey(name));
    for (const QByteArray &key : std::as_const(keys))
        QVERIFY2(keys.count(key) == 1, key.constData());
}

void TestNameRule::saysHowAnAddressCameToItsName_data()
{
    QTest::addColumn<bool>("page");
    QTest::addColumn<int>("origin");
    const auto row = [](const char *target, bool page, NameOrigin origin) {
        QTest::addRow("%s%s", target, page ? " a page" : "") << page << int(origin);
    };
    row("/a.png", false, NameOrigin::Literal);
    row("/a", false, NameOrigin::Literal);
    row("/a.html", true, NameOrigin::Literal);
    row("/caf%C3%A9", false, NameOrigin::Literal);
    row("/a%20b%3Fc", false, NameOrigin::Literal);
    row("/%zz%", false, NameOrigin::Literal);
    row("/%41.html", true, NameOrigin::Respelled);
    row("/%7euser/a", false, NameOrigin::Respelled);
    row("/a?b", false, NameOrigin::Respelled);
    row("/a?b.html", true, NameOrigin::Respelled);
    row("/a?", false, NameOrigin::Respelled);
    row("/", true, NameOrigin::Invented);
    row("/a/", false, NameOrigin::Invented);
    row("/a", true, NameOrigin::Invented);
    row("/a.html?b", true, NameOrigin::Invented);
    row("/?a", false, NameOrigin::Invented);
}

void TestNameRule::saysHowAnAddressCameToItsName()
{
    QFETCH(const bool, page);
    const QByteArray target = QByteArray(QTest::currentDataTag()).split(' ').constFirst();
    QTEST(int(nameOrigin(Address::parse(start + target).value(), page)), "origin");
}

void TestNameRule::theFirstOfThemHasThePlainName_data()
{
    QTest::addColumn<QByteArrayList>("files");
    QTest::addColumn<QByteArray>("plain"); // who has it
    QTest::addColumn<QByteArrayList>("marked"); // who has one of its own
    const auto row = [](const char *name, const QByteArrayList &files, const QByteArray &plain,
                         const QByteArrayList &marks) {
        QTest::newRow(name) << files << plain << marks;
    };
    row("alone", {"/a=1"}, "/a", {});
    row("invented index", {"/=1", "/index.html=2"}, "/index.html", {"/"});
    row("invented index, the same", {"/=1", "/index.html=1"}, "/index.html", {});
    row("invented extension", {"/guide=1", "/guide.html=2"}, "/guide.html", {"/guide"});
    row("respelled", {"/%41.png=1", "/A.png=2"}, "/A.png", {"/%41.png"});
    row("respelled folder", {"/%64/x.png=1", "/d/x.png=2"}, "/d/x.png", {"/%64/x.png"});
    row("respelled before invented", {"/%61.html=1", "/a=2"}, "/%61.html", {"/a"});
    row("query", {"/a.x?b=1", "/a.x%3Fb=2"}, "/a.x%3Fb", {"/a.x?b"});
    row("case", {"/a.png=1", "/A.png=2"}, "/A.png", {"/a.png"});
    row("case, the same", {"/a.png=1", "/A.png=1"}, "/A.png", {"/a.png"});
    row("case of a folder", {"/d/a.png=1", "/D/a.png=2"}, "/D/a.png", {"/d/a.png"});
    row("composed", {"/e%CC%81.png=1", "/%C3%A9.png=2"}, "/%C3%A9.png", {"/e%CC%81.png"});
    row("folder", {"/a.x=1", "/a.x/b.png=2"}, "/a.x/b.png", {"/a.x"});
    row("folder of another case", {"/a.x=1", "/A.X/b.png=2"}, "/A.X/b.png", {"/a.x"});
    row("three", {"/=1", "/%69ndex.html=2", "/index.html=3"}, "/index.html",
        {"/", "/%69ndex.html"});
}

void TestNameRule::theFirstOfThemHasThePlainName()
{
    QFETCH(const QByteArrayList, files);
    QFETCH(const QByteArray, plain);
    QFETCH(const QByteArrayList, marked);
    const QMap<QByteArray, QByteArray> places = settled(files);
    QCOMPARE(places.value(plain),
        pathFor(Address::parse(start + plain).value(), isPage(plain), start).joined());
    for (const QByteArray &target : marked)
        QCOMPARE(places.value(target), markedOf(target));
    for (const QByteArray &file : files) {
        const QByteArray target = file.left(file.indexOf('='));
        if (target != plain && !marked.contains(target))
            QCOMPARE(places.value(target), places.value(plain));
    }
}

void TestNameRule::theOrderDoesNotMatter()
{
    QByteArrayList files{
        "/=1", "/index.html=2", "/%69ndex.html=2", "/INDEX.html=1", "/?=1", "/index.html/x.png=4"};
    std::ranges::sort(files);
    const auto expected = settled(files);
    // Whoever has equal bytes and the same name shares; whoever has not, has a name of its own.
    QCOMPARE(expected.value("/%69ndex.html"), expected.value("/index.html"));
    QCOMPARE(expected.value("/index.html"), markedOf("/index.html"));
    QCOMPARE(expected.value("/"), markedOf("/"));
    QCOMPARE(expected.value("/INDEX.html"), markedOf("/INDEX.html"));
    QCOMPARE(expected.value("/?"), QByteArray("index.html%3F.html"));
    do {
        QCOMPARE(settled(files), expected);
    } while (std::ranges::next_permutation(files).found);
}

void TestNameRule::whatNobodyKnowsIsNotShared()
{
    const auto places = settled({"/=", "/index.html="});
    QCOMPARE(places.value("/index.html"), QByteArray("index.html"));
    QCOMPARE(places.value("/"), markedOf("/"));
}

void TestNameRule::whereCaseIsFoldedEqualBytesAreShared()
{
    const std::vector<NameClaim> claims = claimsOf({"/a.png=1", "/A.png=1", "/a.PNG=2"});
    const std::vector<RelativePath> paths = settledPaths(claims, SharedBy::Key);
    QCOMPARE(paths[0].joined(), QByteArray("A.png"));
    QCOMPARE(paths[1].joined(), QByteArray("A.png"));
    QCOMPARE(paths[2].joined(), markedOf("/a.PNG"));
}

void TestNameRule::findsAllThatCollide()
{
    NameSurvey survey;
    const QByteArrayList paths{"a", "b", "a/c", "d/e", "d/f", "d/e", "g/h/i", "g/h"};
    for (qsizetype i = 0; i < paths.size(); ++i)
        survey.add(quint32(i), paths[i]);
    std::vector<quint32> contested = survey.contested();
    std::ranges::sort(contested);
    QCOMPARE(contested, (std::vector<quint32>{0, 3, 5, 7}));
    QVERIFY(survey.isFolder("a"));
    QVERIFY(survey.isFolder("g/h"));
    QVERIFY(!survey.isFolder("d/e"));
}

QTEST_GUILESS_MAIN(TestNameRule)
#include "tst_namerule.moc"
