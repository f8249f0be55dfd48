// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/crawling.h"

using namespace gleaner;
using namespace gleaner::test;

/// Redirects are new candidates; the start's own decide where everything belongs.
class TestCrawlerRedirects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTargetIsAnAddressOfItsOwn();
    void aTargetIsJudgedLikeAnyLink_data();
    void aTargetIsJudgedLikeAnyLink();
    void aTargetIsNoFurtherClick();
    void anInvalidLocationIsAFailure();
    void loopsAreOneFailure_data();
    void loopsAreOneFailure();
    void aLoopOfKnownAddressesIsFoundToo();
    void tenHopsAreFollowedAndNotEleven();
    void manyAddressesMayLeadToOne();
    void aStartThatRedirectsTakesEverythingWithIt();
    void aStartThatRedirectsNowhereGoodIsAnEnd_data();
    void aStartThatRedirectsNowhereGoodIsAnEnd();
    void aStartMayRedirectToAnotherStart();
    void aStartMayRedirectToWhatIsSavedAlready();
    void aLinkThatRedirectsToAStartLeavesItAStart();
    void aRedirectedRequisiteStaysOne();
    void aDowngradeIsNotFollowedByDetour();
};

void TestCrawlerRedirects::aTargetIsAnAddressOfItsOwn()
{
    Crawling crawling;
    crawling.web.page("http://h/", {"p", "r"});
    crawling.web.redirect("http://h/p", "/p/");
    crawling.web.page("http://h/p/", {});
    crawling.web.redirect("http://h/r", "?q#part");
    crawling.web.page("http://h/r?q", {});
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/p"), QByteArray("redirected"));
    QCOMPARE(crawling.follower.record("http://h/p").target.bytes(), QByteArray("http://h/p/"));
    QCOMPARE(crawling.follower.record("http://h/p").status, quint16(301));
    // The content of /p/ is not written over by a stub for /p.
    QCOMPARE(crawling.files(), QByteArrayList({"index.html", "p/index.html", "r%3Fq.html"}));
    QVERIFY(crawling.follower.totals.redirected == 2);
}

void TestCrawlerRedirects::aTargetIsJudgedLikeAnyLink_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("end");
    const auto row = [](const char *target, const char *end) {
        QTest::newRow(target) << QByteArray(target) << QByteArray(end);
    };
    row("https://h/good", "saved");
    row("https://other/x", "skipped scope");
    row("https://h/private/x", "skipped filter");
    row("http://h/good", "skipped downgrade");
    row("http://other/x", "skipped downgrade");
    row("ftp://h/x", "skipped scheme");
    row("file:///etc/passwd", "skipped scheme");
    row("javascript:alert(1)", "skipped scheme");
    row("data:text/html,x", "skipped scheme");
}

void TestCrawlerRedirects::aTargetIsJudgedLikeAnyLink()
{
    QFETCH(const QByteArray, target);
    Crawling crawling({"https://h/"});
    crawling.job.exclude = {"*/private/*"};
    crawling.web.page("https://h/", {"r"});
    crawling.web.redirect("https://h/r", target);
    crawling.web.page("https://h/good", {});
    RAN(crawling);
    QCOMPARE(crawling.of("https://h/r"), QByteArray("redirected"));
    QTEST(crawling.of(target), "end");
    QCOMPARE(crawling.web.asked.contains(target), target == "https://h/good");
}

void TestCrawlerRedirects::aTargetIsNoFurtherClick()
{
    Crawling crawling;
    crawling.job.depth = 1;
    crawling.web.page("http://h/", {"r"});
    crawling.web.redirect("http://h/r", "/s");
    crawling.web.redirect("http://h/s", "/t");
    crawling.web.page("http://h/t", {"u"});
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/t"), QByteArray("saved"));
    QCOMPARE(crawling.follower.depthOf("http://h/t"), 1);
    QCOMPARE(crawling.of("http://h/u"), QByteArray("skipped depth"));
}

void TestCrawlerRedirects::anInvalidLocationIsAFailure()
{
    Crawling crawling;
    crawling.web.page("http://h/", {"r"});
    crawling.web.redirect("http://h/r", "http://[::bad/");
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/r"), QByteArray("failed invalid-response"));
}

void TestCrawlerRedirects::loopsAreOneFailure_data()
{
    QTest::addColumn<int>("length");
    for (const int length : {1, 2, 3, 10})
        QTest::addRow("%d", length) << length;
}

