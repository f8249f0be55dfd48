// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/htmllinks.h"
#include "core/discover/scandocument.h"
#include "tests/discover/foundlinks.h"

#include <QTest>

using namespace gleaner;

using Lines = QList<QByteArray>;

class TestHtmlLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryPlaceThatNamesAnAddress_data();
    void findsEveryPlaceThatNamesAnAddress();
    void tellsWhichBytesToRewrite_data();
    void tellsWhichBytesToRewrite();
    void tellsThatAPageForbidsToFollow_data();
    void tellsThatAPageForbidsToFollow();
};

void TestHtmlLinks::findsEveryPlaceThatNamesAnAddress_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<Lines>("links");
    const auto row = [](const char *name, const char *page, const Lines &links) {
        QTest::newRow(name) << QByteArray(page) << links;
    };

    row("a and area", "<a href=a><map><area href='/b'></map>",
        {"navigation /dir/a (a href)", "navigation /b (area href)"});
    row("names in any case", "<A HREF=x>", {"navigation /dir/x (a href)"});
    row("an address with references", "<a href=\"?a=1&amp;b=2&copy=3\">",
        {"navigation /dir/page?a=1&b=2&copy=3 (a href)"});
    row("blanks and newlines around and inside", "<a href=' \n x\ny\t'>",
        {"navigation /dir/xy (a href)"});
    row("fragments name the page itself", "<a href='#top'><a href=''><img src=''>", {});
    row("fragments of others are dropped", "<a href='x#1'><a href='x#2'>",
        {"navigation /dir/x (a href)"});
    row("the first of repeated attributes", "<a href=1 href=2 HREF=3>",
        {"navigation /dir/1 (a href)"});
    row("schemes that name nothing",
        "<a href='data:,x'><a href='javascript:x()'><a href='mailto:x@y'><a href='tel:1'>"
        "<a href='about:blank'><a href='blob:x'><a href='java\nscript:x'><a href=' JavaScript:x'>",
        {});
    row("schemes that we only record", "<a href='ftp://f.example/x'>",
        {"navigation ftp://f.example/x (a href)"});
    row("never ping, action, formaction, cite",
        "<a ping=/p><form action=/a><button formaction=/f><blockquote cite=/c><q cite=/d>", {});
    row("never comments", "<!-- <a href=x> --><!--[if IE]><img src=y><![endif]-->", {});
    row("rel nofollow", "<a rel='external nofollow' href=x>",
        {"navigation /dir/x (a href) nofollow"});
    row("nofollow only if every link says so", "<a rel=nofollow href=x><a href=x>",
        {"navigation /dir/x (a href)"});

    row("images", "<img src=a lowsrc=b dynsrc=c longdesc=d>",
        {"requisite /dir/a (img src)", "requisite /dir/b (img lowsrc)",
            "requisite /dir/c (img dynsrc)", "navigation /dir/d (img longdesc)"});
    row("image is img", "<image src=a>", {"requisite /dir/a (image src)"});
    row("srcset", "<img srcset='a 1x, b 2x'><source srcset='c 10w, d 20w'>",
        {"requisite /dir/a (img srcset)", "requisite /dir/b (img srcset)",
            "requisite /dir/c (source srcset)", "requisite /dir/d (source srcset)"});
    row("lazy loading",
        "<img data-src=a data-srcset='b 1x, c 2x' data-original=d data-lazy-src=e><div data-bg=f>"
        "<div data-bg=\"url('g')\"><img data-src='{\"x\":1}'>",
        {"requisite /dir/a (img data-src)", "requisite /dir/b (img data-srcset)",
            "requisite /dir/c (img data-srcset)", "requisite /dir/d (img data-original)",
            "requisite /dir/e (img data-lazy-src)", "requisite /dir/f (* data-bg)",
            "requisite /dir/g (* url())"});
    row("noscript", "<noscript><img src=a></noscript><head><noscript><link rel=stylesheet href=b>",
        {"requisite /dir/a (img src)", "requisite /dir/b (link href)"});
    row("template", "<template><img src=a></template>", {"requisite /dir/a (img src)"});
    row("media", "<video src=a poster=b><audio src=c><source src=d><track src=e><embed src=f>",
        {"requisite /dir/a (video src)", "requisite /dir/b (video poster)",
            "requisite /dir/c (audio src)", "requisite /dir/d (source src)",
            "requisite /dir/e (track src)", "requisite /dir/f (embed src)"});
    row("scripts and inputs", "<script src=a></script><input type=image src=b><bgsound src=c>",
        {"requisite /dir/a (script src)", "requisite /dir/b (input src)",
            "requisite /dir/c (bgsound src)"});
    row("script text is no markup", "<script>'<a href=x>'</script><a href=y>",
        {"navigation /dir/y (a href)"});
    row("title, textarea, iframe and xmp text neither",
        "<title><a href=1></title><textarea><a href=2></textarea><iframe><a href=3></iframe>"
        "<xmp><a href=4></xmp>",
        {});
    row("backgrounds", "<body background=a><table background=b><td background=c>",
        {"requisite /dir/a (body background)", "requisite /dir/b (* background)",
            "requisite /dir/c (* background)"});
    row("frames", "<frame src=a longdesc=b><iframe src=c>",
        {"navigation /dir/a (frame src)", "navigation /dir/b (frame longdesc)",
            "navigation /dir/c (iframe src)"});
    row("objects", "<object data=a archive='b c' codebase=/base/><param name=movie value=d>",
        {"requisite /base/a (object data)", "requisite /base/b (object archive)",
            "requisite /base/c (object archive)", "requisite /dir/d (param value)"});
    row("param of another name", "<param name=quality value=high>", {});
    row("applets", "<applet codebase=j archive='a.jar,b.jar'>",
        {"requisite /dir/a.jar (applet archive)", "requisite /dir/b.jar (applet archive)"});
    row("manifest and profile", "<html manifest=a><head profile='b c'>",
        {"requisite /dir/a (html manifest)", "navigation /dir/b (head profile)",
            "navigation /dir/c (head profile)"});
    row("custom elements", "<amp-img src=a srcset='b 1x'></amp-img>",
        {"requisite /dir/a (* src)", "requisite /dir/b (* srcset)"});

    row("link by rel",
        "<link rel=stylesheet href=a><link rel='shortcut icon' href=b><link rel=preload href=c>"
        "<link rel=canonical href=d><link rel=next href=e><link rel=alternate hreflang=de href=f>"
        "<link rel=alternate type='application/rss+xml' href=g><link rel=amphtml href=h>"
        "<link rel='alternate stylesheet' href=i><link rel=manifest href=j>"
        "<link rel=modulepreload href=k><link rel=prefetch href=l><link rel=import href=m>"
        "<link rel=sitemap href=n><link rel=LICENSE href=o>",
        {"requisite /dir/a (link href)", "requisite /dir/b (link href)",
            "requisite /dir/c (link href)", "alternate /dir/d (link href)",
            "navigation /dir/e (link href)", "alternate /dir/f (link href)",
            "feed /dir/g (link href)", "alternate /dir/h (link href)",
            "requisite /dir/i (link href)", "requisite /dir/j (link href)",
            "requisite /dir/k (link href)", "requisite /dir/l (link href)",
            "requisite /dir/m (link href)", "sitemap /dir/n (link href)",
            "navigation /dir/o (link href)"});
    row("link that fetches nothing",
        "<link rel=dns-prefetch href=//a><link rel=preconnect href=//b><link rel=pingback href=c>"
        "<link rel=webmention href=d>",
        {});
    row("imagesrcset", "<link rel=preload as=image imagesrcset='a 1x, b 2x'>",
        {"requisite /dir/a (link imagesrcset)", "requisite /dir/b (link imagesrcset)"});
    row("meta refresh",
        "<meta http-equiv=Refresh content='5; URL=\"a\"'><meta http-equiv=refresh content='0;b'>"
        "<meta http-equiv=refresh content=30>",
        {"navigation /dir/a (meta refresh)", "navigation /dir/b (meta refresh)"});
    row("meta of social networks and of Windows",
        "<meta property='og:image' content=a><meta name='twitter:image' content=b>"
        "<meta property='og:video' content=c><meta name='msapplication-TileImage' content=d>"
        "<meta name='msapplication-config' content=e><meta itemprop=thumbnailUrl content=f>"
        "<meta name='msapplication-task' content='name=N;action-uri=g;icon-uri=h'>"
        "<meta property='og:title' content=no>",
        {"requisite /dir/a (meta og:image)", "requisite /dir/b (meta twitter:image)",
            "navigation /dir/c (meta og:video)", "requisite /dir/d (meta msapplication-tileimage)",
            "requisite /dir/e (meta msapplication-config)", "requisite /dir/f (meta thumbnailurl)",
            "navigation /dir/g (meta action-uri)", "requisite /dir/h (meta icon-uri)"});

    row("the first base wins",
        "<a href=a><base target=x><base href='/b/'><base href='/c/'><a href=d>",
        {"navigation /b/a (a href)", "navigation /b/d (a href)"});
    row("a base that is none", "<base href='data:,x'><a href=a>", {"navigation /dir/a (a href)"});
    row("a fragment at another base", "<base href=/b/><a href='#x'>", {"navigation /b/ (a href)"});
    row("a base in SVG is none", "<svg><base href=/b/></base></svg><a href=a>",
        {"navigation /dir/a (a href)"});

    row("style attributes and elements",
        "<p style=\"background:url(&quot;a&quot;)\"><style>@import 'b'; x{y:url(c)}</style>",
        {"requisite /dir/a (* url())", "requisite /dir/b (style @import)",
            "requisite /dir/c (style url())"});
    row("srcdoc", "<iframe srcdoc=\"<img src=a><base href=/b/><a href=c>\"></iframe><a href=d>",
        {"requisite /dir/a (img src)", "navigation /b/c (a href)", "navigation /dir/d (a href)"});
    row("srcdoc in srcdoc", "<iframe srcdoc='<iframe srcdoc=&quot;<img src=a>&quot;>'>",
        {"requisite /dir/a (img src)"});

    row("SVG",
        "<svg><image xlink:href=a /><image href=b /><use href='c#i'/><feImage href=d />"
        "<script href=e /><a xlink:href=f></a><linearGradient href='#g'/></svg><a href=h>",
        {"requisite /dir/a (image xlink:href)", "requisite /dir/b (image href)",
            "requisite /dir/c (use href)", "requisite /dir/d (feimage href)",
            "requisite /dir/e (script href)", "navigation /dir/f (a xlink:href)",
            "navigation /dir/h (a href)"});
    row("style in SVG is markup with CDATA",
        "<svg><style><![CDATA[x{y:url(a)}]]></style><style>z{y:url(&quot;b&quot;)}</style></svg>",
        {"requisite /dir/a (style url())", "requisite /dir/b (style url())"});
    row("HTML inside SVG",
        "<svg><foreignObject><style><a href=x></style><a href=y></foreignObject>",
        {"navigation /dir/y (a href)"});
    row("what breaks out of SVG", "<svg><p><style><a href=x></style><a href=y>",
        {"navigation /dir/y (a href)"});
    row("a script in SVG that closes itself", "<svg><script/><a href=x></a></svg>",
        {"navigation /dir/x (a href)"});

    row("JSON-LD",
        "<script type=application/ld+json>{\"@context\":\"https://schema.org\",\"url\":\"/u\","
        "\"image\":[\"/i1\",{\"@type\":\"ImageObject\",\"url\":\"\\/i2\"}],"
        "\"logo\":\"https:\\u002f/l.example/l\",\"name\":\"/no\",\"thumbnailUrl\":\"not one\","
        "\"potentialAction\":{\"target\":\"/s?q={q}\"}}</script>",
        {"navigation /u (script url)", "requisite /i1 (script image)", "requisite /i2 (script url)",
            "requisite https://l.example/l (script logo)"});
    row("import maps",
        "<script type=importmap>{\"imports\":{\"a\":\"/a.js\",\"b/\":\"/b/\"}}</script>",
        {"requisite /a.js (script imports)"});
    row("speculation rules",
        "<script type=speculationrules>{\"prefetch\":[{\"urls\":[\"/a\",\"/b\"]}]}</script>",
        {"navigation /a (script urls)", "navigation /b (script urls)"});
    row("each address once per kind", "<img src=x><a href=x><img src=./x><a href=x>",
        {"requisite /dir/x (img src)", "navigation /dir/x (a href)"});
}

