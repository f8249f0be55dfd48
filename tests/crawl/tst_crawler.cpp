// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/crawling.h"

using namespace gleaner;
using namespace gleaner::test;

/// Whole small sites, from the start address to the last batch.
class TestCrawler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesASite();
    void everyAddressEndsOnce();
    void nothingToDoIsAnEnd();
    void aStartThatFailsIsAnEnd();
    void requisitesComeFromAnywhereButLeadNowhereElse();
    void aRequisiteOfAStyleIsFetched();
    void whatWasOutOfScopeIsFetchedAsARequisite();
    void requisitesAreNoClicks();
    void pagesAreReadEvenIfTheyAreNotKept();
    void whatIsNotKeptIsNeverOnDisk();
    void filesThatAreTooLargeAreSkipped();
    void largeBodiesAreStreamedAndRead();
    void severalStartsAreOneDownload();
    void aStartThatIsLinkedIsFetchedOnce();
    void headersGoToStartOriginsOnly();
    void aNameInTheWayFailsThatAddressAlone();
};

void TestCrawler::savesASite()
{
    Crawling crawling;
    crawling.web.page("http://h/", {"a.html", "b/", "missing"}, "<img src=i.png>");
    crawling.web.page("http://h/a.html", {"/", "b/#part"});
    crawling.web.page("http://h/b/", {"../a.html", "?q=1"});
    crawling.web.page("http://h/b/?q=1", {});
    crawling.web.image("http://h/i.png");
    RAN(crawling);
    QVERIFY(crawling.follower.phase == CrawlPhase::Finished);
    QCOMPARE(crawling.files(),
        QByteArrayList(
            {"a.html", "b/index.html", "b/index.html%3Fq=1.html", "i.png", "index.html"}));
    QCOMPARE(crawling.read("i.png"), QByteArray("PNG http://h/i.png"));
    QCOMPARE(crawling.of("http://h/missing"), QByteArray("failed http"));
    const Record &record = crawling.follower.record("http://h/i.png");
    QCOMPARE(record.path, QStringLiteral("i.png"));
    QCOMPARE(record.type, QByteArray("image/png"));
    QCOMPARE(record.bytes, crawling.read("i.png").size());
    QCOMPARE(record.status, quint16(200));
    QCOMPARE(record.tries, quint16(1));
    QVERIFY(record.verified);
    QCOMPARE(crawling.follower.records[record.referrer].address.bytes(), QByteArray("http://h/"));
    QCOMPARE(crawling.web.asked.size(), 6);
}

void TestCrawler::everyAddressEndsOnce()
{
    Crawling crawling;
    crawling.job.depth = 3;
    for (int i = 0; i < 300; ++i) {
        QByteArrayList links;
        for (int j = 1; j < 6; ++j)
            links.append("/p" + QByteArray::number((i * 7 + j * j) % 400));
        links.append(i % 3 ? "http://other/" + QByteArray::number(i % 10) : "ftp://h/x");
        crawling.web.page("http://h/p" + QByteArray::number(i), links, "<img src=/i.png>");
    }
    crawling.web.page("http://h/", {"p1", "p2"});
    crawling.web.image("http://h/i.png");
    crawling.web.answer("http://h/p4", NoContentAnswer{204});
    crawling.web.redirect("http://h/p5", "/p6");
    RAN(crawling);
    QVERIFY(crawling.follower.phase == CrawlPhase::Finished);
    QVERIFY(crawling.follower.totals.saved > 20);
    QVERIFY(crawling.follower.totals.skipped > 10);
    QCOMPARE(crawling.of("ftp://h/x"), QByteArray("skipped scheme"));
    QCOMPARE(QSet<QByteArray>(crawling.web.asked.begin(), crawling.web.asked.end()).size(),
        crawling.web.asked.size());
}

void TestCrawler::nothingToDoIsAnEnd()
{
    Crawling crawling{QByteArrayList()};
    RAN(crawling);
    QVERIFY(crawling.follower.phase == CrawlPhase::Finished);
    QCOMPARE(crawling.follower.totals.known, 0);
}

void TestCrawler::aStartThatFailsIsAnEnd()
{
    Crawling crawling;
    RAN(crawling);
    QVERIFY(crawling.follower.phase == CrawlPhase::Finished);
    QCOMPARE(crawling.of("http://h/"), QByteArray("failed http"));
    QCOMPARE(crawling.files(), QByteArrayList());
}

