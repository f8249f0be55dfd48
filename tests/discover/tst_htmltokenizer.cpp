// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/htmltokenizer.h"

#include <QTest>

using namespace gleaner;

using Token = HtmlTokenizer::Token;
using Content = HtmlTokenizer::Content;

class TestHtmlTokenizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhereEachAttributeStands();
    void tellsWhereEachTokenStands();
    void keepsRepeatedAttributesForTheCallerToJudge();
    void decodesOnlyWhatNeedsIt_data();
    void decodesOnlyWhatNeedsIt();
    void mapsDecodedOffsetsBackToRawOnes();
    void endsRawTextOnlyAtItsOwnEndTag_data();
    void endsRawTextOnlyAtItsOwnEndTag();
    void dropsTheTagThatTheInputCutsOff();
    void seesCdataOnlyWhereItIsAllowed();
    void survivesEmptyCdataInSeries();
};

void TestHtmlTokenizer::tellsWhereEachAttributeStands()
{
    const QByteArray page("<p><a\tHref = \"x&amp;y\" class=b id>");
    HtmlTokenizer tokens(page);
    tokens.next();
    QCOMPARE(tokens.next(), Token::StartTag);
    QCOMPARE(tokens.name(), QByteArrayView("a"));
    QCOMPARE(tokens.attributes().size(), size_t(3));
    const HtmlAttribute &href = tokens.attributes()[0];
    QCOMPARE(tokens.name(href), QByteArrayView("Href"));
    QCOMPARE(page.mid(href.valueBegin, href.valueEnd - href.valueBegin), QByteArray("x&amp;y"));
    QCOMPARE(page[href.valueBegin - 1], '"');
    QCOMPARE(page[href.valueEnd], '"');
    QCOMPARE(tokens.value(tokens.attributes()[1]), QByteArrayView("b"));
    QVERIFY(tokens.value(tokens.attributes()[2]).isEmpty());
}

void TestHtmlTokenizer::tellsWhereEachTokenStands()
{
    const QByteArray page("ab<!-- c --></d >e");
    HtmlTokenizer tokens(page);
    QByteArrayList pieces;
    while (tokens.next() != Token::End) {
        pieces.append(page.mid(tokens.begin(), tokens.end() - tokens.begin()));
    }
    QCOMPARE(pieces, QByteArrayList({"ab", "<!-- c -->", "</d >", "e"}));
}

void TestHtmlTokenizer::keepsRepeatedAttributesForTheCallerToJudge()
{
    const QByteArray page("<a b=1 B=2>");
    HtmlTokenizer tokens(page);
    tokens.next();
    QCOMPARE(tokens.attributes().size(), size_t(2));
    QCOMPARE(tokens.value(tokens.attributes()[0]), QByteArrayView("1"));
}

void TestHtmlTokenizer::decodesOnlyWhatNeedsIt_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<HtmlText>("how");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("copied");

    using H = HtmlText;
    QTest::newRow("plain") << QByteArray("a/b?c") << H::Attribute << QByteArray("a/b?c") << false;
    QTest::newRow("reference") << QByteArray("a&amp;b") << H::Attribute << QByteArray("a&b")
                               << true;
    QTest::newRow("old name before an equals sign in an attribute")
        << QByteArray("?a&copy=1") << H::Attribute << QByteArray("?a&copy=1") << true;
    QTest::newRow("old name before an equals sign in text")
        << QByteArray("?a&copy=1") << H::Data << QByteArray("?a\xC2\xA9=1") << true;
    QTest::newRow("old name at the end of an attribute")
        << QByteArray("&lt") << H::Attribute << QByteArray("<") << true;
    QTest::newRow("the longest name wins")
        << QByteArray("&notin;&notit;") << H::Data << QByteArray("\xE2\x88\x89\xC2\xACit;") << true;
    QTest::newRow("decimal and hex")
        << QByteArray("&#47;&#X2f&#x110000;") << H::Data << QByteArray("//\xEF\xBF\xBD") << true;
    QTest::newRow("windows-1252 numbers")
        << QByteArray("&#150;") << H::Data << QByteArray("\xE2\x80\x93") << true;
    QTest::newRow("a number too long for any integer")
        << QByteArray("&#" + QByteArray(10000, '9') + ";") << H::Data << QByteArray("\xEF\xBF\xBD")
        << true;
    QTest::newRow("newlines") << QByteArray("a\r\nb\rc") << H::Data << QByteArray("a\nb\nc")
                              << true;
    QTest::newRow("raw text has no references")
        << QByteArray("&amp;") << H::Rawtext << QByteArray("&amp;") << false;
    QTest::newRow("a NUL in an attribute") << QByteArray("a\0b", 3) << H::Attribute
                                           << QByteArray("a\xEF\xBF\xBD"
                                                         "b")
                                           << true;
    QTest::newRow("a NUL in text stays")
        << QByteArray("a\0b", 3) << H::Data << QByteArray("a\0b", 3) << false;
}