void TestHtmlLinks::findsEveryPlaceThatNamesAnAddress()
{
    QFETCH(QByteArray, page);
    QFETCH(Lines, links);
    QCOMPARE(linksIn(page, "text/html; charset=utf-8"), links);
}

void TestHtmlLinks::tellsWhichBytesToRewrite_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("rewritten");
    const auto row = [](const char *name, const char *page, const char *rewritten) {
        QTest::newRow(name) << QByteArray(page) << QByteArray(rewritten);
    };
    row("plain", "<a class=x href=\"a\">", "<a class=x href=\"@\">");
    row("blanks stay", "<a href=' a '>", "<a href=' @ '>");
    row("references", "<a href='a?b&amp;c'>", "<a href='@'>");
    row("unquoted", "<a href=a?b&amp;c id=d>", "<a href=@ id=d>");
    row("srcset", "<img srcset='a&amp;b 1x, c 2x'>", "<img srcset='@ 1x, @ 2x'>");
    row("style", "<p style='x:url(&quot;a&quot;),url(b)'>",
        "<p style='x:url(&quot;@&quot;),url(@)'>");
    row("style element", "<style>x{y:url( 'a' )}</style>", "<style>x{y:url( '@' )}</style>");
    row("refresh", "<meta http-equiv=refresh content=\"5; url='a'\">",
        "<meta http-equiv=refresh content=\"5; url='@'\">");
    row("srcdoc", "<iframe srcdoc=\"<a href=&quot;a&amp;amp;b&quot;>\">",
        "<iframe srcdoc=\"<a href=&quot;@&quot;>\">");
    row("linked data", "<script type=application/ld+json>{\"url\":\"http:\\/\\/x/\"}</script>",
        "<script type=application/ld+json>{\"url\":\"@\"}</script>");
    row("base", "<base href=/b/><a href=c>", "<base href=@><a href=@>");
}

