// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/gzip.h"
#include "tests/support/testserver.h"

#include <QRegularExpression>
#include <QTest>

using namespace gleaner::test;

namespace
{

/// Every "want/…" in these documents must be asked for, every "never/…" must not.
constexpr const char *kPage = R"html(<!doctype html>
<html manifest="want/html-manifest.dat"><head profile="want/head-profile.dat">
<meta charset="utf-8"><title>never/title.dat</title>
<meta http-equiv="refresh" content="3600; url='want/meta-refresh.html'">
<meta property="og:image" content="want/og-image.png"><meta property="og:video" content="want/og-video.mp4">
<meta name="twitter:image" content="want/twitter-image.png">
<meta name="msapplication-TileImage" content="want/tile.png">
<meta name="msapplication-task" content="name=N;action-uri=want/task.html;icon-uri=want/task.ico">
<meta name="msapplication-notification" content="frequency=30;polling-uri=want/notification.xml">
<link rel="stylesheet" href="style.css"><link rel="icon" href="want/icon.ico">
<link rel="preload" as="image" href="want/preload.png" imagesrcset="want/preload1.png 1x, want/preload2.png 2x">
<link rel="modulepreload" href="want/module.js"><link rel="prefetch" href="want/prefetch.png">
<link rel="manifest" href="app.webmanifest"><link rel="canonical" href="want/canonical.html">
<link rel="next" href="want/next.html"><link rel="prev" href="want/prev.html">
<link rel="amphtml" href="want/amp.html"><link rel="import" href="want/import.html">
<link rel="alternate" hreflang="de" href="want/alternate.html">
<link rel="alternate" type="application/rss+xml" href="feed.xml">
<link rel="alternate" type="application/atom+xml" href="atom.xml">
<link rel="dns-prefetch" href="never/dns.dat"><link rel="preconnect" href="never/preconnect.dat">
<link rel="pingback" href="never/pingback.dat">
<style>@import "want/import-in-style.css"; p { background: url(want/url-in-style.png) }</style>
<script src="want/script.js"></script><script>"never/string-in-script.png"</script>
<script type="application/ld+json">{"@type":"Article","image":["want\/..\/want/ld-no.png","/want/ld.png"],
"logo":{"url":"/want/ld-logo.png"},"url":"/want/ld-url.html"}</script>
</head><body background="want/background.png" style="color:red;background:url(&quot;want/style-attribute.png&quot;)">
<!-- <a href="never/comment.html"> --><a href="want/a.html" ping="never/ping.dat">a</a>
<map><area href="want/area.html"></map><blockquote cite="never/cite.html"></blockquote>
<form action="never/action.html"><button formaction="never/formaction.html"></button>
<input type="image" src="want/input.png"></form>
<img src="want/img.png" srcset="want/srcset1.png 1x, want/srcset2.png 2x" longdesc="want/longdesc.html"
 lowsrc="want/lowsrc.png" dynsrc="want/dynsrc.avi">
<img data-src="want/data-src.png" data-srcset="want/data-srcset.png 2x"><img data-original="want/data-original.png">
<noscript><img src="want/noscript.png"></noscript><template><base href="/never/"><img src="want/template.png"></template>
<picture><source srcset="want/source.webp"></picture>
<video src="want/video.mp4" poster="want/poster.png"><source src="want/source.webm"><track src="want/track.vtt"></video>
<audio src="want/audio.ogg"></audio><embed src="want/embed.swf"><iframe src="want/iframe.html"></iframe>
<iframe srcdoc="&lt;img src=&quot;want/srcdoc.png&quot;&gt;"></iframe>
<object data="object.swf" codebase="/want/" archive="archive1.jar archive2.jar"><param name="movie" value="want/movie.swf"></object>
<svg><image xlink:href="want/svg-image.png"/><use href="want/svg-use.svg#x"/><script href="want/svg-script.js"/>
<filter><feImage href="want/svg-feimage.png"/></filter><a xlink:href="want/svg-a.html"></a>
<path fill="url(want/svg-fill.svg#p)"/><style>q { fill: url(want/svg-style.svg) }</style></svg>
<a href="list.txt">list</a><a href="picture.svg">svg</a><a href="play.m3u8">hls</a><a href="video.mpd">dash</a>
<a href="liar.html">liar</a><a href="mailto:never/a@b"></a><a href="javascript:'never/x.html'"></a>
<a href="caf&eacute;.html?q=&eacute;">legacy</a>
</body></html>)html";

constexpr const char *kStyle = "@charset \"utf-8\";@import url(want/css-import.css) screen;"
                               "@namespace url(never/namespace.dat);/* url(never/comment.png) */"
                               "@font-face{src:url('want/css-font.woff2')}"
                               "a{b:image-set(\"want/css-set.png\" 1x, url(want/css-set2.png) 2x);"
                               "c:u\\72l(want/css-escape.png);d:src(\"want/css-src.png\")}";
constexpr const char *kFeed = "<rss><channel><link>/want/rss-link.html</link><item>"
                              "<enclosure url='/want/rss-enclosure.mp3'/><description>"
                              "&lt;img src='/want/rss-description.png'&gt;</description></item>"
                              "</channel></rss>";
constexpr const char *kAtom = "<feed><entry><link href='want/atom-link.html'/><link rel='enclosure'"
                              " href='want/atom-enclosure.mp3'/></entry></feed>";
constexpr const char *kManifest = "{\"start_url\":\"/want/app-start.html\",\"icons\":[{\"src\":"
                                  "\"want/app-icon.png\"}],\"share_target\":{\"action\":"
                                  "\"/never/share.html\"}}";
