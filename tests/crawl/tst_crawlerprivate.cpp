// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/crawling.h"

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

/// Names as a test says; a name that is not among them is not found.
class Names
{
public:
    void set(const QByteArray &name, std::initializer_list<const char *> addresses)
    {
        for (const char *address : addresses)
            m_names[name].append(QHostAddress(QString::fromLatin1(address)));
    }
    Resolver resolver()
    {
        return [this](const Address &address, std::chrono::milliseconds) {
            return resolve(address.host().toByteArray());
        };
    }

    QMap<QByteArray, int> asked;
    Resolution::Kind otherwise = Resolution::Kind::NotFound;
    bool holding = false;

private:
    Task<Resolution> resolve(QByteArray name)
    {
        ++asked[name];
        const auto turn = 0ms;
        co_await sleepFor(turn);
        while (holding)
            co_await sleepFor(turn);
        Resolution resolution;
        resolution.addresses = m_names.value(name);
        if (resolution.addresses.isEmpty())
            resolution.kind = otherwise;
        co_return resolution;
    }

    QMap<QByteArray, QList<QHostAddress>> m_names;
};

/// A site of the internet and what else there is, public and not.
class Web : public Crawling
{
public:
    explicit Web(const QByteArrayList &starts = {"http://public.test/"})
        : Crawling(starts)
    {
        job.tries = 1;
        names.set("public.test", {"93.184.216.34", "2606:2800:220:1::1"});
        names.set("cdn.test", {"151.101.1.140"});
        names.set("intranet.test", {"10.0.0.1"});
        names.set("wiki.intranet.test", {"192.168.7.7", "fd00::7"});
        names.set("mixed.test", {"93.184.216.34", "127.0.0.1"});
        resolver = names.resolver();
    }
    /// Whether any request went to that origin.
    bool wasAsked(const QByteArray &origin) const
    {
        return std::ranges::any_of(web.requests,
            [&](const FetchRequest &request) { return request.address.origin() == origin; });
    }

    Names names;
};

} // namespace

/// A page on the internet does not lead this program into a private network.
class TestCrawlerPrivate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPublicStartIsKeptOut_data();
    void aPublicStartIsKeptOut();
    void aPublicStartGoesOnToPublicHosts_data();
    void aPublicStartGoesOnToPublicHosts();
    void everyWayIsGuarded();
    void aStartIsNotRedirectedInside();
    void aForeignPageLeadsNowhere();
    void aPrivateStartIsAllowed_data();
    void aPrivateStartIsAllowed();
    void aPublicStartBesideAPrivateOneShutsTheRest();
    void aNameIsFoundOnce();
    void aNameThatIsNotFoundFails_data();
    void aNameThatIsNotFoundFails();
    void whatAProxyFindsIsNotJudged();
    void dyingWhileANameIsFoundIsClean();
};

void TestCrawlerPrivate::aPublicStartIsKeptOut_data()
{
    QTest::addColumn<QByteArray>("origin");
    for (const char *host :
        {"127.0.0.1", "127.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0",
            "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "[fc00::1]",
            "[fd12::1]", "[fe80::1]", "[64:ff9b::10.0.0.1]", "localhost", "localhost.", "LOCALHOST",
            "x.localhost", "127.0.0.1:8080", "intranet.test", "mixed.test"})
        QTest::newRow(host) << "http://" + QByteArray(host);
    QTest::newRow("https") << QByteArray("https://127.0.0.1");
}

void TestCrawlerPrivate::aPublicStartIsKeptOut()
{
    QFETCH(const QByteArray, origin);
    Web web;
    web.web.page("http://public.test/", {}, "<img src=" + origin + "/a.png>");
    web.web.image(Address::parse(origin + "/a.png")->bytes());
    RAN(web);
    QCOMPARE(web.of("http://public.test/"), QByteArray("saved"));
    QCOMPARE(web.of(origin + "/a.png"), QByteArray("skipped private-address"));
    QCOMPARE(web.web.asked, QByteArrayList{"http://public.test/"});
    QCOMPARE(web.files(), QByteArrayList{"index.html"});
}

