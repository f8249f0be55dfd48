// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/crawling.h"

using namespace gleaner;
using namespace gleaner::test;

/// Nothing but http and https is ever asked for, however it is named.
class TestCrawlerSchemes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherSchemesAreSkipped_data();
    void otherSchemesAreSkipped();
    void aStartIsNotRedirectedToThem();
    void whatIsNoAddressIsNotListed();
};

void TestCrawlerSchemes::otherSchemesAreSkipped_data()
{
    QTest::addColumn<QByteArray>("address");
    for (const char *address : {"file:///etc/hostname", "ftp://h/x", "qrc:/x", "smb://h/x",
             "gopher://h/x", "view-source:http://h/x", "ws://h/x", "chrome://settings/"})
        QTest::newRow(address) << QByteArray(address);
}

void TestCrawlerSchemes::otherSchemesAreSkipped()
{
    QFETCH(const QByteArray, address);
    const QByteArray scheme = address.first(address.indexOf(':'));
    // Each way on a page of its own: an address is listed once, wherever it was found first.
    const QMap<QByteArray, QByteArray> ways{
        {"link", "<a href='%'>x</a>"},
        {"image", "<img src='%'>"},
        {"srcset", "<img srcset='% 2x'>"},
        {"style", "<style>a{background:url(%)}</style>"},
        {"import", "<style>@import '%';</style>"},
        {"frame", "<iframe src='%'></iframe>"},
        {"refresh", "<meta http-equiv=refresh content='0;url=%'>"},
        {"base", "<base href='%'><a href=''>x</a>"},
    };
    for (const QByteArray &way : ways.keys()) {
        Crawling crawling;
        crawling.job.scope = ScopeKind::Any;
        QByteArray page = ways.value(way);
        crawling.web.page("http://h/", {}, page.replace('%', address));
        RAN(crawling);
        QCOMPARE(crawling.web.asked, QByteArrayList{"http://h/"});
        if (way == "base" && crawling.follower.records.size() == 1)
            continue; // a base that nothing can be resolved against
        QCOMPARE(way + ": " + crawling.of(address), way + ": skipped scheme");
    }
    Crawling crawling;
    crawling.job.robots = RobotsPolicy::Respect;
    crawling.job.scope = ScopeKind::Any;
    crawling.web.page("http://h/", {"hop"});
    crawling.web.redirect("http://h/hop", address);
    crawling.web.serve(
        "http://h/robots.txt", "text/plain", "Sitemap: /map.xml\nSitemap: " + scheme + "://h/map");
    crawling.web.serve("http://h/map.xml", "application/xml",
        "<urlset><url><loc>" + scheme + "://h/listed</loc></url></urlset>");
    RAN(crawling);
    QCOMPARE(crawling.of(address), QByteArray("skipped scheme"));
    for (const FetchRequest &request : crawling.web.requests)
        QVERIFY2(request.address.isWeb(), request.address.bytes().constData());
}

void TestCrawlerSchemes::aStartIsNotRedirectedToThem()
{
    for (const char *target : {"file:///etc/hostname", "data:text/html,x", "javascript:alert(1)"}) {
        Crawling crawling;
        crawling.web.redirect("http://h/", target);
        RAN(crawling);
        QCOMPARE(crawling.of("http://h/"), QByteArray("redirected"));
        QCOMPARE(crawling.web.asked, QByteArrayList{"http://h/"});
        QCOMPARE(crawling.files(), QByteArrayList());
    }
}

void TestCrawlerSchemes::whatIsNoAddressIsNotListed()
{
    Crawling crawling;
    crawling.web.page("http://h/",
        {"javascript:alert(1)", "data:text/html,<a href=b>", "mailto:a@b.test", "JavaScript:x"},
        "<img src='data:image/png;base64,AA=='>");
    RAN(crawling);
    QCOMPARE(crawling.follower.totals.known, 1);
    QCOMPARE(crawling.web.asked, QByteArrayList{"http://h/"});
}

QTEST_GUILESS_MAIN(TestCrawlerSchemes)
#include "tst_crawlerschemes.moc"