void TestCrawler::requisitesComeFromAnywhereButLeadNowhereElse()
{
    Crawling crawling;
    crawling.web.page("http://h/", {"http://other/page"}, "<img src=//cdn/i.png><img src=//cdn/p>");
    crawling.web.image("http://cdn/i.png");
    // A page stands in for the image: it is kept as it was asked for, but nobody follows it.
    crawling.web.page("http://cdn/p", {"http://h/never", "http://cdn/never"});
    RAN(crawling);
    QCOMPARE(crawling.of("http://other/page"), QByteArray("skipped scope"));
    QCOMPARE(crawling.of("http://cdn/i.png"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://cdn/p"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://h/never"), QByteArray("unknown"));
    QCOMPARE(crawling.files(), QByteArrayList({"+cdn_80/i.png", "+cdn_80/p.html", "index.html"}));
}

void TestCrawler::aRequisiteOfAStyleIsFetched()
{
    Crawling crawling;
    crawling.job.depth = 0;
    crawling.web.page("http://h/", {}, "<link rel=stylesheet href=//cdn/s.css>");
    crawling.web.serve("http://cdn/s.css", "text/css", "a { background: url(i.png) }");
    crawling.web.image("http://cdn/i.png");
    RAN(crawling);
    QCOMPARE(crawling.of("http://cdn/i.png"), QByteArray("saved"));
    QCOMPARE(crawling.follower.depthOf("http://cdn/i.png"), 0);
}

void TestCrawler::whatWasOutOfScopeIsFetchedAsARequisite()
{
    Crawling crawling;
    crawling.web.page("http://h/", {"http://cdn/i.png", "later"});
    crawling.web.page("http://h/later", {}, "<img src=//cdn/i.png>");
    crawling.web.image("http://cdn/i.png");
    RAN(crawling);
    QCOMPARE(crawling.of("http://cdn/i.png"), QByteArray("saved"));
    QVERIFY(crawling.follower.record("http://cdn/i.png").kind == LinkKind::Requisite);
}

void TestCrawler::requisitesAreNoClicks()
{
    Crawling crawling;
    crawling.job.depth = 1;
    crawling.web.page("http://h/", {"a"});
    crawling.web.page("http://h/a", {"b"}, "<img src=i.png>");
    crawling.web.page("http://h/b", {});
    crawling.web.image("http://h/i.png");
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/a"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://h/b"), QByteArray("skipped depth"));
    QCOMPARE(crawling.of("http://h/i.png"), QByteArray("saved"));
    QCOMPARE(crawling.follower.depthOf("http://h/i.png"), 1);
}

void TestCrawler::pagesAreReadEvenIfTheyAreNotKept()
{
    Crawling crawling;
    crawling.job.types = TypeSelection::fromList("images").value();
    crawling.web.page("http://h/", {"a", "x.iso", "download"}, "<img src=i.png>");
    crawling.web.page("http://h/a", {}, "<img src=j.png>");
    crawling.web.image("http://h/i.png");
    crawling.web.image("http://h/j.png");
    crawling.web.serve("http://h/download", "application/pdf", "PDF");
    RAN(crawling);
    QCOMPARE(crawling.files(), QByteArrayList({"i.png", "j.png"}));
    QCOMPARE(crawling.of("http://h/"), QByteArray("skipped type"));
    QCOMPARE(crawling.of("http://h/x.iso"), QByteArray("skipped type"));
    QVERIFY(!crawling.web.asked.contains("http://h/x.iso"));
    QCOMPARE(crawling.of("http://h/download"), QByteArray("skipped type"));
}

void TestCrawler::whatIsNotKeptIsNeverOnDisk()
{
    Crawling crawling;
    crawling.job.types = TypeSelection::fromList("images").value();
    crawling.web.page("http://h/", {"big"});
    crawling.web.serve("http://h/big", "text/html", QByteArray(3'000'000, ' ') + "<a href=end>");
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/big"), QByteArray("skipped type"));
    QCOMPARE(crawling.of("http://h/end"), QByteArray("failed http"));
    QCOMPARE(crawling.files(), QByteArrayList());
}

