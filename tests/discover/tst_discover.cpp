// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/discover/conformance.h"
#include "tests/discover/foundlinks.h"

#include <QTest>

using namespace gleaner;

using Lines = QList<QByteArray>;

namespace
{

// `<urlset><url><loc>http://h.example/z</loc></url></urlset>` through gzip.
const char kGzippedSitemap[] =
    "1f8b0800000000000203b3292dca294e2db1b301d2763639f9c9761925250556fafa197aa91589b90539a9fa"
    "5536fa20711b7db0127da806007bba2daf39000000";

const Address kPage = *Address::parse("http://h.example/dir/page");

} // namespace

class TestDiscover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEachTypeOfDocument_data();
    void readsEachTypeOfDocument();
    void readsTheSitemapsOfOthers();
    void resolvesAddressesInLegacyCharsetsAsBrowsersDo_data();
    void resolvesAddressesInLegacyCharsetsAsBrowsersDo();
};

void TestDiscover::readsEachTypeOfDocument_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Lines>("links");
    const auto row = [](const char *name, const char *type, const char *body, const Lines &links) {
        QTest::newRow(name) << QByteArray(type) << QByteArray(body) << links;
    };
    row("style sheet", "text/css; charset=utf-8", "@import 'a';b{c:url(d)}",
        {"requisite /dir/a (css @import)", "requisite /dir/d (css url())"});
    row("sitemap", "application/xml",
        "<?xml version='1.0'?><urlset xmlns='x' xmlns:image='i'><url><loc> /a?b&amp;c </loc>"
        "<image:image><image:loc>/i</image:loc></image:image>"
        "<xhtml:link rel='alternate' href='/de'/></url>"
        "<url><loc><![CDATA[/d]]></loc><lastmod>/no</lastmod></url></urlset>",
        {"navigation /a?b&c (sitemap loc)", "requisite /i (sitemap loc)",
            "alternate /de (xhtml:link href)", "navigation /d (sitemap loc)"});
    row("sitemap index", "text/xml",
        "<sitemapindex><sitemap><loc>/a.xml</loc></sitemap></sitemapindex>",
        {"sitemap /a.xml (sitemap loc)"});
    row("a document's own entities are never expanded", "text/xml",
        "<!DOCTYPE urlset [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
        "<urlset><url><loc>/a&x;</loc></url></urlset>",
        {"navigation /a&x; (sitemap loc)"});
    row("RSS", "application/rss+xml",
        "<rss><channel><link>/</link><image><url>/i.png</url></image><item><link>/1</link>"
        "<guid>http://h.example/g</guid><enclosure url='/1.mp3' type='audio/mpeg'/>"
        "<media:thumbnail url='/t'/><description>&lt;img src='/d'&gt;</description>"
        "<content:encoded><![CDATA[<a href='/e'>]]></content:encoded></item>"
        "<item><guid isPermaLink='false'>http://h.example/no</guid><source url='/s'>x</source>"
        "<podcast:transcript url='/p'/></item><textInput><link>/no</link></textInput>"
        "</channel></rss>",
        {"navigation / (link)", "requisite /i.png (url)", "navigation /1 (link)",
            "navigation /g (guid)", "requisite /1.mp3 (enclosure url)",
            "requisite /t (thumbnail url)", "requisite /d (img src)", "navigation /e (a href)",
            "feed /s (source url)", "requisite /p (transcript url)"});
    row("Atom", "application/atom+xml",
        "<feed xml:base='/base/'><link rel='self' href='f'/><link rel='hub' href='/no'/>"
        "<icon>i</icon><entry><link href='1'/><link rel='enclosure' href='2'/>"
        "<content type='html'>&lt;img src=3&gt;</content></entry>"
        "<entry xml:base='/other/'><link href='4'/></entry><logo>5</logo></feed>",
        {"feed /base/f (link href)", "requisite /base/i (icon)", "navigation /base/1 (link href)",
            "requisite /base/2 (link href)", "requisite /base/3 (img src)",
            "navigation /other/4 (link href)", "requisite /base/5 (logo)"});
    row("SVG", "image/svg+xml",
        "<?xml version='1.0'?><?xml-stylesheet href=\"s.css\" type=\"text/css\"?>"
        "<!DOCTYPE svg PUBLIC 'a' 'b'><svg xmlns='x'><title>t</title><style>a{b:url(c)}</style>"
        "<image href='d'/><a xlink:href='e'/><style/><use href='#f'/></svg>",
        {"requisite /dir/s.css (xml-stylesheet href)", "requisite /dir/c (style url())",
            "requisite /dir/d (image href)", "navigation /dir/e (a xlink:href)"});
    row("XHTML", "application/xhtml+xml",
        "<html><head><script src='a'/><title/></head><body><x:a href='b'/></body></html>",
        {"requisite /dir/a (script src)", "navigation /dir/b (a href)"});
    row("web app manifest", "application/manifest+json",
        "{\"start_url\":\"/s\",\"icons\":[{\"src\":\"i.png\",\"sizes\":\"1x1\"}],"
        "\"shortcuts\":[{\"url\":\"/c\",\"icons\":[{\"src\":\"j.png\"}]}],"
        "\"share_target\":{\"action\":\"/no\"},\"protocol_handlers\":[{\"url\":\"/no?%s\"}]}",
        {"navigation /s (json start_url)", "requisite /dir/i.png (json src)",
            "navigation /c (json url)", "requisite /dir/j.png (json src)"});
    row("JSON Feed", "application/feed+json",
        "{\"feed_url\":\"/f\",\"items\":[{\"url\":\"/1\",\"image\":\"/i\","
        "\"attachments\":[{\"url\":\"/a.mp3\"}]}],\"hubs\":[{\"url\":\"/no\"}]}",
        {"feed /f (json feed_url)", "navigation /1 (json url)", "requisite /i (json image)",
            "requisite /a.mp3 (json url)"});
    row("playlist", "application/vnd.apple.mpegurl",
        "#EXTM3U\r\n#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\r\n#EXTINF:9,\r\n1.ts\r\n\r\n# "
        "a.ts\r\n2.ts",
        {"requisite /dir/k (playlist uri)", "requisite /dir/1.ts (playlist line)",
            "requisite /dir/2.ts (playlist line)"});
    row("DASH", "application/dash+xml",
        "<MPD><BaseURL>/m/</BaseURL><Period><AdaptationSet><Representation>"
        "<BaseURL>r/</BaseURL><SegmentList><Initialization sourceURL='i'/>"
        "<SegmentURL media='1'/></SegmentList></Representation></AdaptationSet>"
        "<SegmentTemplate media='$Number$.m4s' initialization='j'/></Period></MPD>",
        {"requisite /m/r/i (Initialization sourceURL)", "requisite /m/r/1 (SegmentURL media)",
            "requisite /m/j (SegmentTemplate initialization)"});
    row("address list", "text/uri-list", "# list\r\nhttp://h.example/a\r\nhttps://i.example/b\r\n",
        {"navigation /a (list line)", "navigation https://i.example/b (list line)"});
    row("no address list", "text/uri-list", "http://h.example/a\nand some words\n", {});
    row("unknown type", "application/pdf", "<a href=x>", {});
    row("a mark before the page", "text/html", "\xEF\xBB\xBF<a href=x>",
        {"navigation /dir/x (a href)"});
}

