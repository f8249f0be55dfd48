// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/running.h"

using namespace gleaner;
using namespace gleaner::test;

/// Cookies on the wire: which answers set them, which requests carry them.
class TestCrawlCookies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerMaySetThem_data();
    void everyAnswerMaySetThem();
    void aCookieWallLetsInWhoBringsTheCookie();
    void aWallThatStaysIsALoop();
    void robotsAndSitemapsTakePart();
    void hostsKnowNothingOfEachOther();
    void portsOfAHostShareThem();
    void aFloodIsCappedAndTheSiblingHostStillWorks();
    void aFloodBeyondAllMeasureIsOneFailure();
    void controlCharactersDoNotSpoilLaterRequests();
};

void TestCrawlCookies::everyAnswerMaySetThem_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 203, 204, 301, 302, 303, 307, 308, 401, 403, 404, 410, 500, 503})
        QTest::addRow("%d", status) << status;
}

void TestCrawlCookies::everyAnswerMaySetThem()
{
    QFETCH(const int, status);
    TestServer server;
    server.serve("/", "text/html", "<a href=/set>1</a><a href=/after>2</a>");
    server.route("/set", [status](const Request &, Reply &reply) {
        reply.answer(status, "text/plain", status == 204 ? "" : "x",
            {{"Location", "/"}, {"Retry-After", "0"}, {"Set-Cookie", "a=1"},
                {"Set-Cookie", "b=2, c; Path=/"}});
    });
    server.serve("/after", "text/html", "<p>x");
    Running running;
    QVERIFY(running.run({server.url()}));
    QCOMPARE(server.count("/after"), 1);
    QVERIFY(requestTo(server, "/set").header("Cookie").isNull());
    QCOMPARE(requestTo(server, "/after").header("Cookie"), QByteArray("a=1; b=2, c"));
}

void TestCrawlCookies::aCookieWallLetsInWhoBringsTheCookie()
{
    TestServer server;
    Running running;
    const QUrl wall = server.url("/fault/cookie-wall");
    QVERIFY(running.run({wall}));
    QCOMPARE(running.of(wall), QByteArray("saved"));
    QCOMPARE(server.count("/fault/cookie-wall"), 2);
    QCOMPARE(running.follower.totals.known, 1);
}

void TestCrawlCookies::aWallThatStaysIsALoop()
{
    TestServer server;
    server.route("/wall", [count = 0](const Request &request, Reply &reply) mutable {
        reply.answer(302, "text/plain", "x",
            {{"Location", request.target}, {"Set-Cookie", "a=" + QByteArray::number(++count)}});
    });
    Running running;
    QVERIFY(running.run({server.url("/wall")}));
    QCOMPARE(running.of(server.url("/wall")), QByteArray("failed redirect-loop"));
    QCOMPARE(server.count("/wall"), 2);
}

void TestCrawlCookies::robotsAndSitemapsTakePart()
{
    TestServer server;
    server.route("/robots.txt", [](const Request &, Reply &reply) {
        reply.answer(200, "text/plain", "User-agent: *\nAllow: /\n", {{"Set-Cookie", "r=1"}});
    });
    server.serve("/", "text/html", "<a href=/a>a</a>");
    server.serve("/a", "text/html", "<p>a");
    Running running;
    running.job.robots = RobotsPolicy::Respect;
    running.job.cookies = {{"own", "1", "127.0.0.1", Cookie::Reach::Host, "/", {}, false}};
    QVERIFY(running.run({server.url()}));
    QCOMPARE(requestTo(server, "/").header("Cookie").left(5), QByteArray("own=1"));
    QCOMPARE(requestTo(server, "/robots.txt").header("Cookie"), QByteArray("own=1"));
    QCOMPARE(requestTo(server, "/sitemap.xml").header("Cookie"), QByteArray("own=1; r=1"));
    QCOMPARE(requestTo(server, "/a").header("Cookie"), QByteArray("own=1; r=1"));
}