void TestHtmlLinks::tellsWhichBytesToRewrite()
{
    QFETCH(QByteArray, page);
    QFETCH(QByteArray, rewritten);
    class Rewriter : public ReferenceSink
    {
    public:
        explicit Rewriter(QByteArray page)
            : m_page(std::move(page))
        {
        }
        void reference(const Reference &reference) override
        {
            m_page.replace(reference.begin + m_shift, reference.end - reference.begin, "@");
            m_shift += 1 - (reference.end - reference.begin);
        }
        QByteArray m_page;
        qsizetype m_shift = 0;
    };
    Rewriter rewriter(page);
    const Document document = documentOf(page, "text/html");
    scanDocument(decodeDocument(document), document.address, rewriter);
    QCOMPARE(rewriter.m_page, rewritten);
}

void TestHtmlLinks::tellsThatAPageForbidsToFollow_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<bool>("forbids");
    QTest::newRow("nofollow") << QByteArray("<meta name=robots content='noindex, nofollow'>")
                              << true;
    QTest::newRow("none") << QByteArray("<META NAME=Robots CONTENT=NONE>") << true;
    QTest::newRow("noindex") << QByteArray("<meta name=robots content=noindex>") << false;
    QTest::newRow("another meta") << QByteArray("<meta name=x content=nofollow>") << false;
}

void TestHtmlLinks::tellsThatAPageForbidsToFollow()
{
    QFETCH(QByteArray, page);
    QFETCH(bool, forbids);
    QCOMPARE(discover(documentOf(page, "text/html")).pageNofollow, forbids);
}

QTEST_APPLESS_MAIN(TestHtmlLinks)
#include "tst_htmllinks.moc"
