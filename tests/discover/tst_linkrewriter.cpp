// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/discover/rewriting.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gleaner;

class TestLinkRewriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rewritesWhatLeadsSomewhere_data();
    void rewritesWhatLeadsSomewhere();
    void whatIsInTheWayBecomesIneffective_data();
    void whatIsInTheWayBecomesIneffective();
    void otherAddressesOfAPageFindWhatItsOwnDoesNot();
    void writesTheWayFromOneFileToAnother_data();
    void writesTheWayFromOneFileToAnother();
    void whatWasEditedIsHadBackExactly();
    void aPatchOfOtherBytesIsNoAnswer();

private:
    QByteArray rewritten(const QByteArray &bytes, const QByteArray &type) const
    {
        const DocumentCopy copy = m_site.page(bytes, type);
        const auto edits = rewriteLinks(copy, m_site.lookUp());
        if (!edits)
            return "left alone";
        const QByteArray result = edited(bytes, *edits);
        const auto back = restored(result, reversePatch(bytes, *edits), bytes.size());
        return back == bytes ? result : QByteArray("cannot be had back");
    }
    const CopiedSite m_site;
};

void TestLinkRewriter::rewritesWhatLeadsSomewhere_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("type");
    const auto row = [](const char *name, const char *page, const char *expected,
                         const char *type = "text/html") {
        QTest::newRow(name) << QByteArray(page) << QByteArray(expected) << QByteArray(type);
    };
    row("a relative link to a copy stays", "<a href=a.html>", "<a href=a.html>");
    row("one that reads the same stays", "<a href='./../dir/a.html#x'>",
        "<a href='./../dir/a.html#x'>");
    row("from the root", "<a href='/dir/a.html'>", "<a href='a.html'>");
    row("absolute", "<a href='http://h.example/dir/a.html#x'>", "<a href='a.html#x'>");
    row("of the same scheme", "<a href='//h.example/top.html'>", "<a href='../top.html'>");
    row("another host's copy", "<script src='https://cdn.example/x.js'></script>",
        "<script src='../+cdn.example/x.js'></script>");
    row("to a folder", "<a href='.'>", "<a href='index.html'>");
    row("to the root", "<a href=/>", "<a href=../index.html>");
    row("redirected", "<a href=/moved#x>", "<a href=a.html#x>");
    row("to itself", "<a href=page#x>", "<a href=page.html#x>");
    row("a fragment stays", "<a href='#x'><a href=''>", "<a href='#x'><a href=''>");
    row("a query is a part of the name", "<a href='q?a=1&amp;b=2#f'>",
        "<a href='q%3Fa%3D1%26b%3D2.html#f'>");
    row("the same, not escaped", "<a href=q?a=1&b=2>", "<a href=q%3Fa%3D1%26b%3D2.html>");
    row("no copy", "<a href='z.html?a&b#f'>", "<a href='http://h.example/dir/z.html?a&amp;b#f'>");
    row("no copy, from the root", "<img src=/z.png>", "<img src=http://h.example/z.png>");
    row("no copy and absolute", "<a href='HTTP://Other.example'>",
        "<a href='HTTP://Other.example'>");
    row("no address of the web", "<a href='ftp://x/y'><a href='mailto:a@b'><a href='data:,x'>",
        "<a href='ftp://x/y'><a href='mailto:a@b'><a href='data:,x'>");
    row("a quote", "<a href=\"it's\"><a href='it&#39;s'>",
        "<a href=\"http://h.example/dir/it&#39;s\"><a href='http://h.example/dir/it&#39;s'>");
    row("white space around it stays", "<a href=' /top.html '>", "<a href=' ../top.html '>");
    row("an escaped fragment", "<a href='/top.html#a&amp;b'>", "<a href='../top.html#a&amp;b'>");
    row("what is nowhere", "<a href='http://['>", "<a href='http://['>");
    row("a lone ampersand in a name", "<a href='/dir/x&y.html'>", "<a href='x%26y.html'>");

    row("srcset", "<img srcset='/dir/b.png 1x, z.png 2x,/top.html'>",
        "<img srcset='b.png 1x, http://h.example/dir/z.png 2x,../top.html'>");
    row("srcset whose address would end in a comma", "<img srcset=\"/dir/p'q(r),s.png, z 2x\">",
        "<img srcset=\"p%27q%28r%29%2Cs.png, http://h.example/dir/z 2x\">");
    row("a style attribute", "<p style='a:url(/dir/b.png);b:url(\"/z\")'>",
        "<p style='a:url(b.png);b:url(\"http://h.example/z\")'>");
    row("a style attribute with escapes", "<p style='a:url(&quot;z?a&amp;b&quot;)'>",
        "<p style='a:url(&quot;http://h.example/dir/z?a&amp;b&quot;)'>");
    row("a style element", "<style>@import '/dir/c.css';a{b:url(/z?a&b)}</style>",
        "<style>@import 'c.css';a{b:url(http://h.example/z?a&b)}</style>");
    row("meta refresh", "<meta http-equiv=refresh content='0; url=/dir/a.html'>",
        "<meta http-equiv=refresh content='0; url=a.html'>");
    row("meta refresh with quotes", "<meta http-equiv=refresh content=\"0;URL='it&quot;s'\">",
        "<meta http-equiv=refresh content=\"0;URL='http://h.example/dir/it%22s'\">");
    row("a page in a page", "<iframe srcdoc='&lt;a href=/z?a&amp;amp;b>'>",
        "<iframe srcdoc='&lt;a href=http://h.example/z?a&amp;amp;b>'>");
    row("a form", "<form action='/z'><input formaction=a.html><q cite=/top.html>",
        "<form action='http://h.example/z'><input formaction=a.html><q cite=../top.html>");
    row("whom to talk to", "<link rel=pingback href=/z>",
        "<link rel=pingback href=http://h.example/z>");
    row("for scripts, where it is a copy", "<img data-src=/dir/b.png data-image=/z.png>",
        "<img data-src=b.png data-image=http://h.example/z.png>");
    row("for scripts, where it may be none", "<img data-image=b.gif>", "<img data-image=b.gif>");
    row("JSON-LD stays", "<script type=application/ld+json>{\"url\":\"/dir/a.html\"}</script>",
        "<script type=application/ld+json>{\"url\":\"/dir/a.html\"}</script>");
    row("comments stay", "<!-- <a href=/top.html> -->", "<!-- <a href=/top.html> -->");
    row("a codebase", "<object codebase=/other/ data=d.html>",
        "<object data-codebase=/other/ data=../other/d.html>");

    row("a style sheet", "@import url( /dir/a.html ) x;a{b:url('/dir/p\\'q(r),s.png')}",
        "@import url( a.html ) x;a{b:url('p%27q%28r%29%2Cs.png')}", "text/css");
    row("a style sheet without a copy", "a{b:url(z\\(1\\)?a&b)}",
        "a{b:url(http://h.example/dir/z%281%29?a&b)}", "text/css");
    row("SVG", "<svg xmlns:xlink='x'><use xlink:href='/dir/b.png#i'/><a href='#x'/></svg>",
        "<svg xmlns:xlink='x'><use xlink:href='b.png#i'/><a href='#x'/></svg>", "image/svg+xml");
    row("SVG's style sheets", "<?xml-stylesheet href='/dir/c.css'?><svg/>",
        "<?xml-stylesheet href='c.css'?><svg/>", "image/svg+xml");
    row("XHTML", "<html xmlns='x'><a href='/z?a&amp;b'/></html>",
        "<html xmlns='x'><a href='http://h.example/z?a&amp;b'/></html>", "application/xhtml+xml");
    row("other XML is data", "<list><x src='/dir/b.png'/></list>",
        "<list><x src='/dir/b.png'/></list>", "application/xml");
    row("a feed is data", "<rss><link>/dir/b.png</link></rss>",
        "<rss><link>/dir/b.png</link></rss>", "application/rss+xml");
    row("what is called a page and is none", "\x89PNG\r\n\x1a\n<a href=/top.html>",
        "\x89PNG\r\n\x1a\n<a href=/top.html>");
}

