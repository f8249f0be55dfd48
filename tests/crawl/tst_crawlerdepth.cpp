// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/crawling.h"

#include <queue>
#include <random>

using namespace gleaner;
using namespace gleaner::test;

/// The depth limit cuts off the same addresses in whatever order the pages arrive.
class TestCrawlerDepth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsOffExactly_data();
    void cutsOffExactly();
    void childrenComeBackWhenAPageIsFoundNearer();
    void grandchildrenComeBackToo();
    void theyComeBackThroughARedirect();
    void theyComeBackFromARedirectToAKnownPage();
    void theirRequisitesStayRequisites();
    void aPageFirstFoundAsARequisiteIsNoRequisiteOfOthers();
    void theReasonIsTheNearestOne();
    void anyGraphInAnyOrder_data();
    void anyGraphInAnyOrder();
};

void TestCrawlerDepth::cutsOffExactly_data()
{
    QTest::addColumn<int>("limit");
    for (const int limit : {0, 1, 2, 5})
        QTest::addRow("%d", limit) << limit;
}

void TestCrawlerDepth::cutsOffExactly()
{
    QFETCH(const int, limit);
    Crawling crawling;
    crawling.job.depth = limit;
    crawling.web.page("http://h/", {"1"});
    for (int i = 1; i < 10; ++i)
        crawling.web.page("http://h/" + QByteArray::number(i), {QByteArray::number(i + 1)});
    RAN(crawling);
    QCOMPARE(crawling.follower.totals.saved, limit + 1);
    QCOMPARE(crawling.of("http://h/" + QByteArray::number(limit + 1)), QByteArray("skipped depth"));
    QCOMPARE(crawling.follower.totals.known, limit + 2);
}

void TestCrawlerDepth::childrenComeBackWhenAPageIsFoundNearer()
{
    // To /p in three clicks at once, in one click through a slow page.
    Crawling crawling;
    crawling.job.depth = 3;
    crawling.web.page("http://h/", {"a", "slow"});
    crawling.web.page("http://h/a", {"b"});
    crawling.web.page("http://h/b", {"p"});
    crawling.web.page("http://h/p", {"child"});
    crawling.web.page("http://h/child", {"grandchild"});
    crawling.web.page("http://h/slow", {"p"});
    crawling.web.hold("http://h/slow");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.of("http://h/child") == "skipped depth"; }));
    crawling.web.release("http://h/slow");
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/child"), QByteArray("saved"));
    QCOMPARE(crawling.follower.depthOf("http://h/child"), 3);
    QCOMPARE(crawling.of("http://h/grandchild"), QByteArray("skipped depth"));
    QCOMPARE(crawling.web.asked.count("http://h/p"), 1);
}

void TestCrawlerDepth::grandchildrenComeBackToo()
{
    // Two pages of the deep way are fetched already when it becomes shorter by two.
    Crawling crawling;
    crawling.job.depth = 4;
    crawling.web.page("http://h/", {"a", "slow"});
    crawling.web.page("http://h/a", {"b"});
    crawling.web.page("http://h/b", {"p"});
    crawling.web.page("http://h/p", {"q"});
    crawling.web.page("http://h/q", {"r"}, "<img src=i.png>");
    crawling.web.page("http://h/r", {"s"});
    crawling.web.image("http://h/i.png");
    crawling.web.page("http://h/slow", {"p"});
    crawling.web.hold("http://h/slow");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.of("http://h/r") == "skipped depth"; }));
    crawling.web.release("http://h/slow");
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/r"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://h/s"), QByteArray("skipped depth"));
}

void TestCrawlerDepth::theyComeBackThroughARedirect()
{
    // What is found nearer has redirected: its target is nearer too.
    Crawling crawling;
    crawling.job.depth = 3;
    crawling.web.page("http://h/", {"a", "slow"});
    crawling.web.page("http://h/a", {"b"});
    crawling.web.page("http://h/b", {"r"});
    crawling.web.redirect("http://h/r", "/p");
    crawling.web.page("http://h/p", {"child"});
    crawling.web.page("http://h/child", {});
    crawling.web.page("http://h/slow", {"r"});
    crawling.web.hold("http://h/slow");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.of("http://h/child") == "skipped depth"; }));
    crawling.web.release("http://h/slow");
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/child"), QByteArray("saved"));
}

void TestCrawlerDepth::theyComeBackFromARedirectToAKnownPage()
{
    Crawling crawling;
    crawling.job.depth = 3;
    crawling.web.page("http://h/", {"a", "r"});
    crawling.web.page("http://h/a", {"b"});
    crawling.web.page("http://h/b", {"p"});
    crawling.web.page("http://h/p", {"child"});
    crawling.web.page("http://h/child", {});
    crawling.web.redirect("http://h/r", "/p");
    crawling.web.hold("http://h/r");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.of("http://h/child") == "skipped depth"; }));
    crawling.web.release("http://h/r");
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/child"), QByteArray("saved"));
}