void TestHtmlTokenizer::decodesOnlyWhatNeedsIt()
{
    QFETCH(QByteArray, raw);
    QFETCH(HtmlText, how);
    QFETCH(QByteArray, text);
    QFETCH(bool, copied);
    const DecodedText decoded(raw, how);
    QCOMPARE(decoded.text().toByteArray(), text);
    QCOMPARE(decoded.isCopy(), copied);
}

void TestHtmlTokenizer::mapsDecodedOffsetsBackToRawOnes()
{
    const QByteArray raw("a&amp;b&#x2F;c\r\nd");
    const DecodedText decoded(raw, HtmlText::Attribute);
    QCOMPARE(decoded.text(), QByteArrayView("a&b/c\nd"));
    const auto rawFrom = [&](qsizetype offset) { return raw.mid(decoded.rawOffset(offset)); };
    QCOMPARE(rawFrom(0), raw);
    QCOMPARE(rawFrom(2), QByteArray("b&#x2F;c\r\nd"));
    QCOMPARE(rawFrom(4), QByteArray("c\r\nd"));
    QCOMPARE(rawFrom(6), QByteArray("d"));
    QCOMPARE(decoded.rawOffset(7), raw.size());
    QCOMPARE(decoded.rawOffset(0), 0);
}

void TestHtmlTokenizer::endsRawTextOnlyAtItsOwnEndTag_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<Content>("content");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("another tag inside")
        << QByteArray("<title>a</b>c</TITLE >") << Content::Rcdata << QByteArray("a</b>c");
    QTest::newRow("a longer name")
        << QByteArray("<style>a</styles></style>") << Content::Rawtext << QByteArray("a</styles>");
    QTest::newRow("script in a comment in a script")
        << QByteArray("<script><!--<script></script>--></script>") << Content::ScriptData
        << QByteArray("<!--<script></script>-->");
    QTest::newRow("a comment alone does not hide the end")
        << QByteArray("<script><!-- a </script>-->") << Content::ScriptData
        << QByteArray("<!-- a ");
    QTest::newRow("plaintext never ends") << QByteArray("<plaintext>a</plaintext>")
                                          << Content::Plaintext << QByteArray("a</plaintext>");
    QTest::newRow("no end at all")
        << QByteArray("<title>a<b") << Content::Rcdata << QByteArray("a<b");
}

void TestHtmlTokenizer::endsRawTextOnlyAtItsOwnEndTag()
{
    QFETCH(QByteArray, page);
    QFETCH(Content, content);
    QFETCH(QByteArray, text);
    HtmlTokenizer tokens(page);
    QCOMPARE(tokens.next(), Token::StartTag);
    tokens.setContent(content);
    QCOMPARE(tokens.next(), Token::Text);
    QCOMPARE(tokens.text().toByteArray(), text);
}

void TestHtmlTokenizer::dropsTheTagThatTheInputCutsOff()
{
    for (const char *page :
        {"<", "<a", "<a b", "<a b=", "<a b='c", "<a b=c", "<a b=\"c\"", "</a"}) {
        HtmlTokenizer tokens(QByteArrayView(page, qstrlen(page)));
        const Token token = tokens.next();
        QVERIFY2(token == Token::End || (token == Token::Text && qstrlen(page) == 1), page);
    }
}

void TestHtmlTokenizer::seesCdataOnlyWhereItIsAllowed()
{
    const QByteArray page("<![CDATA[a>b]]>");
    HtmlTokenizer html(page);
    QCOMPARE(html.next(), Token::Comment);
    HtmlTokenizer svg(page);
    svg.setCdataAllowed(true);
    QCOMPARE(svg.next(), Token::Text);
    QCOMPARE(svg.text(), QByteArrayView("a>b"));
    QCOMPARE(svg.next(), Token::End);
}

void TestHtmlTokenizer::survivesEmptyCdataInSeries()
{
    HtmlTokenizer tokens(QByteArrayView("<![CDATA[]]><![CDATA[]]><b>"));
    tokens.setCdataAllowed(true);
    QCOMPARE(tokens.next(), Token::StartTag);
}

QTEST_APPLESS_MAIN(TestHtmlTokenizer)
#include "tst_htmltokenizer.moc"
