// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/listeners.h"
#include "tests/support/proxyserver.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace gleaner::test;

/// The proxy of --proxy and of the system's settings, for the real program.
class TestProxyOption : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everythingGoesThroughIt_data();
    void everythingGoesThroughIt();
    void theSystemsIsUsedWithoutIt();
    void theSystemsExceptionsHold();
    void theSystemsIsNotForThisMachine();
    void theGivenOneIsForThisMachineToo();
    void privateAddressesAreRefusedBehindIt();
    void aDeadProxyIsNamed();

private:
    static void setSystemProxy(Program &program, const ProxyServer &proxy)
    {
        for (const char *name : {"http_proxy", "https_proxy"})
            program.setVariable(QLatin1String(name), proxy.url());
        for (const char *name : {"no_proxy", "NO_PROXY"})
            program.setVariable(QLatin1String(name), QString());
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<ProxyServer> m_proxy;
};

void TestProxyOption::init()
{
    m_server = std::make_unique<TestServer>();
    m_server->serve("/", "text/html", "<a href=a.html>a</a><img src=http://cdn.test/i.png>");
    m_server->serve("/a.html", "text/html", "<p>a");
    m_server->serve("/i.png", "image/png", "PNG");
    m_proxy = std::make_unique<ProxyServer>(ProxyServer::Kind::Http);
    m_proxy->reach("site.test:80", m_server->port());
    m_proxy->reach("cdn.test:80", m_server->port());
}

void TestProxyOption::everythingGoesThroughIt_data()
{
    QTest::addColumn<ProxyServer::Kind>("kind");
    QTest::addColumn<QString>("userInfo");
    QTest::newRow("http") << ProxyServer::Kind::Http << QString();
    QTest::newRow("http with password")
        << ProxyServer::Kind::Http << QStringLiteral("me:s3cr3t%40word");
    QTest::newRow("socks") << ProxyServer::Kind::Socks5 << QString();
    QTest::newRow("socks with password")
        << ProxyServer::Kind::Socks5 << QStringLiteral("me:s3cr3t%40word");
}

void TestProxyOption::everythingGoesThroughIt()
{
    QFETCH(const ProxyServer::Kind, kind);
    QFETCH(const QString, userInfo);
    ProxyServer proxy(kind);
    proxy.reach("site.test:80", m_server->port());
    proxy.reach("cdn.test:80", m_server->port());
    if (!userInfo.isEmpty())
        proxy.demand("me", "s3cr3t@word");
    Program program;
    QVERIFY(program.runJson(
        {QStringLiteral("--proxy"), proxy.url(userInfo), QStringLiteral("http://site.test/")}));
    QCOMPARE(program.status(), 0);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(0), QString());
    QCOMPARE(events.urls("saved"),
        QStringList({QStringLiteral("http://cdn.test/i.png"), QStringLiteral("http://site.test/"),
            QStringLiteral("http://site.test/a.html")}));
    QVERIFY(proxy.asked.size() > 0);
    QVERIFY(!program.output().contains("s3cr3t") && !program.errors().contains("s3cr3t"));
    for (const Request &request : m_server->requests())
        QVERIFY2(request.header("Authorization").isNull(), request.head.constData());
}

void TestProxyOption::theSystemsIsUsedWithoutIt()
{
    Program program;
    setSystemProxy(program, *m_proxy);
    QVERIFY(program.runJson({QStringLiteral("http://site.test/")}));
    QCOMPARE(program.status(), 0);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(0), QString());
    QCOMPARE(events.of("saved").size(), 3);
    QVERIFY(m_proxy->asked.contains("GET cdn.test:80"));
}

void TestProxyOption::theSystemsExceptionsHold()
{
    // Directly there is no such host: what counts is that the proxy did not hear of it.
    Program program;
    setSystemProxy(program, *m_proxy);
    program.setVariable(QStringLiteral("no_proxy"), QStringLiteral("cdn.invalid"));
    m_server->serve("/", "text/html", "<img src=http://cdn.invalid/i.png>");
    m_proxy->reach("cdn.invalid:80", m_server->port());
    QVERIFY(program.runJson({QStringLiteral("--no-robots"), QStringLiteral("--tries"),
        QStringLiteral("1"), QStringLiteral("http://site.test/")}));
    QCOMPARE(program.status(), 1);
    QCOMPARE(Events(program.output()).whatIsWrong(1), QString());
    QCOMPARE(m_proxy->asked, QByteArrayList{"GET site.test:80"});
}

void TestProxyOption::theSystemsIsNotForThisMachine()
{
    for (const char *host : {"127.0.0.1", "localhost"}) {
        Program program;
        setSystemProxy(program, *m_proxy);
        QVERIFY(program.runJson({text(m_server->url("/a.html", host))}));
        QCOMPARE(program.status(), 0);
        QCOMPARE(m_proxy->asked, QByteArrayList());
    }
}

void TestProxyOption::theGivenOneIsForThisMachineToo()
{
    m_proxy->reach("127.0.0.1:" + QByteArray::number(m_server->port()), m_server->port());
    Program program;
    QVERIFY(program.runJson({QStringLiteral("--no-robots"), QStringLiteral("--proxy"),
        m_proxy->url(), text(m_server->url("/a.html"))}));
    QCOMPARE(program.status(), 0);
    QCOMPARE(m_proxy->asked.size(), 1);
}

void TestProxyOption::privateAddressesAreRefusedBehindIt()
{
    // The proxy finds the hosts, so their addresses are not known; written ones are.
    m_server->serve("/", "text/html",
        "<img src=http://cdn.test/i.png><img src=" + m_server->url("/i.png").toEncoded() + ">");
    Program program;
    QVERIFY(program.runJson(
        {QStringLiteral("--proxy"), m_proxy->url(), QStringLiteral("http://site.test/")}));
    QCOMPARE(program.status(), 0);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(0), QString());
    QCOMPARE(events.of("skipped").size(), 1);
    const QJsonObject skipped = events.about(text(m_server->url("/i.png")));
    QCOMPARE(skipped[QLatin1String("reason")].toString(), QStringLiteral("private-address"));
    for (const QByteArray &asked : m_proxy->asked)
        QVERIFY2(!asked.contains("127.0.0.1"), asked.constData());
    QCOMPARE(m_server->count("/i.png"), 1);
}

void TestProxyOption::aDeadProxyIsNamed()
{
    const RefusingPort port;
    for (const char *scheme : {"http", "socks5"}) {
        Program program;
        QVERIFY(program.runJson({QStringLiteral("--no-robots"), QStringLiteral("--tries"),
            QStringLiteral("1"), QStringLiteral("--proxy"),
            QStringLiteral("%1://127.0.0.1:%2").arg(QLatin1String(scheme)).arg(port.port()),
            QStringLiteral("http://site.test/")}));
        QCOMPARE(program.status(), 3);
        const Events events(program.output());
        QCOMPARE(events.whatIsWrong(3), QString());
        const QJsonObject failed = events.about(QStringLiteral("http://site.test/"));
        QCOMPARE(failed[QLatin1String("reason")].toString(), QStringLiteral("proxy"));
        QVERIFY(program.errors().contains("the proxy could not be used"));
    }
}

QTEST_GUILESS_MAIN(TestProxyOption)
#include "tst_proxyoption.moc"