void TestLinkRewriter::rewritesWhatLeadsSomewhere()
{
    QFETCH(const QByteArray, page);
    QFETCH(const QByteArray, expected);
    QFETCH(const QByteArray, type);
    QCOMPARE(rewritten(page, type), expected);
}

void TestLinkRewriter::whatIsInTheWayBecomesIneffective_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *page, const char *expected) {
        QTest::newRow(name) << QByteArray(page) << QByteArray(expected);
    };
    row("a base", "<base href=/other/ target=x><a href=d.html><a href=z>",
        "<base data-href=/other/ target=x><a href=../other/d.html>"
        "<a href=http://h.example/other/z>");
    row("a base that comes late", "<a href=d.html><base href=/other/>",
        "<a href=../other/d.html><base data-href=/other/>");
    row("fragments of a page with another's base", "<base href=top.html><a href='#x'><a href=''>",
        "<base data-href=top.html><a href='http://h.example/dir/top.html#x'><a href=''>");
    row("of one with its own", "<base href=/dir/page><a href='#x'>",
        "<base data-href=/dir/page><a href='#x'>");
    row("its parts are no addresses", "<base href=/other/><svg><use href='#x'/></svg>",
        "<base data-href=/other/><svg><use href='#x'/></svg>");
    row("a policy", "<meta http-equiv='Content-Security-Policy' content='default-src x'>",
        "<meta data-http-equiv='Content-Security-Policy' content='default-src x'>");
    row("guards of a copy",
        "<script src=https://cdn.example/x.js integrity=y crossorigin></script>",
        "<script src=../+cdn.example/x.js data-integrity=y data-crossorigin></script>");
    row("guards of what is elsewhere stay", "<script src=/z.js integrity=y crossorigin></script>",
        "<script src=http://h.example/z.js integrity=y crossorigin></script>");
    row("of each its own", "<img crossorigin src=b.png><img crossorigin src=//z/>",
        "<img data-crossorigin src=b.png><img crossorigin src=http://z/>");
}