void TestDiscover::readsEachTypeOfDocument()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(Lines, links);
    QCOMPARE(linksIn(body, type), links);
}

void TestDiscover::readsTheSitemapsOfOthers()
{
    const Lines one{"navigation /z (sitemap loc)"};
    QCOMPARE(linksIn(QByteArray::fromHex(kGzippedSitemap), "application/gzip",
                 "http://h.example/sitemap.xml.gz"),
        one);

    REQUIRE_CONFORMANCE();
    const std::pair<const char *, int> files[] = {{"alltags.xml", 1}, {"alltags.cdata.xml", 1},
        {"alltags-index.xml", 1}, {"alltags-index.cdata.xml", 1}, {"cli-urls.json.xml", 1},
        {"bad-tag-sitemap.xml", 1}, {"bad-tag-index.xml", 1},
        {"unescaped-lt.xml", 0}, // hosts that are none
        {"index-unescaped-lt.xml", 1}, {"video.xml", 1}};
    for (const auto &[name, atLeast] : files) {
        const QByteArray body = conformanceFile(QLatin1String("sitemaps/") + QLatin1String(name));
        QVERIFY2(!body.isEmpty(), name);
        const Lines links = linksIn(body, "application/xml");
        qInfo("%s: %d links, %d <loc>", name, int(links.size()), int(body.count("loc>") / 2));
        QVERIFY2(links.size() >= atLeast, name);
    }
}

