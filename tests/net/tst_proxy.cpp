// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/fetching.h"
#include "tests/support/certificates.h"
#include "tests/support/listeners.h"
#include "tests/support/proxyserver.h"

using namespace gleaner;
using namespace gleaner::test;

namespace
{

NetworkSettings through(
    const ProxyServer &proxy, bool http, const QString &user = {}, const QString &password = {})
{
    NetworkSettings settings;
    settings.proxy = QNetworkProxy(http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy,
        QStringLiteral("127.0.0.1"), proxy.port(), user, password);
    return settings;
}

} // namespace

/// Every request goes through the proxy that was given, and a proxy's failure is called one.
class TestProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fetchesThroughIt_data();
    void fetchesThroughIt();
    void proxiesFindTheHosts_data() { fetchesThroughIt_data(); }
    void proxiesFindTheHosts();
    void logsInWhereItMust_data() { fetchesThroughIt_data(); }
    void logsInWhereItMust();
    void aDemandThatCannotBeMetIsTheProxys_data() { fetchesThroughIt_data(); }
    void aDemandThatCannotBeMetIsTheProxys();
    void theProxysPasswordStaysWithTheProxy();
    void aRefusedProxyIsNamed_data() { fetchesThroughIt_data(); }
    void aRefusedProxyIsNamed();
    void anUnknownProxyIsNamed_data() { fetchesThroughIt_data(); }
    void anUnknownProxyIsNamed();
    void certificatesAreJudgedBehindIt_data();
    void certificatesAreJudgedBehindIt();

private:
    QUrl address(bool tls, const QByteArray &target = "/a") const
    {
        return QUrl(QString::fromLatin1(tls ? "https://site.test" : "http://site.test")
            + QString::fromLatin1(target));
    }
    NetworkSettings settings(bool http, const QString &user = {}, const QString &password = {})
    {
        NetworkSettings made = through(*proxyFor(http), http, user, password);
        made.authorities = QSslCertificate::fromPath(m_authority.file());
        return made;
    }
    ProxyServer *proxyFor(bool http) { return http ? m_http.get() : m_socks.get(); }

    CertificateAuthority m_authority;
    std::unique_ptr<TestServer> m_plain;
    std::unique_ptr<TestServer> m_secure;
    std::unique_ptr<ProxyServer> m_http;
    std::unique_ptr<ProxyServer> m_socks;
};

void TestProxy::init()
{
    CertificateWishes wishes;
    wishes.names = QStringList{QStringLiteral("DNS:site.test")};
    const Certificate certificate = m_authority.issue(wishes);
    QVERIFY2(m_authority.isValid(), qPrintable(m_authority.errorString()));
    m_plain = std::make_unique<TestServer>();
    m_secure = std::make_unique<TestServer>("127.0.0.1", &certificate);
    m_http = std::make_unique<ProxyServer>(ProxyServer::Kind::Http);
    m_socks = std::make_unique<ProxyServer>(ProxyServer::Kind::Socks5);
    for (TestServer *server : {m_plain.get(), m_secure.get()})
        server->serve("/a", "text/plain", "abc");
    for (ProxyServer *proxy : {m_http.get(), m_socks.get()}) {
        proxy->reach("site.test:80", m_plain->port());
        proxy->reach("site.test:443", m_secure->port());
    }
}

void TestProxy::fetchesThroughIt_data()
{
    QTest::addColumn<bool>("http");
    QTest::addColumn<bool>("tls");
    QTest::newRow("http by http") << true << false;
    QTest::newRow("https by http") << true << true;
    QTest::newRow("http by socks") << false << false;
    QTest::newRow("https by socks") << false << true;
}

void TestProxy::fetchesThroughIt()
{
    QFETCH(const bool, http);
    QFETCH(const bool, tls);
    Fetching fetching(settings(http));
    QCOMPARE(described(fetching.outcome(address(tls))), "fetched 200 3 verified");
    QCOMPARE(described(fetching.outcome(address(tls, "/gone"))), "failure http 404");
    const QByteArray verb = !http ? "SOCKS" : tls ? "CONNECT" : "GET";
    QVERIFY(!proxyFor(http)->asked.isEmpty());
    QCOMPARE(proxyFor(http)->asked.constFirst(), verb + (tls ? " site.test:443" : " site.test:80"));
    QCOMPARE((tls ? m_secure : m_plain)->total(), 2);
    // What is behind the tunnel is nobody's business.
    if (tls)
        QVERIFY(!proxyFor(http)->heads.join().contains("/a"));
}

void TestProxy::proxiesFindTheHosts()
{
    QFETCH(const bool, http);
    QFETCH(const bool, tls);
    Fetching fetching(settings(http));
    const Address site = Address::parse(address(tls).toEncoded()).value();
    const QFuture<Resolution> future =
        fetching.group.start(fetching.fetcher.resolve(site, longWait));
    QVERIFY(waitFor(future));
    QCOMPARE(future.result().kind, Resolution::Kind::LeftToProxy);
    QVERIFY(proxyFor(http)->asked.isEmpty());
}