void TestCrawlerRedirects::loopsAreOneFailure()
{
    QFETCH(const int, length);
    Crawling crawling;
    crawling.web.page("http://h/", {"r0"});
    for (int i = 0; i < length; ++i)
        crawling.web.redirect(
            "http://h/r" + QByteArray::number(i), "/r" + QByteArray::number((i + 1) % length));
    RAN(crawling);
    QCOMPARE(crawling.follower.totals.failed, 1);
    QCOMPARE(crawling.follower.totals.redirected, length - 1);
    QCOMPARE(crawling.of("http://h/r" + QByteArray::number(length - 1)),
        QByteArray("failed redirect-loop"));
    QCOMPARE(crawling.web.asked.size(), length + 1);
}

void TestCrawlerRedirects::aLoopOfKnownAddressesIsFoundToo()
{
    // Both are known from the page before either is asked for.
    Crawling crawling;
    crawling.web.page("http://h/", {"a", "b"});
    crawling.web.redirect("http://h/a", "/b");
    crawling.web.redirect("http://h/b", "/a");
    RAN(crawling);
    QCOMPARE(crawling.follower.totals.redirected, 1);
    QCOMPARE(crawling.follower.totals.failed, 1);
    const QByteArray ends = crawling.of("http://h/a") + crawling.of("http://h/b");
    QVERIFY2(ends.contains("failed redirect-loop"), ends.constData());
}

void TestCrawlerRedirects::tenHopsAreFollowedAndNotEleven()
{
    Crawling crawling;
    crawling.web.page("http://h/", {"a0", "b0"});
    for (const char site : {'a', 'b'}) {
        const QByteArray name = QByteArray("http://h/") + site;
        const int hops = site == 'a' ? 10 : 11;
        for (int i = 0; i < hops; ++i)
            crawling.web.redirect(name + QByteArray::number(i), name + QByteArray::number(i + 1));
        crawling.web.page(name + QByteArray::number(hops), {});
    }
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/a10"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://h/b10"), QByteArray("failed redirect-loop"));
    QCOMPARE(crawling.of("http://h/b11"), QByteArray("skipped limit"));
    QCOMPARE(crawling.follower.totals.failed, 1);
    QVERIFY(!crawling.web.asked.contains("http://h/b11"));
}

void TestCrawlerRedirects::manyAddressesMayLeadToOne()
{
    Crawling crawling;
    QByteArrayList links;
    for (int i = 0; i < 50; ++i) {
        links.append("old" + QByteArray::number(i));
        crawling.web.redirect("http://h/old" + QByteArray::number(i), "/new");
    }
    crawling.web.page("http://h/", links);
    crawling.web.page("http://h/new", {});
    RAN(crawling);
    QCOMPARE(crawling.follower.totals.redirected, 50);
    QCOMPARE(crawling.follower.totals.saved, 2);
    QCOMPARE(crawling.web.asked.count("http://h/new"), 1);
}

void TestCrawlerRedirects::aStartThatRedirectsTakesEverythingWithIt()
{
    Crawling crawling({"http://site.example/"});
    crawling.job.depth = 1;
    crawling.web.redirect("http://site.example/", "https://site.example/");
    crawling.web.redirect("https://site.example/", "https://www.site.example/en/");
    crawling.web.page("https://www.site.example/en/", {"a", "/b", "http://site.example/c"});
    crawling.web.page("https://www.site.example/en/a", {"deep"});
    crawling.web.page("https://www.site.example/b", {});
    RAN(crawling);
    QCOMPARE(crawling.files(), QByteArrayList({"b.html", "en/a.html", "en/index.html"}));
    QCOMPARE(crawling.of("http://site.example/c"), QByteArray("skipped scope"));
    QCOMPARE(crawling.of("https://www.site.example/en/deep"), QByteArray("skipped depth"));
    QCOMPARE(crawling.follower.depthOf("https://www.site.example/en/"), 0);
    QCOMPARE(crawling.follower.totals.redirected, 2);
}

void TestCrawlerRedirects::aStartThatRedirectsNowhereGoodIsAnEnd_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("end");
    const auto row = [](const char *target, const char *start, const char *end) {
        QTest::newRow(target) << QByteArray(target) << QByteArray(start) << QByteArray(end);
    };
    row("http://h/", "redirected", "skipped downgrade");
    row("ftp://h/", "redirected", "skipped scheme");
    row("file:///etc/passwd", "redirected", "skipped scheme");
    row("https://h/missing", "redirected", "failed http");
    row("https://[bad", "failed invalid-response", "unknown");
    row("https://h/", "failed redirect-loop", "failed redirect-loop");
}

