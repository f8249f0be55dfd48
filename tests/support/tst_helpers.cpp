// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/await.h"
#include "tests/support/listeners.h"
#include "tests/support/madesite.h"
#include "tests/support/rawclient.h"
#include "tests/support/testserver.h"

#include <QPromise>
#include <QSet>

#include <thread>

using namespace gleaner::test;
using namespace std::chrono_literals;
using End = RawClient::End;

/// What stands beside the server: made-up sites, listeners, waiting.
class TestHelpers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesMadeSites();
    void reachesEveryMadePage_data();
    void reachesEveryMadePage();
    void silentListenerStaysSilent();
    void refusingPortRefuses();
    void waitForEndsEarlyAndLate();
    void tickerSeesABlockedLoop();
};

void TestHelpers::servesMadeSites()
{
    TestServer server;
    const auto site = MadeSite::parse("2500-6-2000");
    QVERIFY(site);
    const Heard page = ask(server.port(), site->target(1234));
    QCOMPARE(page.body, site->body(1234));
    QCOMPARE(page.body.size(), 2000);
    QCOMPARE(page.body.count("<a href="), 3); // its children do not exist
    QCOMPARE(site->body(3).count("<a href="), 6);
    QCOMPARE(ask(server.port(), site->target(2500)).statusLine(), "HTTP/1.1 404 Not Found");
    QVERIFY(ask(server.port(), "/made/5/").head.contains("Location: page/0/0.html"));
    QVERIFY(!MadeSite::parse("0"));
    QVERIFY(!MadeSite::parse("many"));
    QVERIFY(!MadeSite::parse("1-2"));
    QVERIFY(!MadeSite::parse("10-2-0-brush"));
    const auto comb = MadeSite::parse("1000-100-0-comb");
    QVERIFY(comb);
    QCOMPARE(ask(server.port(), comb->target(200)).body, comb->body(200));
    QCOMPARE(comb->body(200).count("<a href="), 150);
    QCOMPARE(comb->body(201).count("<a href="), 2);
}

void TestHelpers::reachesEveryMadePage_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("tree") << QByteArray("3000-6-0");
    QTest::newRow("comb") << QByteArray("3000-7-0-comb");
}

void TestHelpers::reachesEveryMadePage()
{
    QFETCH(const QByteArray, name);
    const auto site = MadeSite::parse(name);
    QVERIFY(site);
    QSet<QByteArray> found{"../0/0.html"};
    for (qint64 page = 0; page < site->pages; ++page) {
        const QByteArray body = site->body(page);
        const QByteArray mark = "<a href=\"";
        for (qsizetype at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + 1)) {
            const qsizetype from = at + mark.size();
            found.insert(body.sliced(from, body.indexOf('"', from) - from));
        }
    }
    QCOMPARE(found.size(), 3000);
}

void TestHelpers::silentListenerStaysSilent()
{
    SilentListener listener;
    RawClient client(listener.port());
    QVERIFY(client.isConnected());
    client.get("/");
    QCOMPARE(client.readAll(100ms), QByteArray());
    QCOMPARE(client.end(), End::Open);
}

void TestHelpers::refusingPortRefuses()
{
    RefusingPort refusing;
    QVERIFY(refusing.port() != 0);
    QVERIFY(!RawClient(refusing.port()).isConnected());
}

void TestHelpers::waitForEndsEarlyAndLate()
{
    int looks = 0;
    QVERIFY(waitFor([&] { return ++looks == 3; }));
    QVERIFY(!waitFor([] { return false; }, 20ms));
    QPromise<int> promise;
    promise.start();
    QVERIFY(!waitFor(promise.future(), 20ms));
    promise.finish();
    QVERIFY(waitFor(promise.future()));
}

void TestHelpers::tickerSeesABlockedLoop()
{
    EventLoopTicker ticker;
    QVERIFY(waitFor([&] { return ticker.ticks() > 5; }));
    std::this_thread::sleep_for(60ms);
    QVERIFY(ticker.largestGap() >= 60ms);
}

QTEST_GUILESS_MAIN(TestHelpers)
#include "tst_helpers.moc"