void TestProxy::logsInWhereItMust()
{
    QFETCH(const bool, http);
    QFETCH(const bool, tls);
    proxyFor(http)->demand("me", "pass:word");
    Fetching fetching(settings(http, QStringLiteral("me"), QStringLiteral("pass:word")));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(described(fetching.outcome(address(tls))), "fetched 200 3 verified");
    // One demand, and not one for every file.
    QVERIFY(proxyFor(http)->asked.size() <= 6);
    for (TestServer *server : {m_plain.get(), m_secure.get()}) {
        for (const Request &request : server->requests())
            QVERIFY2(request.header("Authorization").isNull(), request.head.constData());
    }
}

void TestProxy::aDemandThatCannotBeMetIsTheProxys()
{
    QFETCH(const bool, http);
    QFETCH(const bool, tls);
    proxyFor(http)->demand("me", "secret");
    for (const char *user : {"", "me"}) {
        Fetching fetching(settings(http, QString::fromLatin1(user), QStringLiteral("wrong")));
        const QByteArray outcome = described(fetching.outcome(address(tls)));
        QVERIFY2(outcome.startsWith("failure proxy"), outcome.constData());
        QVERIFY2(!outcome.endsWith("heals"), outcome.constData());
    }
    QVERIFY2(proxyFor(http)->asked.size() <= 4, proxyFor(http)->asked.join('\n').constData());
    QCOMPARE(m_plain->total() + m_secure->total(), 0);
}

void TestProxy::theProxysPasswordStaysWithTheProxy()
{
    // The server behind it asks as well, for the same realm even: it gets to know nothing.
    m_http->demand("me", "secret");
    for (TestServer *server : {m_plain.get(), m_secure.get()}) {
        server->route("/b", [](const Request &, Reply &reply) {
            reply.answer(401, {}, {}, {{"WWW-Authenticate", "Basic realm=\"proxy\""}});
        });
        server->route("/c", [](const Request &, Reply &reply) {
            reply.answer(407, {}, {}, {{"Proxy-Authenticate", "Basic realm=\"proxy\""}});
        });
    }
    Fetching fetching(settings(true, QStringLiteral("me"), QStringLiteral("secret")));
    for (const bool tls : {false, true}) {
        QCOMPARE(described(fetching.outcome(address(tls, "/b"))), "failure auth 401");
        QCOMPARE(described(fetching.outcome(address(tls, "/a"))), "fetched 200 3 verified");
        QCOMPARE(described(fetching.outcome(address(tls, "/c"))), "failure proxy 407");
    }
    QVERIFY(m_secure->total() > 0);
    for (const Request &request : m_secure->requests()) {
        QVERIFY2(request.header("Authorization").isNull(), request.head.constData());
        QVERIFY2(request.header("Proxy-Authorization").isNull(), request.head.constData());
    }
    for (const Request &request : m_plain->requests())
        QVERIFY2(request.header("Authorization").isNull(), request.head.constData());
}

void TestProxy::aRefusedProxyIsNamed()
{
    QFETCH(const bool, http);
    QFETCH(const bool, tls);
    const RefusingPort port;
    NetworkSettings made = settings(http);
    made.proxy->setPort(port.port());
    Fetching fetching(made);
    QCOMPARE(described(fetching.outcome(address(tls))), "failure proxy 0 heals");
}

void TestProxy::anUnknownProxyIsNamed()
{
    QFETCH(const bool, http);
    QFETCH(const bool, tls);
    NetworkSettings made = settings(http);
    made.proxy->setHostName(QStringLiteral("proxy.invalid"));
    Fetching fetching(made);
    // A SOCKS proxy that does not know the server looks the same to Qt.
    QCOMPARE(described(fetching.outcome(address(tls))),
        http ? "failure proxy 0 heals" : "failure dns 0 heals");
}

void TestProxy::certificatesAreJudgedBehindIt_data()
{
    QTest::addColumn<bool>("http");
    QTest::newRow("http") << true;
    QTest::newRow("socks") << false;
}

void TestProxy::certificatesAreJudgedBehindIt()
{
    QFETCH(const bool, http);
    proxyFor(http)->reach("other.test:443", m_secure->port());
    Fetching fetching(settings(http));
    const auto outcome = fetching.outcome(QUrl(QStringLiteral("https://other.test/a")));
    QCOMPARE(described(outcome), "failure tls 0");
    QCOMPARE(std::get<FetchFailure>(*outcome).tls, TlsProblem::OtherName);
    QCOMPARE(m_secure->total(), 0);
}

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
