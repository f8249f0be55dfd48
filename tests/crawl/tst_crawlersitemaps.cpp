// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/crawling.h"

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

/// The sitemaps that sites offer to robots.
class TestCrawlerSitemaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sitemapsAreRead();
    void theUsualSitemapIsTriedOnce();
    void theUsualSitemapMayLieElsewhere();
    void whatTheyHoldInMemoryCounts();

private:
    static void configure(Crawling &crawling)
    {
        crawling.job.robots = RobotsPolicy::Respect;
        crawling.job.userAgent = "Robot";
    }
};

void TestCrawlerSitemaps::sitemapsAreRead()
{
    Crawling crawling;
    configure(crawling);
    crawling.web.page("http://h/", {});
    crawling.web.page("http://h/island", {});
    crawling.web.serve("http://h/robots.txt", "text/plain", "Sitemap: /map.xml\n");
    crawling.web.serve("http://h/map.xml", "application/xml",
        "<urlset><url><loc>http://h/island</loc></url>"
        "<url><loc>http://other/</loc></url></urlset>");
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/island"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://other/"), QByteArray("skipped scope"));
}

void TestCrawlerSitemaps::theUsualSitemapIsTriedOnce()
{
    for (const char *robots : {"", "Sitemap: /map.xml\n", "Sitemap: /sitemap.xml\n"}) {
        Crawling crawling;
        configure(crawling);
        crawling.web.page("http://h/", {"a"}, "<img src=//cdn/i.png>");
        crawling.web.page("http://h/a", {});
        crawling.web.page("http://h/island", {});
        crawling.web.serve("http://h/robots.txt", "text/plain", robots);
        crawling.web.serve("http://h/sitemap.xml", "application/xml",
            "<urlset><url><loc>http://h/island</loc></url></urlset>");
        RAN(crawling);
        QCOMPARE(crawling.of("http://h/island"), QByteArray("saved"));
        QCOMPARE(crawling.web.asked.count("http://h/sitemap.xml"), 1);
        QVERIFY(!crawling.web.asked.contains("http://cdn/sitemap.xml"));
    }
}

void TestCrawlerSitemaps::theUsualSitemapMayLieElsewhere()
{
    Crawling crawling;
    configure(crawling);
    crawling.web.page("http://h/", {});
    crawling.web.page("http://h/island", {});
    crawling.web.redirect("http://h/sitemap.xml", "/maps/index.xml");
    crawling.web.serve("http://h/maps/index.xml", "text/xml",
        "<sitemapindex><sitemap><loc>http://h/maps/1.xml</loc></sitemap></sitemapindex>");
    crawling.web.serve("http://h/maps/1.xml", "text/xml",
        "<urlset><url><loc>http://h/island</loc></url></urlset>");
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/island"), QByteArray("saved"));

    Crawling away;
    configure(away);
    away.web.page("http://h/", {});
    away.web.redirect("http://h/sitemap.xml", "http://other/sitemap.xml");
    away.web.serve("http://other/sitemap.xml", "text/xml", "<urlset/>");
    RAN(away);
    QVERIFY(!away.web.asked.contains("http://other/sitemap.xml"));
}

void TestCrawlerSitemaps::whatTheyHoldInMemoryCounts()
{
    // Two starts whose sitemaps have come to 80 MB and do not end: nothing new is begun meanwhile.
    Crawling crawling({"http://one/", "http://other/"});
    configure(crawling);
    for (const char *host : {"http://one/", "http://other/"}) {
        crawling.web.serve(
            host + QByteArray("sitemap.xml"), "application/xml", QByteArray(40'000'000, ' '));
        crawling.web.holdEnd(host + QByteArray("sitemap.xml"));
    }
    crawling.web.page("http://one/", {});
    crawling.web.page("http://other/", {}, "<img src=i.png>");
    crawling.web.image("http://other/i.png");
    crawling.web.hold("http://other/");
    crawling.start();
    QVERIFY(waitFor([&] {
        return crawling.web.isAtItsEnd("http://one/sitemap.xml")
            && crawling.web.isAtItsEnd("http://other/sitemap.xml");
    }));
    crawling.web.release("http://other/");
    QVERIFY(waitFor([&] { return crawling.of("http://other/") == "saved"; }));
    QVERIFY(waitFor([&] { return crawling.of("http://other/i.png") == "waiting"; }));
    // Ten reports, each of them a turn in which it could have been asked for.
    const int batches = crawling.follower.batches;
    QVERIFY(waitFor([&] { return crawling.follower.batches > batches + 10; }));
    QVERIFY(!crawling.web.asked.contains("http://other/i.png"));
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://other/i.png"), QByteArray("saved"));
}

QTEST_GUILESS_MAIN(TestCrawlerSitemaps)
#include "tst_crawlersitemaps.moc"
