// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/crawling.h"

using namespace gleaner;
using namespace gleaner::test;

/// A person wants some addresses, or a branch, before the others.
class TestCrawlPrefer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPreferredIsAskedForFirst();
    void soIsWhatIsFoundLaterInABranch();
    void theHostsSlotsStayWhatTheyAre();
    void onlyTheLatestBranchesAreRemembered();
    void whatDoesNotWaitIsLeftAlone();
};

namespace
{

RecordId idOf(const Crawling &crawling, const QByteArray &address)
{
    return crawling.follower.record(address).id;
}

/// One request at a time, the first of them held, and all others known.
void startFan(Crawling &crawling, int pages)
{
    crawling.job.workers = 1;
    crawling.job.perHost = 1;
    serveFan(crawling, pages);
    crawling.web.hold("http://h/p0");
    crawling.start();
    const QByteArray last = "http://h/p" + QByteArray::number(pages - 1);
    QVERIFY(waitFor([&] {
        return crawling.web.asked.contains("http://h/p0") && crawling.follower.knows(last);
    }));
}

} // namespace

void TestCrawlPrefer::whatIsPreferredIsAskedForFirst()
{
    Crawling crawling;
    startFan(crawling, 30);
    crawling.crawler().prefer({idOf(crawling, "http://h/p29"), idOf(crawling, "http://h/p17")}, {});
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.web.asked.mid(1, 4),
        QByteArrayList({"http://h/p0", "http://h/p17", "http://h/p29", "http://h/p1"}));
    QCOMPARE(crawling.follower.totals.saved, 31);
}

void TestCrawlPrefer::soIsWhatIsFoundLaterInABranch()
{
    Crawling crawling;
    crawling.web.page("http://h/p28", {"deep/1", "deep/2", "other"});
    crawling.web.page("http://h/deep/1", {"3"});
    for (const char *address : {"http://h/deep/2", "http://h/deep/3", "http://h/other"})
        crawling.web.page(address, {});
    startFan(crawling, 28);
    // Nothing of it is known yet but the page that leads there.
    crawling.web.page("http://h/p20", {"p28"});
    crawling.crawler().prefer({idOf(crawling, "http://h/p20")}, {"http://h/p28", "http://h/deep/"});
    // While a page is read for its links the next request is on its way.
    crawling.web.hold("http://h/p1");
    crawling.web.hold("http://h/p2");
    crawling.web.release("http://h/p0");
    QVERIFY(waitFor([&] { return crawling.follower.knows("http://h/p28"); }));
    crawling.web.release("http://h/p1");
    QVERIFY(waitFor([&] { return crawling.follower.knows("http://h/deep/2"); }));
    crawling.web.release("http://h/p2");
    FINISHED(crawling);
    QCOMPARE(crawling.web.asked.mid(1, 7),
        QByteArrayList({"http://h/p0", "http://h/p20", "http://h/p1", "http://h/p28", "http://h/p2",
            "http://h/deep/1", "http://h/deep/2"}));
    QCOMPARE(crawling.follower.totals.saved, 34);
}

void TestCrawlPrefer::theHostsSlotsStayWhatTheyAre()
{
    Crawling crawling;
    crawling.job.workers = 8;
    crawling.job.perHost = 2;
    serveFan(crawling, 20);
    crawling.web.hold("http://h/p0");
    crawling.web.hold("http://h/p1");
    crawling.start();
    QVERIFY(fanIsRunning(crawling, 2));
    QVERIFY(waitFor([&] { return crawling.follower.knows("http://h/p19"); }));
    std::vector<RecordId> all;
    for (RecordId id = 0; id < crawling.follower.records.size(); ++id)
        all.push_back(id);
    crawling.crawler().prefer(all, {"http://h/"});
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.web.mostRunning, 2);
    QCOMPARE(crawling.web.asked.size(), 21);
}

void TestCrawlPrefer::onlyTheLatestBranchesAreRemembered()
{
    Crawling crawling;
    crawling.web.page("http://h/p0", {"first/1", "last/1"});
    crawling.web.page("http://h/first/1", {});
    crawling.web.page("http://h/last/1", {});
    startFan(crawling, 1);
    crawling.web.page("http://h/p0", {"first/1", "last/1"});
    crawling.crawler().prefer({}, {"http://h/first/"});
    for (int i = 0; i < 20; ++i)
        crawling.crawler().prefer({}, {"http://h/else" + QByteArray::number(i) + '/'});
    crawling.crawler().prefer({}, {"http://h/last/"});
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.web.asked.mid(2), QByteArrayList({"http://h/last/1", "http://h/first/1"}));
}

void TestCrawlPrefer::whatDoesNotWaitIsLeftAlone()
{
    Crawling crawling;
    startFan(crawling, 3);
    crawling.crawler().skip({idOf(crawling, "http://h/p2")});
    crawling.crawler().prefer({0, idOf(crawling, "http://h/p2"), 99'999}, {});
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/p2"), QByteArray("skipped user"));
    QCOMPARE(crawling.web.asked.count("http://h/"), 1);
    QVERIFY(!crawling.web.asked.contains("http://h/p2"));
}

QTEST_GUILESS_MAIN(TestCrawlPrefer)
#include "tst_crawlprefer.moc"
