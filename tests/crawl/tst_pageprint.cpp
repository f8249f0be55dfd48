// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/pageprint.h"

#include <QByteArray>
#include <QTest>

using namespace gleaner;

/// What makes two pages say the same, and what does not.
class TestPagePrint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsNew_data();
    void tellsWhatIsNew();
    void isNeverZero();
    void knowsEqualFiles();
};

void TestPagePrint::tellsWhatIsNew_data()
{
    QTest::addColumn<QByteArray>("first"); // address, '\n', body
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<bool>("isSame");
    const auto row = [](const char *name, const QByteArray &first, const QByteArray &second,
                         bool isSame) { QTest::newRow(name) << first << second << isSame; };
    row("the same", "/a\n<p>x</p>", "/b\n<p>x</p>", true);
    row("another word", "/a\n<p>x</p>", "/b\n<p>y</p>", false);
    row("blanks and marks", "/a\n<p>x y</p>", "/b\n<p>x,\n y</p>", true);
    row("its own number", "/?d=5\nPage 5 of many", "/?d=6\nPage 6 of many", true);
    row("and its neighbours'", "/?d=5\n<a href='?d=6'>next</a>", "/?d=6\n<a href='?d=7'>next</a>",
        true);
    row("another number", "/?d=5\n17 degrees", "/?d=6\n19 degrees", false);
    row("steps", "/?start=40\n<a href='?start=20'>", "/?start=60\n<a href='?start=40'>", true);
    row("days of a month", "/2031/05/\n<td>1<td>2<td>3<td>4", "/2031/06/\n<td>1<td>2<td>3", true);
    row("a table", "/2031/05/\n<td>17<td>3<td>42", "/2031/06/\n<td>19<td>4<td>40", false);
    row("an appointment", "/2031/05/\n<td>1<td>2<td>3 Fair<td>4", "/2031/06/\n<td>1<td>2<td>3<td>4",
        false);
    row("its own path", "/x/y/\n/x/y/ was not found", "/x/y/z/\n/x/y/z/ was not found", true);
    row("its own path, unescaped", "/a%20b\nNo a b here", "/c%20d\nNo c d here", true);
    row("tokens", "/a\n<a href='?sid=0a1b2c3d4e5f6a7b'>", "/b\n<a href='?sid=9f8e7d6c5b4a3f2e'>",
        true);
    row("short tokens", "/a\n<a href='?k=0123ab'>", "/b\n<a href='?k=9876fe'>", false);
    row("times", "/?t=1700000000\n<a href='?t=1702592000'>",
        "/?t=1702592000\n<a href='?t=1705270400'>", true);
    row("the name of a picture", "/p?n=5\n<img src='harbour.jpg'>",
        "/p?n=6\n<img src='castle.jpg'>", false);
    row("upper case", "/Foo\nfoo is not here", "/Bar\nBAR is not here", true);
    row("the days beside the first", "/2031/05/01\n<a href='/2031/04/30'><a href='/2031/05/02'>",
        "/2031/05/14\n<a href='/2031/05/13'><a href='/2031/05/15'>", true);
    row("a form for it", "/?d=5\n<a href='/login?for=%2F%3Fd%3D5'>",
        "/?d=6\n<a href='/login?for=%2F%3Fd%3D6'>", true);
    row("a link below itself", "/x/\n<a href='/x/more/'>", "/x/more/\n<a href='/x/more/more/'>",
        true);
    row("a link that is named like itself", "/x/\n<a href='more/'>", "/x/more/\n<a href='more/'>",
        true);
    row("another language", "/a\n\xd0\xb4\xd0\xb0", "/b\n\xd0\xbd\xd0\xb5\xd1\x82", false);
    row("more of the same", "/a\nx x", "/b\nx x x", true);
    row("nothing", "/a\n", "/b\n", true);
}

static PagePrint printOf(const QByteArray &page, const QByteArray &referrer)
{
    const qsizetype end = page.indexOf('\n');
    const auto address = Address::parse("http://h" + page.first(end));
    const auto above = Address::parse("http://h" + referrer.first(referrer.indexOf('\n')));
    return pagePrint(page.sliced(end + 1), address.value(), above.value());
}

void TestPagePrint::tellsWhatIsNew()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, second);
    QFETCH(const bool, isSame);
    QCOMPARE(printOf(first, second) == printOf(second, first), isSame);
}

void TestPagePrint::isNeverZero()
{
    QVERIFY(pagePrint({}, {}, {}) != 0);
    QVERIFY(filePrint(QByteArray(32, '\0')) != 0);
}

void TestPagePrint::knowsEqualFiles()
{
    QCOMPARE(filePrint("abc"), filePrint("abc"));
    QVERIFY(filePrint("abc") != filePrint("abd"));
}

QTEST_GUILESS_MAIN(TestPagePrint)
#include "tst_pageprint.moc"