void TestCrawlerDepth::theirRequisitesStayRequisites()
{
    // A style that is found nearer takes its images along, from wherever they are.
    Crawling crawling;
    crawling.job.depth = 1;
    crawling.web.page("http://h/", {"a", "slow"});
    crawling.web.page("http://h/a", {"s.css"}); // as a click: one too many
    crawling.web.page("http://h/slow", {}, "<link rel=stylesheet href=s.css>");
    crawling.web.serve("http://h/s.css", "text/css", "a { background: url(//cdn/i.png) }");
    crawling.web.image("http://cdn/i.png");
    crawling.web.hold("http://h/slow");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.of("http://h/s.css") == "skipped depth"; }));
    crawling.web.release("http://h/slow");
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/s.css"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://cdn/i.png"), QByteArray("saved"));
}

void TestCrawlerDepth::aPageFirstFoundAsARequisiteIsNoRequisiteOfOthers()
{
    // /deep links other/x as a click. Found nearer, that is still a click, and out of scope; that
    // another page needs other/x as an image, but too deep, changes nothing.
    Crawling crawling;
    crawling.job.depth = 2;
    crawling.web.page("http://h/", {"a", "slow"});
    crawling.web.page("http://h/a", {"p"});
    crawling.web.page("http://h/p", {"http://other/x"});
    crawling.web.page("http://other/x", {});
    crawling.web.page("http://h/slow", {"p"});
    crawling.web.redirect("http://h/slow", "/p");
    crawling.web.hold("http://h/slow");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.of("http://other/x") == "skipped scope"; }));
    crawling.web.release("http://h/slow");
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://other/x"), QByteArray("skipped scope"));
}

void TestCrawlerDepth::theReasonIsTheNearestOne()
{
    Crawling crawling;
    crawling.job.depth = 2;
    crawling.job.exclude = {"*/x"};
    crawling.web.page("http://h/", {"a", "slow"});
    crawling.web.page("http://h/a", {"b"});
    crawling.web.page("http://h/b", {"x"});
    crawling.web.page("http://h/slow", {"x"});
    crawling.web.hold("http://h/slow");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.of("http://h/x") == "skipped depth"; }));
    crawling.web.release("http://h/slow");
    FINISHED(crawling);
    QCOMPARE(crawling.of("http://h/x"), QByteArray("skipped filter"));
    QCOMPARE(crawling.follower.depthOf("http://h/x"), 2);
}

void TestCrawlerDepth::anyGraphInAnyOrder_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 25; ++seed)
        QTest::addRow("%d", seed) << seed;
}

/// A random web in which every answer comes when chance says so, against distances counted by a
/// plain breadth-first search.
void TestCrawlerDepth::anyGraphInAnyOrder()
{
    QFETCH(const int, seed);
    constexpr int pages = 60;
    constexpr int limit = 4;
    std::mt19937 random{quint32(seed)};
    const auto name = [](int page) {
        return "http://h/" + (page ? 'p' + QByteArray::number(page) : QByteArray());
    };
    Crawling crawling;
    crawling.job.depth = limit;
    std::vector<std::vector<std::pair<int, int>>> links(pages); // to, clicks
    QByteArrayList all;
    for (int page = 0; page < pages; ++page) {
        all.append(name(page));
        if (page && random() % 6 == 0) {
            const int to = int(random() % pages);
            links[page] = {{to, 0}};
            crawling.web.redirect(name(page), name(to));
            continue;
        }
        QByteArrayList hrefs;
        QByteArray frames;
        for (int link = int(random() % 3); link >= 0; --link) {
            const int to = int(random() % pages);
            const bool requisite = random() % 8 == 0;
            links[page].emplace_back(to, requisite ? 0 : 1);
            if (requisite)
                frames += "<img src=" + name(to) + '>';
            else
                hrefs.append(name(to));
        }
        crawling.web.page(name(page), hrefs, frames);
    }
    std::vector<int> distance(pages, limit + 1);
    std::queue<int> line;
    distance[0] = 0;
    for (line.push(0); !line.empty(); line.pop()) {
        for (const auto &[to, clicks] : links[line.front()]) {
            if (distance[line.front()] + clicks < distance[to]) {
                distance[to] = distance[line.front()] + clicks;
                line.push(to);
            }
        }
    }

    for (const QByteArray &page : all)
        crawling.web.hold(page);
    crawling.start();
    std::ranges::shuffle(all, random);
    for (const QByteArray &page : all) {
        crawling.web.release(page);
        for (auto turns = random() % 6; turns > 0; --turns)
            QCoreApplication::processEvents();
    }
    FINISHED(crawling);
    for (int page = 0; page < pages; ++page) {
        const QByteArray end = crawling.of(name(page));
        const bool fetched = end == "saved" || end == "redirected" || end == "failed redirect-loop";
        QVERIFY2(fetched == (distance[page] <= limit), (name(page) + ": " + end).constData());
        QVERIFY(crawling.web.asked.count(name(page)) <= 1);
    }
}

QTEST_GUILESS_MAIN(TestCrawlerDepth)
#include "tst_crawlerdepth.moc"
