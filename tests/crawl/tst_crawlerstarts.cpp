// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/crawling.h"

using namespace gleaner;
using namespace gleaner::test;

/// Start addresses that lead to odd places: each one settles, or nothing after it would begin.
class TestCrawlerStarts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStartThatLeadsToAnEndlessAddressEnds();
    void aStartThatLeadsToWhatWaitsForTheEndIsAskedForNow();
};

void TestCrawlerStarts::aStartThatLeadsToAnEndlessAddressEnds()
{
    Crawling crawling;
    const QByteArray endless = "http://h/" + QByteArray(9000, 'x');
    crawling.web.redirect("http://h/", endless);
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/"), QByteArray("redirected"));
    QCOMPARE(crawling.of(endless), QByteArray("skipped limit"));
}

void TestCrawlerStarts::aStartThatLeadsToWhatWaitsForTheEndIsAskedForNow()
{
    Crawling crawling({"http://h/", "http://g/"});
    crawling.job.tries = 2;
    crawling.job.scope = ScopeKind::Any;
    crawling.web.page("http://h/", {"http://x/"});
    crawling.web.redirect("http://g/", "http://x/");
    crawling.web.hold("http://g/");
    crawling.web.page("http://x/", {});
    crawling.web.failFirst("http://x/", 1, FakeFetcher::healing());
    crawling.start();
    // Its last try is kept for the end of the run, and the second start comes before that.
    QVERIFY(waitFor([&] {
        return crawling.web.asked.contains("http://g/")
            && crawling.follower.record("http://x/").state == RecordState::Retrying;
    }));
    crawling.web.release("http://g/");
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://x/"), QByteArray("saved"));
}

QTEST_GUILESS_MAIN(TestCrawlerStarts)
#include "tst_crawlerstarts.moc"
