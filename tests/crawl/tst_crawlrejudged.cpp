// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/running.h"

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

/// What was skipped for what was known then is judged by what is known now.
class TestCrawlRejudged : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aStartMovesToWhatWasSkipped_data();
    void aStartMovesToWhatWasSkipped();
    void aPlainLinkThatWasTooFarIsRemembered();
    void whatComesNearerAndIsUnchangedBringsItsLinks();
    void aNofollowLinkBringsNothingNearer();
    void whatEndsTooManyRedirectsIsFetchedIfItIsLinked();

private:
    QUrl url(const QByteArray &target) const { return m_server->url(target); }
    [[nodiscard]] bool run() { return m_crawl->run({url("/")}); }
    QByteArray of(const QByteArray &target) const { return m_crawl->of(url(target)); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
};

void TestCrawlRejudged::init()
{
    m_server = std::make_unique<TestServer>();
    m_crawl = std::make_unique<Running>();
}

void TestCrawlRejudged::aStartMovesToWhatWasSkipped_data()
{
    QTest::addColumn<SkipReason>("reason");
    QTest::newRow("too deep") << SkipReason::Depth;
    QTest::newRow("excluded") << SkipReason::Filter;
    QTest::newRow("another site") << SkipReason::Scope;
}

void TestCrawlRejudged::aStartMovesToWhatWasSkipped()
{
    QFETCH(const SkipReason, reason);
    TestServer elsewhere;
    TestServer &site = reason == SkipReason::Scope ? elsewhere : *m_server;
    const QUrl target = site.url("/new/");
    site.serve("/new/", "text/html", pageWith({"x.txt"}));
    site.serve("/new/x.txt", "text/plain", "x");
    m_server->serve("/", "text/html", pageWith({target.toEncoded()}));
    if (reason == SkipReason::Depth)
        m_crawl->job.depth = 0;
    if (reason == SkipReason::Filter)
        m_crawl->job.exclude = {"*/new/"};
    QVERIFY(run());
    QVERIFY(m_crawl->record(target).state == RecordState::Skipped);
    QVERIFY(m_crawl->record(target).skip == reason);

    m_server->route("/", [target](const Request &, Reply &reply) {
        reply.answer(302, {}, {}, {{"Location", target.toEncoded()}});
    });
    for (const char *expected : {"saved", "unchanged"}) {
        QVERIFY(run());
        QCOMPARE(of("/"), QByteArray("redirected"));
        QCOMPARE(m_crawl->of(target), QByteArray(expected));
    }
    if (reason == SkipReason::Scope)
        QCOMPARE(m_crawl->of(site.url("/new/x.txt")), QByteArray("unchanged"));
}

void TestCrawlRejudged::aPlainLinkThatWasTooFarIsRemembered()
{
    m_crawl->job.robots = RobotsPolicy::Respect;
    const auto serve = [this](const char *path, const QByteArray &body) {
        m_server->serve(path, "text/html", body);
    };
    serve("/", pageWith({"near", "one"}));
    serve("/near", "<a href=x rel=nofollow>x</a>");
    serve("/one", pageWith({"two"}));
    serve("/two", pageWith({"x"}));
    serve("/x", "here");
    m_crawl->job.depth = 2;
    QVERIFY(run());
    QCOMPARE(of("/x"), QByteArray("skipped depth"));
    m_crawl->job.depth.reset();
    QVERIFY(run());
    QCOMPARE(of("/x"), QByteArray("saved"));
}

void TestCrawlRejudged::whatComesNearerAndIsUnchangedBringsItsLinks()
{
    m_server->serve("/", "text/html", pageWith({"a.html"}));
    m_server->serve("/a.html", "text/html", pageWith({"b.html"}));
    m_server->serve("/b.html", "text/html", pageWith({"n.html"}));
    m_server->serve("/n.html", "text/html", pageWith({"m.html"}) + "<img src=p.png>");
    m_server->serve("/m.html", "text/html", "m");
    m_server->serve("/p.png", "image/png", "p");
    m_crawl->job.depth = 3;
    QVERIFY(run());
    QCOMPARE(of("/n.html"), QByteArray("saved"));
    QVERIFY(m_crawl->record(url("/m.html")).skip == SkipReason::Depth);
    m_crawl->job.depth = 1;
    QVERIFY(run());
    QVERIFY(m_crawl->record(url("/n.html")).state == RecordState::Skipped);
    // It has not changed, so its links are those of before.
    m_server->serve("/", "text/html", pageWith({"a.html", "n.html"}));
    m_crawl->job.depth = 2;
    QVERIFY(run());
    QCOMPARE(of("/n.html"), QByteArray("unchanged"));
    QCOMPARE(of("/m.html"), QByteArray("saved"));
    QCOMPARE(of("/p.png"), QByteArray("unchanged"));
}

void TestCrawlRejudged::aNofollowLinkBringsNothingNearer()
{
    m_crawl->job.robots = RobotsPolicy::Respect;
    m_server->serve("/", "text/html", pageWith({"one", "last"}));
    m_server->serve("/one", "text/html", pageWith({"x"}));
    m_server->serve("/x", "text/html", pageWith({"y"}));
    m_server->serve("/z", "text/html", "too far");
    // By then that page is known, and has been read.
    const QByteArray last = "<a href=y rel=nofollow>y</a>";
    m_server->route("/last", [last](const Request &, Reply &reply) {
        reply.hold("y").wait(300ms).answer(200, "text/html", last);
    });
    m_server->route("/y", [this](const Request &, Reply &reply) {
        m_server->release("y");
        reply.answer(200, "text/html", pageWith({"z"}));
    });
    m_crawl->job.workers = 2;
    m_crawl->job.depth = 3;
    QVERIFY(run());
    QCOMPARE(of("/y"), QByteArray("saved"));
    QCOMPARE(of("/z"), QByteArray("skipped depth"));
    QCOMPARE(int(m_crawl->record(url("/y")).depth), 3);
}

void TestCrawlRejudged::whatEndsTooManyRedirectsIsFetchedIfItIsLinked()
{
    for (int hop = 0; hop < 14; ++hop) {
        const QByteArray next = "/chain/" + QByteArray::number(hop + 1);
        m_server->route("/chain/" + QByteArray::number(hop), [next](const Request &, Reply &reply) {
            reply.answer(302, {}, {}, {{"Location", next}});
        });
    }
    m_server->serve("/chain/14", "text/plain", "the end");
    m_server->serve("/", "text/html", pageWith({"chain/0", "late"}));
    m_server->route("/late", [](const Request &, Reply &reply) {
        reply.hold("10").wait(300ms).answer(200, "text/html", pageWith({"chain/11"}));
    });
    m_server->route("/chain/10", [this](const Request &, Reply &reply) {
        m_server->release("10");
        reply.answer(302, {}, {}, {{"Location", "/chain/11"}});
    });
    m_crawl->job.workers = 2;
    QVERIFY(run());
    QCOMPARE(of("/chain/11"), QByteArray("redirected"));
    QCOMPARE(of("/chain/14"), QByteArray("saved"));
}

QTEST_GUILESS_MAIN(TestCrawlRejudged)
#include "tst_crawlrejudged.moc"