void TestCrawlerPrivate::aPublicStartGoesOnToPublicHosts_data()
{
    QTest::addColumn<QByteArray>("origin");
    for (const char *host : {"cdn.test", "8.8.8.8", "[2606:2800:220:1::1]"})
        QTest::newRow(host) << "http://" + QByteArray(host);
}

void TestCrawlerPrivate::aPublicStartGoesOnToPublicHosts()
{
    QFETCH(const QByteArray, origin);
    Web web;
    web.web.page("http://public.test/", {}, "<img src=" + origin + "/a.png>");
    web.web.image(origin + "/a.png");
    RAN(web);
    QCOMPARE(web.of(origin + "/a.png"), QByteArray("saved"));
}

void TestCrawlerPrivate::everyWayIsGuarded()
{
    Web web;
    web.job.robots = RobotsPolicy::Respect;
    web.job.scope = ScopeKind::Any;
    web.web.redirect("http://public.test/robots.txt", "http://10.0.0.1/robots.txt");
    web.web.serve("http://public.test/sitemap.xml", "application/xml",
        "<urlset><url><loc>http://10.0.0.2/listed</loc></url></urlset>");
    web.web.page("http://public.test/", {"http://10.0.0.3/link", "hop"},
        "<link rel=stylesheet href=s.css><img srcset='http://10.0.0.4/set 2x'>"
        "<meta http-equiv=refresh content='9;url=http://10.0.0.5/refresh'>");
    web.web.serve("http://public.test/s.css", "text/css",
        "@import 'http://10.0.0.6/more.css'; a{background:url(http://10.0.0.7/a.png)}");
    web.web.redirect("http://public.test/hop", "http://intranet.test/hop");
    RAN(web);
    for (const char *address : {"http://10.0.0.2/listed", "http://10.0.0.3/link",
             "http://10.0.0.4/set", "http://10.0.0.5/refresh", "http://10.0.0.6/more.css",
             "http://10.0.0.7/a.png", "http://intranet.test/hop"})
        QCOMPARE(web.of(address), QByteArray("skipped private-address"));
    for (const FetchRequest &request : web.web.requests)
        QCOMPARE(request.address.origin(), QByteArray("http://public.test"));
    QVERIFY(web.web.asked.contains("http://public.test/robots.txt"));
}

void TestCrawlerPrivate::aStartIsNotRedirectedInside()
{
    Web web;
    web.web.redirect("http://public.test/", "http://127.0.0.1/");
    web.web.page("http://127.0.0.1/", {});
    RAN(web);
    QCOMPARE(web.of("http://public.test/"), QByteArray("redirected"));
    QCOMPARE(web.of("http://127.0.0.1/"), QByteArray("skipped private-address"));
    QCOMPARE(web.web.asked, QByteArrayList{"http://public.test/"});
}

void TestCrawlerPrivate::aForeignPageLeadsNowhere()
{
    // It stands where an image, a style and a frame are expected: saved, and read for nothing.
    Web web;
    web.web.page("http://public.test/", {},
        "<img src=//cdn.test/1.html><link rel=stylesheet href=//cdn.test/2.html>"
        "<img src=//cdn.test/3.png>");
    web.web.redirect("http://cdn.test/3.png", "http://cdn.test/4.html");
    for (const char *page : {"1", "2", "4"})
        web.web.page("http://cdn.test/" + QByteArray(page) + ".html",
            {"http://public.test/secret", "http://cdn.test/more", "http://10.0.0.1/"},
            "<img src=//cdn.test/image.png>");
    RAN(web);
    QCOMPARE(web.of("http://cdn.test/1.html"), QByteArray("saved"));
    QCOMPARE(web.follower.totals.known, 5);
    QCOMPARE(web.web.requests.size(), 5);
}

void TestCrawlerPrivate::aPrivateStartIsAllowed_data()
{
    QTest::addColumn<QByteArray>("start");
    for (const char *host : {"intranet.test", "10.0.0.1", "localhost", "[::1]"})
        QTest::newRow(host) << "http://" + QByteArray(host) + '/';
}