void TestDiscover::resolvesAddressesInLegacyCharsetsAsBrowsersDo_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("address");
    const auto row = [](const char *name, const char *type, const QByteArray &page,
                         const char *address) {
        QTest::newRow(name) << QByteArray(type) << page << QByteArray(address);
    };
    row("UTF-8", "text/html; charset=utf-8", "<a href='\xC3\xA9?\xC3\xA9'>", "/dir/%C3%A9?%C3%A9");
    row("undeclared UTF-8", "text/html", "<a href='\xC3\xA9?\xC3\xA9'>", "/dir/%C3%A9?%C3%A9");
    row("undeclared and not UTF-8 is windows-1252", "text/html", "<a href='\xE9?\xE9'>",
        "/dir/%C3%A9?%E9");
    row("the path in UTF-8, the query in the page's charset", "text/html; charset=iso-8859-5",
        "<a href='\xD0?\xD0'>", "/dir/%D0%B0?%D0");
    row("declared by meta", "text/html", "<meta charset=iso-8859-5><a href='?\xD0'>",
        "/dir/page?%D0");
    row("declared late", "text/html",
        "<!--" + QByteArray(2000, 'x') + "--><meta charset=iso-8859-5><a href='?\xD0'>",
        "/dir/page?%D0");
    row("the header beats the meta", "text/html; charset=\"iso-8859-5\"",
        "<meta charset=windows-1252><a href='?\xD0'>", "/dir/page?%D0");
    row("the mark beats the header", "text/html; charset=iso-8859-5",
        "\xEF\xBB\xBF<a href='?\xC3\xA9'>", "/dir/page?%C3%A9");
    row("the minus of Japanese charsets", "text/html; charset=shift_jis",
        "<a href='?&#x2212;&yen;&#x203E;'>", "/dir/page?%81|\\~");
    row("half-width katakana", "text/html; charset=iso-2022-jp", "<a href='?&#xFF71;&#xFF9E;'>",
        "/dir/page?%1B$B%%22%1B(B%1B$B!+%1B(B");
    row("the euro of GBK", "text/html; charset=gbk", "<a href='?&euro;&#x1F600;'>",
        "/dir/page?%80%26%23128512%3B");
    row("all of Unicode in gb18030", "text/html; charset=gb18030", "<a href='?&#x1F600;&#xE5E5;'>",
        "/dir/page?%949%FC6%26%2358853%3B");
    row("a charset that ICU lacks", "text/html; charset=iso-8859-16", "<a href='?&#x102;&#x3B1;'>",
        "/dir/page?%C3%26%23945%3B");
    row("bytes of the page's own", "text/html; charset=x-user-defined", "<a href='?\x81&eacute;'>",
        "/dir/page?%81%26%23233%3B");
    row("a character that the charset lacks", "text/html; charset=windows-1252",
        "<a href='?&#x5B57;\xE9'>", "/dir/page?%26%2323383%3B%E9");
    row("Shift_JIS, whose second bytes look like markup", "text/html; charset=shift_jis",
        "<a href='\x83\x5C?\x83\x5C'>", "/dir/%E3%82%BD?%83\\");
    row("UTF-16 by mark", "text/html", QByteArray("\xFF\xFE<\0a\0 \0h\0r\0e\0f\0=\0\xE9\0>\0", 22),
        "/dir/%C3%A9");
    row("style sheets encode queries in UTF-8", "text/html; charset=windows-1252",
        "<p style='x:url(?\xE9)'>", "/dir/page?%C3%A9");
    row("a charset that browsers refuse", "text/html; charset=hz-gb-2312", "<a href=x>", "");
}

void TestDiscover::resolvesAddressesInLegacyCharsetsAsBrowsersDo()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, page);
    QFETCH(QByteArray, address);
    const Discovery discovery = discover(documentOf(page, type));
    QCOMPARE(discovery.links.size(), size_t(address.isEmpty() ? 0 : 1));
    if (!address.isEmpty()) {
        QCOMPARE(discovery.links[0].address.bytes(), "http://h.example" + address);
    }
}

QTEST_APPLESS_MAIN(TestDiscover)
#include "tst_discover.moc"