constexpr const char *kSvg = "<svg xmlns:xlink='x'><?xml-stylesheet href='want/svg-sheet.css'?>"
                             "<image xlink:href='want/svg-file.png'/></svg>";
constexpr const char *kHls = "#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"want/hls.key\"\nwant/1.ts\n";
constexpr const char *kDash = "<MPD><BaseURL>want/</BaseURL><Period><SegmentList>"
                              "<SegmentURL media='dash1.m4s'/></SegmentList></Period></MPD>";
constexpr const char *kLinks = "<want/link-header.html>; rel=next, <want/link-style.css>; "
                               "rel=stylesheet, <never/hint.dat>; rel=preconnect";

QByteArray filled(const char *text, const QByteArray &origin)
{
    return QByteArray(text).replace("ORIGIN", origin);
}

} // namespace

/// Everything that a page needs, from the program's command line to the server's log.
class TestWholePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForAllAndForNothingElse();

private:
    static QSet<QByteArray> namesIn(const QByteArray &text, const char *folder);
};

/// The "want/x" of a text as targets.
QSet<QByteArray> TestWholePage::namesIn(const QByteArray &text, const char *folder)
{
    const QRegularExpression pattern(
        QLatin1String(folder) + QStringLiteral("/[a-z0-9-]+\\.[a-z0-9]+"));
    QSet<QByteArray> names;
    auto each = pattern.globalMatch(QString::fromUtf8(text));
    while (each.hasNext())
        names.insert('/' + each.next().captured().toUtf8());
    return names;
}

void TestWholePage::asksForAllAndForNothingElse()
{
    TestServer server;
    const QByteArray origin = server.url("").toString(QUrl::RemovePath).toUtf8();
    const QByteArray list = filled("ORIGIN/want/list1.html\nORIGIN/want/list2.pdf\n", origin);
    const QByteArray map =
        filled("<urlset><url><loc>ORIGIN/want/map1.html</loc></url></urlset>", origin);
    const QByteArray packed =
        filled("<urlset><url><loc>ORIGIN/want/map2.html</loc></url></urlset>", origin);
    server.serve("/page.html", "text/html", kPage,
        {{"Link", kLinks}, {"Refresh", "3600; url=want/refresh-header.html"},
            {"Content-Location", "want/content-location.html"}});
    server.serve("/style.css", "text/css", kStyle);
    server.serve("/feed.xml", "application/rss+xml", kFeed);
    server.serve("/atom.xml", "text/xml", kAtom);
    server.serve("/app.webmanifest", "application/manifest+json", kManifest);
    server.serve("/picture.svg", "image/svg+xml", kSvg);
    server.serve("/play.m3u8", "application/vnd.apple.mpegurl", kHls);
    server.serve("/video.mpd", "application/dash+xml", kDash);
    server.serve("/list.txt", "text/plain", list);
    server.serve("/robots.txt", "text/plain", "Sitemap: /packed.xml.gz\n");
    server.serve("/packed.xml.gz", "application/gzip", gzip(packed));
    server.serve("/sitemap.xml", "application/xml", map);
    server.serve("/liar.html", "text/html",
        QByteArray("\x89PNG\r\n\x1A\n\0\0\0\r", 12) + "<a href='never/in-a-picture.html'>");
    server.route("/want/", [](const Request &request, Reply &reply) {
        const bool isPage = request.path().endsWith(".html");
        reply.answer(200, isPage ? "text/html; charset=utf-8" : "application/octet-stream", "x");
    });

    Program program;
    QVERIFY(program.runJson({QStringLiteral("-d"), QStringLiteral("2"), QStringLiteral("-w"),
        QStringLiteral("6"), text(server.url("/page.html"))}));
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(program.status()), QString());

    QSet<QByteArray> wanted{"/want/object.swf", "/want/archive1.jar", "/want/archive2.jar",
        "/want/dash1.m4s", "/want/refresh-header.html", "/want/content-location.html",
        "/caf%C3%A9.html?q=%C3%A9", "/robots.txt"};
    QSet<QByteArray> refused;
    for (const QByteArray &document : {QByteArray(kPage), QByteArray(kStyle), QByteArray(kFeed),
             QByteArray(kAtom), QByteArray(kManifest), QByteArray(kSvg), QByteArray(kHls),
             QByteArray(kDash), QByteArray(kLinks), list, map, packed}) {
        wanted |= namesIn(document, "want");
        refused |= namesIn(document, "never");
    }
    // A relative reference that JSON-LD does not plainly make an address.
    wanted -= "/want/ld-no.png";
    QVERIFY(wanted.size() > 80);
    QVERIFY(refused.size() > 10);

    QSet<QByteArray> asked;
    for (const Request &request : server.requests()) {
        QCOMPARE(request.method, QByteArray("GET"));
        asked.insert(request.target);
    }
    QByteArrayList missing = (wanted - asked).values();
    std::sort(missing.begin(), missing.end());
    QCOMPARE(missing, QByteArrayList());
    for (const QByteArray &target : asked)
        QVERIFY2(!target.contains("never"), target.constData());

    // And the rows say which page linked them.
    const QJsonObject font = events.about(text(server.url("/want/css-font.woff2")));
    QCOMPARE(font[QLatin1String("event")].toString(), QStringLiteral("saved"));
    QCOMPARE(font[QLatin1String("referrer")].toString(), text(server.url("/style.css")));
}

QTEST_GUILESS_MAIN(TestWholePage)
#include "tst_wholepage.moc"
