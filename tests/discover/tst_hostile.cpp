// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/discover/foundlinks.h"

#include <QTest>

#include <ctime>

using namespace gleaner;

namespace
{

constexpr qsizetype MiB = 1 << 20;

// Under a sanitizer everything takes its time; the shape of the curve is what counts.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double kSecondsPerTenMegabytes = 15;
#else
constexpr double kSecondsPerTenMegabytes = 1;
#endif

QByteArray numbered(const char *before, int count, const char *behind)
{
    QByteArray out;
    for (int i = 0; i < count; ++i) {
        out += before;
        out += QByteArray::number(i);
        out += behind;
    }
    return out;
}

} // namespace

class TestHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysLinear_data();
    void staysLinear();
    void findsTheLinkBehindTheMess_data();
    void findsTheLinkBehindTheMess();
};

void TestHostile::staysLinear_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const auto html = [](const char *name, const QByteArray &body) {
        QTest::newRow(name) << QByteArray("text/html") << body;
    };
    const auto css = [](const char *name, const QByteArray &body) {
        QTest::newRow(name) << QByteArray("text/css") << body;
    };
    const auto xml = [](const char *name, const QByteArray &body) {
        QTest::newRow(name) << QByteArray("application/xml") << body;
    };
    html("a million nested tags", QByteArray("<div>").repeated(1'000'000));
    html("a million nested SVGs", QByteArray("<svg>").repeated(1'000'000));
    html("SVG and back, a million times", QByteArray("<svg><desc>").repeated(1'000'000));
    html("breaking out a million times", QByteArray("<svg><p>").repeated(1'000'000));
    html("200,000 attributes", "<a" + numbered(" b", 200'000, "=c") + ">");
    html("200,000 times the same attribute", "<a" + QByteArray(" href=x").repeated(200'000) + ">");
    html("five million attributes", "<a" + QByteArray(" b").repeated(5'000'000) + ">");
    html("an attribute of 50 MiB", "<a href=\"" + QByteArray(50 * MiB, 'x') + "\">");
    html("an attribute of 50 MiB without an end", "<a href=\"" + QByteArray(50 * MiB, 'x'));
    html("a million lesser-than signs", QByteArray(1'000'000, '<'));
    html("ten million lesser-than signs", QByteArray(10'000'000, '<'));
    html("unclosed comments", QByteArray("<!--").repeated(1'000'000));
    html("dashes", "<!--" + QByteArray(10 * MiB, '-'));
    html("unclosed scripts", QByteArray("<script>").repeated(1'000'000));
    html("scripts and comments", "<script>" + QByteArray("<!--<script>").repeated(500'000));
    html("nearly ended scripts", "<script>" + QByteArray("</scrip").repeated(1'000'000));
    html("unclosed titles", QByteArray("<title>").repeated(1'000'000));
    html("nearly ended titles", "<title>" + QByteArray("</titl").repeated(1'000'000));
    html("unclosed CDATA", "<svg>" + QByteArray("<![CDATA[").repeated(1'000'000));
    html("empty CDATA", "<svg>" + QByteArray("<![CDATA[]]>").repeated(1'000'000));
    html("brackets in CDATA", "<svg><![CDATA[" + QByteArray(10 * MiB, ']'));
    html("unclosed tags", QByteArray("<a href=x ").repeated(1'000'000));
    html("unclosed quotes", QByteArray("<a href=\"x>").repeated(1'000'000));
    html("doctypes", QByteArray("<!doctype ").repeated(1'000'000));
    html("ampersands", "<a href='" + QByteArray(10 * MiB, '&') + "'>");
    html("references",
        "<a href='" + QByteArray("&CounterClockwiseContourIntegra").repeated(300'000) + "'>");
    html("a long number", "<a href='&#" + QByteArray(10 * MiB, '9') + "'>");
    html("100,000 srcset candidates", "<img srcset='" + numbered("a", 100'000, " 1x,") + "'>");
    html("srcset of commas", "<img srcset='" + QByteArray(10 * MiB, ',') + "'>");
    html("srcset of parentheses", "<img srcset='a " + QByteArray(10 * MiB, '(') + "'>");
    html("srcset candidates that are all faulty",
        "<img srcset='" + QByteArray("a 0w,").repeated(1'000'000) + "'>");
    html("a million links", numbered("<a href=x", 1'000'000, ">"));
    html("a million times the same link", QByteArray("<a href='x'>").repeated(1'000'000));
    html("a million links with references", numbered("<a href='?a&amp;", 500'000, "'>"));
    html("a million bases", QByteArray("<base href=x>").repeated(1'000'000));
    html("a million codebases", numbered("<object codebase=x", 300'000, "/ data=y>"));
    QByteArray inner = "<a href=x>";
    for (int i = 0; i < 10; ++i) {
        inner = "<iframe srcdoc=\"" + inner.replace("&", "&amp;").replace("\"", "&quot;") + "\">";
    }
    html("srcdoc in srcdoc in srcdoc", inner.repeated(1000));
    html(
        "linked data of brackets", "<script type=application/ld+json>" + QByteArray(10 * MiB, '['));
    html("linked data of quotes", "<script type=application/ld+json>[" + QByteArray(10 * MiB, '"'));
    html("meta by meta", QByteArray("<meta \xE9>").repeated(1'000'000));
    css("unclosed addresses", QByteArray("url(").repeated(2'500'000));
    css("parentheses", QByteArray(10 * MiB, '('));
    css("unclosed comments", QByteArray("/*").repeated(5'000'000));
    css("small comments", QByteArray("/**/").repeated(2'500'000));
    css("backslashes", QByteArray(10 * MiB, '\\'));
    css("escapes", "url(" + QByteArray("\\66 ").repeated(2'500'000));
    css("a name of escapes", QByteArray("\\66 ").repeated(2'500'000) + "(");
    css("at signs", QByteArray("@import ").repeated(1'250'000));
    css("broken strings", QByteArray("'\n").repeated(5'000'000));
    css("a million addresses", numbered("url(x", 1'000'000, ")"));
    xml("nested elements", "<urlset>" + QByteArray("<url>").repeated(2'000'000));
    xml("texts in nested elements", "<urlset>" + QByteArray("<url>text").repeated(1'000'000));
    xml("end tags of nothing", "<urlset>" + QByteArray("</x>").repeated(2'500'000));
    xml("a million entries", "<urlset>" + numbered("<url><loc>/", 500'000, "</loc></url>"));
    xml("feed of bases", "<rss>" + QByteArray("<a xml:base='x'>").repeated(600'000));
    xml("feed in feed", "<rss>" + QByteArray("<description>&lt;a href=x&gt;").repeated(300'000));
    QTest::newRow("playlist") << QByteArray("audio/mpegurl")
                              << QByteArray("#EXT URI=\"").repeated(1'000'000);
    QTest::newRow("list") << QByteArray("text/uri-list") << numbered("http://a/", 500'000, "\n");
    QTest::newRow("legacy charset")
        << QByteArray("text/html; charset=gb18030") << QByteArray(10 * MiB, char(0x81));
    QTest::newRow("legacy queries") << QByteArray("text/html; charset=windows-1252")
                                    << "<a href='?" + QByteArray(10 * MiB, char(0xE9)) + "'>";
}

void TestHostile::staysLinear()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    const Document document = documentOf(body, type);
    // The processor's time, so that what else runs here does not count.
    const std::clock_t begin = std::clock();
    const Discovery discovery = discover(document);
    const double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC;
    const double tens = std::max(1.0, double(body.size()) / 1e7);
    qInfo("%.3f s for each 10 MB, %zu links", seconds / tens, discovery.links.size());
    QVERIFY2(seconds / tens < kSecondsPerTenMegabytes, qPrintable(QString::number(seconds)));
}

void TestHostile::findsTheLinkBehindTheMess_data()
{
    QTest::addColumn<QByteArray>("mess");
    QTest::newRow("nested tags") << QByteArray("<div>").repeated(100'000);
    QTest::newRow("attributes") << "<b" + numbered(" a", 200'000, "=c") + ">";
    QTest::newRow("a long attribute") << "<b c='" + QByteArray(MiB, 'x') + "'>";
    QTest::newRow("lesser-than signs") << QByteArray(100'000, '<') + ' ';
    QTest::newRow("foreign content") << QByteArray("<svg><desc><math><mi>").repeated(10'000);
    QTest::newRow("NUL bytes") << QByteArray(1000, '\0');
    QTest::newRow("bytes that are no UTF-8") << QByteArray(1000, '\xFF');
}

void TestHostile::findsTheLinkBehindTheMess()
{
    QFETCH(QByteArray, mess);
    QCOMPARE(linksIn(mess + "<a href=x>", "text/html; charset=utf-8"),
        QList<QByteArray>{"navigation /dir/x (a href)"});
}

QTEST_APPLESS_MAIN(TestHostile)
#include "tst_hostile.moc"
