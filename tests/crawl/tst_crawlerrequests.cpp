// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/crawling.h"

using namespace gleaner;
using namespace gleaner::test;

namespace
{

/// What a request for the address said as its Referer; the last one, because that is sent.
QByteArray refererOf(const Crawling &crawling, const QByteArray &address)
{
    QByteArray said = "not asked for";
    for (const FetchRequest &request : crawling.web.requests) {
        if (request.address.bytes() != address)
            continue;
        said = "none";
        for (const auto &[name, value] : request.headers) {
            if (name == "Referer")
                said = value;
        }
    }
    return said;
}

} // namespace

/// What a request says besides its address, and that a cookie may open a door.
class TestCrawlerRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refererIsThePageThatNamesTheAddress();
    void aRedirectPassesThePageOn();
    void whatAPersonTypedHasNone();
    void thePersonsOwnRefererStands();
    void aRedirectToItselfIsTriedOnceMoreWithACookie_data();
    void aRedirectToItselfIsTriedOnceMoreWithACookie();
};

void TestCrawlerRequests::refererIsThePageThatNamesTheAddress()
{
    Crawling crawling({"http://h/start?key=secret"});
    crawling.web.page("http://h/start?key=secret", {"p#part", "//other/page"},
        "<link rel=stylesheet href=s.css><img src=//cdn/i.png>");
    crawling.web.page("http://h/p", {"q"});
    crawling.web.serve("http://h/s.css", "text/css", "a{background:url(b.png)}");
    RAN(crawling);
    QCOMPARE(refererOf(crawling, "http://h/start?key=secret"), QByteArray("none"));
    QCOMPARE(refererOf(crawling, "http://h/p"), QByteArray("http://h/start"));
    QCOMPARE(refererOf(crawling, "http://h/q"), QByteArray("http://h/p"));
    QCOMPARE(refererOf(crawling, "http://h/b.png"), QByteArray("http://h/s.css"));
    QCOMPARE(refererOf(crawling, "http://cdn/i.png"), QByteArray("http://h/"));
}

void TestCrawlerRequests::aRedirectPassesThePageOn()
{
    Crawling crawling;
    crawling.job.scope = ScopeKind::Any;
    crawling.web.page("http://h/", {"page"});
    crawling.web.page("http://h/page", {"a"});
    crawling.web.redirect("http://h/a", "b");
    crawling.web.redirect("http://h/b", "http://other/c");
    crawling.web.redirect("http://other/c", "http://h/d");
    RAN(crawling);
    QCOMPARE(refererOf(crawling, "http://h/b"), QByteArray("http://h/page"));
    QCOMPARE(refererOf(crawling, "http://other/c"), QByteArray("http://h/"));
    QCOMPARE(refererOf(crawling, "http://h/d"), QByteArray("http://h/page"));
}

void TestCrawlerRequests::whatAPersonTypedHasNone()
{
    // Not even where it redirects to, nor when a page links it.
    Crawling crawling({"http://h/", "http://h/second"});
    crawling.web.redirect("http://h/", "/moved");
    crawling.web.page("http://h/moved", {"second"});
    crawling.web.page("http://h/second", {"moved"});
    RAN(crawling);
    for (const char *address : {"http://h/", "http://h/moved", "http://h/second"})
        QCOMPARE(refererOf(crawling, address), QByteArray("none"));
}

void TestCrawlerRequests::thePersonsOwnRefererStands()
{
    Crawling crawling;
    crawling.job.headers = {{"Referer", "http://mine/"}};
    crawling.web.page("http://h/", {"a"}, "<img src=//cdn/i.png>");
    RAN(crawling);
    QCOMPARE(refererOf(crawling, "http://h/a"), QByteArray("http://mine/"));
    QCOMPARE(refererOf(crawling, "http://cdn/i.png"), QByteArray("http://h/"));
}

void TestCrawlerRequests::aRedirectToItselfIsTriedOnceMoreWithACookie_data()
{
    QTest::addColumn<bool>("setsCookies");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<int>("asked");
    QTest::newRow("without a cookie") << false << QByteArray("/") << 1;
    QTest::newRow("with one") << true << QByteArray("/") << 2;
    QTest::newRow("to a part of itself") << true << QByteArray("#part") << 2;
}

void TestCrawlerRequests::aRedirectToItselfIsTriedOnceMoreWithACookie()
{
    QFETCH(const bool, setsCookies);
    QFETCH(const QByteArray, location);
    QFETCH(const int, asked);
    Crawling crawling;
    crawling.web.answer("http://h/", RedirectAnswer{302, location, setsCookies});
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/"), QByteArray("failed redirect-loop"));
    QCOMPARE(crawling.web.asked.size(), asked);
}

QTEST_GUILESS_MAIN(TestCrawlerRequests)
#include "tst_crawlerrequests.moc"