void TestCrawlerPrivate::aPrivateStartIsAllowed()
{
    // And what such a network's other hosts have: an intranet is seldom one host.
    QFETCH(const QByteArray, start);
    Web web({start});
    web.web.page(start, {"a"}, "<img src=//wiki.intranet.test/a.png><img src=//cdn.test/a.png>");
    web.web.page(start + "a", {});
    web.web.image("http://wiki.intranet.test/a.png");
    web.web.image("http://cdn.test/a.png");
    RAN(web);
    for (const QByteArray &address : {start, start + "a",
             QByteArray("http://wiki.intranet.test/a.png"), QByteArray("http://cdn.test/a.png")})
        QCOMPARE(web.of(address), QByteArray("saved"));
}

void TestCrawlerPrivate::aPublicStartBesideAPrivateOneShutsTheRest()
{
    // Each start's own host stays open, whoever links it; what is behind the private one does not.
    Web web({"http://intranet.test/", "http://public.test/"});
    web.web.page("http://intranet.test/", {}, "<img src=//wiki.intranet.test/a.png>");
    web.web.page("http://public.test/", {}, "<img src=//intranet.test/a.png>");
    web.web.image("http://intranet.test/a.png");
    RAN(web);
    QCOMPARE(web.of("http://intranet.test/a.png"), QByteArray("saved"));
    QCOMPARE(web.of("http://wiki.intranet.test/a.png"), QByteArray("skipped private-address"));
    QVERIFY(!web.wasAsked("http://wiki.intranet.test"));
}

void TestCrawlerPrivate::aNameIsFoundOnce()
{
    Web web;
    QByteArray images;
    for (int i = 0; i < 60; ++i)
        images += "<img src=//cdn.test/" + QByteArray::number(i) + ".png>";
    web.web.page("http://public.test/", {"a"}, images);
    web.job.workers = web.job.perHost = 1;
    RAN(web);
    QCOMPARE(web.names.asked.value("cdn.test"), 1);
    QCOMPARE(web.names.asked.value("public.test"), 1);
}

void TestCrawlerPrivate::aNameThatIsNotFoundFails_data()
{
    QTest::addColumn<Resolution::Kind>("kind");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("not found") << Resolution::Kind::NotFound << QByteArray("failed dns");
    QTest::newRow("no answer") << Resolution::Kind::NoAnswer << QByteArray("failed timeout");
}

void TestCrawlerPrivate::aNameThatIsNotFoundFails()
{
    QFETCH(const Resolution::Kind, kind);
    QFETCH(const QByteArray, end);
    Web web;
    web.names.otherwise = kind;
    web.web.page("http://public.test/", {}, "<img src=//gone.test/a.png>");
    RAN(web);
    QCOMPARE(web.of("http://gone.test/a.png"), end);
    // Not asked to find it out in another way.
    QVERIFY(!web.wasAsked("http://gone.test"));
}

void TestCrawlerPrivate::whatAProxyFindsIsNotJudged()
{
    Web web({"http://site.test/"});
    web.names.otherwise = Resolution::Kind::LeftToProxy;
    web.web.page(
        "http://site.test/", {}, "<img src=//other.test/a.png><img src=//192.168.1.1/a.png>");
    web.web.image("http://other.test/a.png");
    RAN(web);
    QCOMPARE(web.of("http://other.test/a.png"), QByteArray("saved"));
    QCOMPARE(web.of("http://192.168.1.1/a.png"), QByteArray("skipped private-address"));
}

void TestCrawlerPrivate::dyingWhileANameIsFoundIsClean()
{
    Web web;
    web.names.holding = true;
    web.start();
    QVERIFY(waitFor([&] { return web.names.asked.contains("public.test"); }));
    web.destroy();
    QCOMPARE(web.web.requests.size(), 0);
}

QTEST_GUILESS_MAIN(TestCrawlerPrivate)
#include "tst_crawlerprivate.moc"