void TestLinkRewriter::whatIsInTheWayBecomesIneffective()
{
    QFETCH(const QByteArray, page);
    QFETCH(const QByteArray, expected);
    QCOMPARE(rewritten(page, "text/html"), expected);
}

void TestLinkRewriter::otherAddressesOfAPageFindWhatItsOwnDoesNot()
{
    DocumentCopy copy = m_site.page("<a href=d.html><a href=a.html><a href=z>");
    copy.otherAddresses = {*Address::parse("http://h.example/other/")};
    const auto edits = rewriteLinks(copy, m_site.lookUp());
    QVERIFY(edits);
    QCOMPARE(edited(copy.document.bytes, *edits),
        QByteArray("<a href=../other/d.html><a href=a.html><a href=http://h.example/dir/z>"));
}

void TestLinkRewriter::writesTheWayFromOneFileToAnother_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("way");
    const auto row = [](const char *from, const char *to, const char *way) {
        QTest::addRow("%s to %s", from, to)
            << QByteArray(from) << QByteArray(to) << QByteArray(way);
    };
    row("a", "b", "b");
    row("a", "a", "a");
    row("a/b", "a/c", "c");
    row("a/b", "ab", "../ab");
    row("ab", "a/b", "a/b");
    row("a/b/c", "a/d/e/f", "../d/e/f");
    row("a/b/c", "d", "../../d");
    row("a", "b/c", "b/c");
    row("a/b", "a/b/c", "b/c");
    row("a/b/c", "a/b", "../b");
}

void TestLinkRewriter::writesTheWayFromOneFileToAnother()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QByteArray, way);
    QCOMPARE(relativeReference(from, to), way);
    const auto base = Address::parse("http://h/" + from);
    QCOMPARE(base->resolve(way)->path().toByteArray(), '/' + to);
}

void TestLinkRewriter::whatWasEditedIsHadBackExactly()
{
    QRandomGenerator random(2008);
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes(random.bounded(400), '\0');
        for (char &byte : bytes)
            byte = char(random.bounded(256));
        std::vector<Edit> edits;
        for (int count = random.bounded(8); count > 0; --count) {
            const qsizetype begin = random.bounded(int(bytes.size()) + 1);
            const qsizetype size = random.bounded(int(bytes.size() - begin) + 1);
            edits.push_back({begin, begin + std::min<qsizetype>(size, 40),
                QByteArray(
                    random.bounded(random.bounded(2) ? 9 : 300), char(random.bounded(256)))});
        }
        sortEdits(edits);
        const QByteArray changed = edited(bytes, edits);
        const QByteArray patch = reversePatch(bytes, edits);
        QCOMPARE(restored(changed, patch, bytes.size()), bytes);
        if (!bytes.isEmpty())
            QVERIFY(!restored(changed, patch, bytes.size() - 1));
    }
}

void TestLinkRewriter::aPatchOfOtherBytesIsNoAnswer()
{
    const std::vector<Edit> edits{{2, 4, "xyz"}, {6, 6, "w"}};
    const QByteArray patch = reversePatch("abcdefg", edits);
    QVERIFY(!restored("abx", patch, 100));
    QVERIFY(!restored("", patch, 100));
    for (qsizetype size = 1; size < patch.size(); ++size)
        (void)restored("abxyzefwg", patch.first(size), 100);
    QVERIFY(!restored("abxyzefwg", patch.first(patch.size() - 1), 100));
    QVERIFY(!restored("abc", QByteArray(20, '\xff'), 100));
}

QTEST_APPLESS_MAIN(TestLinkRewriter)
#include "tst_linkrewriter.moc"