void TestCrawlerRedirects::aStartThatRedirectsNowhereGoodIsAnEnd()
{
    QFETCH(const QByteArray, target);
    // A second start shows that the first has let go.
    Crawling crawling({"https://h/", "https://g/"});
    crawling.web.redirect("https://h/", target);
    crawling.web.page("https://g/", {});
    RAN(crawling);
    QTEST(crawling.of("https://h/"), "start");
    QTEST(crawling.of(target), "end");
    QCOMPARE(crawling.of("https://g/"), QByteArray("saved"));
    QVERIFY(crawling.follower.phase == CrawlPhase::Finished);
}

void TestCrawlerRedirects::aStartMayRedirectToAnotherStart()
{
    Crawling crawling({"http://h/", "http://g/"});
    crawling.web.redirect("http://h/", "http://g/");
    crawling.web.page("http://g/", {"a", "http://h/b"});
    crawling.web.page("http://g/a", {});
    RAN(crawling);
    QCOMPARE(crawling.files(), QByteArrayList({"a.html", "index.html"}));
    QCOMPARE(crawling.of("http://h/b"), QByteArray("skipped scope"));
    QCOMPARE(crawling.web.asked.count("http://g/"), 1);
}

void TestCrawlerRedirects::aStartMayRedirectToWhatIsSavedAlready()
{
    Crawling crawling({"http://h/", "http://g/"});
    crawling.web.page("http://h/", {"a"});
    crawling.web.page("http://h/a", {});
    crawling.web.redirect("http://g/", "http://h/");
    RAN(crawling);
    QCOMPARE(crawling.of("http://g/"), QByteArray("redirected"));
    QCOMPARE(crawling.follower.totals.saved, 2);
    QCOMPARE(crawling.web.asked.count("http://h/"), 1);
}

void TestCrawlerRedirects::aLinkThatRedirectsToAStartLeavesItAStart()
{
    // The second start is held back until the first one's link has led to it.
    Crawling crawling({"http://h/", "http://slow/", "http://g/"});
    crawling.web.page("http://h/", {"r"});
    crawling.web.redirect("http://h/r", "http://g/");
    crawling.web.page("http://slow/", {});
    crawling.web.hold("http://slow/");
    crawling.web.redirect("http://g/", "http://www.g/");
    crawling.web.page("http://www.g/", {"x"});
    crawling.web.page("http://www.g/x", {});
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.of("http://h/r") == "redirected"; }));
    crawling.web.release("http://slow/");
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://www.g/"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://www.g/x"), QByteArray("saved"));
    QCOMPARE(crawling.web.asked.count("http://g/"), 1);
}

void TestCrawlerRedirects::aRedirectedRequisiteStaysOne()
{
    Crawling crawling;
    crawling.job.depth = 0;
    crawling.web.page("http://h/", {}, "<img src=i.png>");
    crawling.web.redirect("http://h/i.png", "http://cdn/j.png");
    crawling.web.redirect("http://cdn/j.png", "http://other/k.png");
    crawling.web.image("http://other/k.png");
    RAN(crawling);
    QCOMPARE(crawling.of("http://other/k.png"), QByteArray("saved"));
}

void TestCrawlerRedirects::aDowngradeIsNotFollowedByDetour()
{
    // The target is known, and skipped for its scope, before a requisite redirects to it.
    Crawling crawling({"https://h/"});
    crawling.web.page("https://h/", {"http://cdn/i.png", "later"});
    crawling.web.page("https://h/later", {}, "<img src=r.png>");
    crawling.web.redirect("https://h/r.png", "http://cdn/i.png");
    crawling.web.image("http://cdn/i.png");
    RAN(crawling);
    QCOMPARE(crawling.of("https://h/r.png"), QByteArray("redirected"));
    QVERIFY2(crawling.of("http://cdn/i.png").startsWith("skipped"),
        crawling.of("http://cdn/i.png").constData());
    QVERIFY(!crawling.web.asked.contains("http://cdn/i.png"));
}

QTEST_GUILESS_MAIN(TestCrawlerRedirects)
#include "tst_crawlerredirects.moc"
