// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/css.h"

#include <QTest>

using namespace gleaner;

using Lines = QList<QByteArray>;

class TestCss : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatAStyleSheetFetches_data();
    void findsWhatAStyleSheetFetches();
    void tellsWhereTheAddressStands();
};

void TestCss::findsWhatAStyleSheetFetches_data()
{
    QTest::addColumn<QByteArray>("css");
    QTest::addColumn<Lines>("urls");
    const auto row = [](const char *name, const char *css, const Lines &urls) {
        QTest::newRow(name) << QByteArray(css) << urls;
    };
    row("bare, double and single quotes", "a{b:url(c) url( \"d\" ) URL('e')}",
        {"url() c", "url() d", "url() e"});
    row("escapes", "a{b:url(c\\)d\\20 e) url('\\66\n\\oo\\\nbar') \\75rl(g)}",
        {"url() c)d e", "url() foobar", "url() g"});
    row("an escaped function with quotes", "\\75 rl('a')", {"url() a"});
    row("blanks around", "url(  a\n )", {"url() a"});
    row("bad addresses", "url(a b) url(c\"d) url(e(f) url(g)", {"url() g"});
    row("unfinished at the end", "a{b:url(c", {"url() c"});
    row("an unfinished string at the end", "a{b:url('c", {"url() c"});
    row("a string broken by a newline", "@import 'a\n; @import 'b';", {"@import b"});
    row("comments", "/* url(a) */ b/**/{c:url(/*d*/)}", {"url() /*d*/"});
    row("strings are no addresses", "a{content:'url(b)'} c{d:\"e\"}", {});
    row("imports",
        "@import 'a'; @IMPORT \"b\" screen; @import url(c); @import url('d') supports(x:url(no));"
        "@\\69mport 'e';@import/**/'f'",
        {"@import a", "@import b", "@import c", "@import d", "@import e", "@import f"});
    row("import with layer", "@import 'a' layer(b) supports(display:grid) screen;", {"@import a"});
    row("an import without an address", "@import ; a{b:'c'}", {});
    row("namespaces and charset are none",
        "@namespace 'a'; @namespace p url(b); @charset \"utf-8\"; c{d:url(e)}", {"url() e"});
    row("image sets",
        "a{b:image-set('c' 1x, url(d) 2x, 'e' type('image/png')) -webkit-image-set(url('f') 1x)"
        " image('g')}",
        {"image-set() c", "url() d", "image-set() e", "url() f", "image-set() g"});
    row("src()", "a{b:src('c') src(var(--x))}", {"src() c"});
    row("fonts", "@font-face{src:local('no'),url(a.woff2) format('woff2'),url('b.ttf')}",
        {"url() a.woff2", "url() b.ttf"});
    row("names like url", "a{b:xurl(c) url-prefix(d) url (e)}", {});
    row("old comment signs", "<!-- a{b:url(c)} -->", {"url() c"});
    row("custom properties", ":root{--x:url(a)}", {"url() a"});
    row("a NUL", "url(a\\0 b)",
        {"url() a\xEF\xBF\xBD"
         "b"});
}

void TestCss::findsWhatAStyleSheetFetches()
{
    QFETCH(QByteArray, css);
    QFETCH(Lines, urls);
    Lines found;
    CssScanner scanner(css);
    while (scanner.next()) {
        found.append(scanner.where() + (' ' + scanner.url().toByteArray()));
    }
    QCOMPARE(found, urls);
}

void TestCss::tellsWhereTheAddressStands()
{
    const QByteArray css("a{b:url( 'c\\20 d' )}@import \"e\";f{g:url( h )}");
    QList<QByteArray> raw;
    CssScanner scanner(css);
    while (scanner.next()) {
        raw.append(css.mid(scanner.begin(), scanner.end() - scanner.begin()));
    }
    QCOMPARE(raw, QList<QByteArray>({"c\\20 d", "e", "h"}));
}

QTEST_APPLESS_MAIN(TestCss)
#include "tst_css.moc"