void TestCrawler::filesThatAreTooLargeAreSkipped()
{
    Crawling crawling;
    crawling.job.maxFileSize = 1000;
    crawling.web.page("http://h/", {"fits", "not"});
    crawling.web.serve("http://h/fits", "application/x", QByteArray(1000, 'x'));
    crawling.web.serve("http://h/not", "application/x", QByteArray(1001, 'x'));
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/fits"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://h/not"), QByteArray("skipped size"));
    QCOMPARE(crawling.files(), QByteArrayList({"fits", "index.html"}));
}

void TestCrawler::largeBodiesAreStreamedAndRead()
{
    Crawling crawling;
    const QByteArray filler(2'000'000, ' ');
    crawling.web.serve("http://h/", "text/html", filler + "<a href=a>" + filler + "<a href=b>");
    crawling.web.serve("http://h/a", "application/x", QByteArray(5'000'000, 'x'));
    RAN(crawling);
    QCOMPARE(crawling.read("index.html").size(), 4'000'020);
    QCOMPARE(crawling.read("a"), QByteArray(5'000'000, 'x'));
    QCOMPARE(crawling.of("http://h/b"), QByteArray("failed http"));
    QCOMPARE(crawling.follower.totals.bytes, 9'000'020);
}

void TestCrawler::severalStartsAreOneDownload()
{
    Crawling crawling({"http://h/", "http://g/x/", "http://h/", "http://gone/"});
    crawling.web.page("http://h/", {"a", "http://g/y", "http://k/"});
    crawling.web.page("http://h/a", {});
    crawling.web.page("http://g/x/", {"../y"});
    crawling.web.page("http://g/y", {});
    RAN(crawling);
    QCOMPARE(crawling.of("http://g/y"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://k/"), QByteArray("skipped scope"));
    QCOMPARE(crawling.of("http://gone/"), QByteArray("failed http"));
    QCOMPARE(crawling.files(),
        QByteArrayList({"+g_80/x/index.html", "+g_80/y.html", "a.html", "index.html"}));
    QCOMPARE(crawling.web.asked.count("http://h/"), 1);
}

void TestCrawler::aStartThatIsLinkedIsFetchedOnce()
{
    Crawling crawling({"http://h/", "http://h/b"});
    crawling.web.page("http://h/", {"b", "c"});
    crawling.web.page("http://h/b", {"/"});
    crawling.web.page("http://h/c", {"b"});
    RAN(crawling);
    QCOMPARE(crawling.web.asked.count("http://h/b"), 1);
    QCOMPARE(crawling.follower.totals.saved, 3);
    QCOMPARE(crawling.follower.depthOf("http://h/b"), 0);
}

void TestCrawler::headersGoToStartOriginsOnly()
{
    Crawling crawling;
    crawling.job.headers = {{"Authorization", "secret"}};
    crawling.job.userAgent = "Robot";
    crawling.web.page("http://h/", {"a"}, "<img src=//cdn/i.png><img src=http://h:81/i.png>");
    RAN(crawling);
    QCOMPARE(crawling.web.requests.size(), 4);
    for (const FetchRequest &request : crawling.web.requests) {
        const HeaderList expected = request.address.origin() == "http://h"
            ? HeaderList{{"User-Agent", "Robot"}, {"Authorization", "secret"}}
            : HeaderList{{"User-Agent", "Robot"}};
        HeaderList sent = request.headers;
        std::erase_if(sent, [](const auto &header) { return header.first == "Referer"; });
        QVERIFY2(sent == expected, request.address.bytes().constData());
    }
}

void TestCrawler::aNameInTheWayFailsThatAddressAlone()
{
    Crawling crawling;
    QVERIFY(QDir().mkpath(crawling.job.directory));
    QVERIFY(QFile::link(QStringLiteral("/nowhere"), crawling.job.directory + QStringLiteral("/a")));
    crawling.web.page("http://h/", {"a/b", "c/d"});
    crawling.web.serve("http://h/a/b", "application/x", "x");
    crawling.web.serve("http://h/c/d", "application/x", "x");
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/a/b"), QByteArray("failed name"));
    QCOMPARE(crawling.of("http://h/c/d"), QByteArray("saved"));
}

QTEST_GUILESS_MAIN(TestCrawler)
#include "tst_crawler.moc"