void TestCrawlCookies::hostsKnowNothingOfEachOther()
{
    TestServer one;
    TestServer two("127.0.0.2");
    for (TestServer *server : {&one, &two}) {
        const QByteArray other = (server == &one ? two : one).url("/image.png").toEncoded();
        server->serve("/", "text/html", "<a href=/a>a</a><img src=" + other + '>',
            {{"Set-Cookie", server == &one ? "one=1" : "two=1"},
                {"Set-Cookie", "any=1; Domain=0.0.1"}, {"Set-Cookie", "all=1; Domain=.0.0.2"}});
        server->serve("/a", "text/html", "<p>a");
        server->serve("/image.png", "image/png", "PNG");
    }
    Running running;
    QVERIFY(running.run({one.url(), two.url()}));
    QCOMPARE(requestTo(one, "/a").header("Cookie"), QByteArray("one=1"));
    QCOMPARE(requestTo(one, "/image.png").header("Cookie"), QByteArray("one=1"));
    QCOMPARE(requestTo(two, "/").header("Cookie"), QByteArray());
    QCOMPARE(requestTo(two, "/a").header("Cookie"), QByteArray("two=1"));
}

void TestCrawlCookies::portsOfAHostShareThem()
{
    // RFC 6265, section 8.5; browsers do so too.
    TestServer one;
    TestServer two;
    two.serve("/image.png", "image/png", "PNG");
    one.serve("/", "text/html", "<img src=" + two.url("/image.png").toEncoded() + '>',
        {{"Set-Cookie", "one=1"}});
    Running running;
    QVERIFY(running.run({one.url()}));
    QCOMPARE(requestTo(two, "/image.png").header("Cookie"), QByteArray("one=1"));
}

void TestCrawlCookies::aFloodIsCappedAndTheSiblingHostStillWorks()
{
    TestServer server;
    TestServer sibling("127.0.0.2");
    sibling.serve("/image.png", "image/png", "PNG");
    server.serve("/fault/", "text/html",
        "<a href=cookie-flood?count=60>flood</a><a href=after>after</a><img src="
            + sibling.url("/image.png").toEncoded() + '>');
    server.serve("/fault/after", "text/html", "<p>x");
    Running running;
    QVERIFY(running.run({server.url("/fault/")}));
    QCOMPARE(running.follower.totals.saved, 4);
    const QByteArray cookies = requestTo(server, "/fault/after").header("Cookie");
    QCOMPARE(cookies.count(QByteArray(4000, 'x')), 1);
    QVERIFY(cookies.size() <= CookieJar::longestField);
    QVERIFY(requestTo(sibling, "/image.png").header("Cookie").isNull());
}

void TestCrawlCookies::aFloodBeyondAllMeasureIsOneFailure()
{
    TestServer server;
    TestServer sibling("127.0.0.2");
    sibling.serve("/image.png", "image/png", "PNG");
    const QUrl flood = server.url("/fault/cookie-flood");
    server.serve("/", "text/html",
        "<a href=/fault/cookie-flood>flood</a><a href=/after>after</a><img src="
            + sibling.url("/image.png").toEncoded() + '>');
    server.serve("/after", "text/html", "<p>x");
    Running running;
    QVERIFY(running.run({server.url()}));
    QCOMPARE(running.of(flood), QByteArray("failed invalid-response"));
    QCOMPARE(server.count("/fault/cookie-flood"), 1);
    QCOMPARE(running.follower.totals.saved, 3);
    QVERIFY(requestTo(server, "/after").header("Cookie").isNull());
}

void TestCrawlCookies::controlCharactersDoNotSpoilLaterRequests()
{
    TestServer server;
    server.serve("/", "text/html", "<a href=/after>after</a>",
        {{"Set-Cookie", "a=1\x01"}, {"Set-Cookie", "b=\x7f"}, {"Set-Cookie", "good=1"},
            {"Set-Cookie", "c=1\r\n X-Evil: 1"}});
    server.serve("/after", "text/html", "<p>x");
    Running running;
    QVERIFY(running.run({server.url()}));
    // The last one goes on over the end of its line, which makes a blank of it.
    QCOMPARE(requestTo(server, "/after").header("Cookie"), QByteArray("good=1; c=1 X-Evil: 1"));
    QVERIFY(requestTo(server, "/after").header("X-Evil").isNull());
}

QTEST_GUILESS_MAIN(TestCrawlCookies)
#include "tst_crawlcookies.moc"
