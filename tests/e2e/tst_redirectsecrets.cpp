// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/running.h"
#include "tests/support/certificates.h"

#include <QSslCertificate>
#include <QSslConfiguration>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

/// Where a redirect leads, seen from where it stands.
enum class Way { SameOrigin, OtherPort, OtherHost, Subdomain, ToHttps, ToHttp };
/// Whose redirect it is: the start address's own, or that of an address which it links.
enum class Whose { Start, Link };

struct Expected {
    const char *name;
    Way way;
    bool asked; ///< the redirect is followed
    bool headers; ///< Authorization and the person's other ones
    const char *cookies;
    const char *referer; ///< of a link's redirect; "%1" is the start's origin
};

// Cookies know no ports (RFC 6265, section 8.5).
constexpr Expected matrix[] = {
    {"same origin", Way::SameOrigin, true, true, "host=1; domain=1", "%1/start"},
    {"other port", Way::OtherPort, true, false, "host=1; domain=1", "%1/"},
    {"other host", Way::OtherHost, true, false, "", "%1/"},
    {"sub-domain", Way::Subdomain, true, false, "domain=1", "%1/"},
    {"http to https", Way::ToHttps, true, false, "host=1; domain=1", "%1/"},
    {"https to http", Way::ToHttp, false, false, "", ""},
};

} // namespace

Q_DECLARE_METATYPE(const Expected *)
Q_DECLARE_METATYPE(Whose)

/// Who gets which secret after which redirect, by the bytes on the wire.
class TestRedirectSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { QSslConfiguration::setDefaultConfiguration(m_before); }
    void go_data();
    void go();

private:
    QUrl url(Way way, bool fromHttps, const QByteArray &target) const;

    CertificateAuthority m_authority;
    Certificate m_certificate;
    QSslConfiguration m_before;
    std::unique_ptr<TestServer> m_http;
    std::unique_ptr<TestServer> m_other;
    std::unique_ptr<TestServer> m_https;
};

void TestRedirectSecrets::initTestCase()
{
    CertificateWishes wishes;
    wishes.names = {QStringLiteral("DNS:one.test")};
    m_certificate = m_authority.issue(wishes);
    QVERIFY2(m_authority.isValid(), qPrintable(m_authority.errorString()));
    m_before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = m_before;
    QVERIFY(trusting.addCaCertificates(m_authority.file()));
    QSslConfiguration::setDefaultConfiguration(trusting);
}

void TestRedirectSecrets::go_data()
{
    QTest::addColumn<const Expected *>("expected");
    QTest::addColumn<int>("status");
    QTest::addColumn<Whose>("whose");
    for (const Expected &expected : matrix) {
        for (const int status : {301, 302, 303, 307, 308}) {
            QTest::addRow("%s, %d of the start", expected.name, status)
                << &expected << status << Whose::Start;
            QTest::addRow("%s, %d of a link", expected.name, status)
                << &expected << status << Whose::Link;
        }
    }
}

QUrl TestRedirectSecrets::url(Way way, bool fromHttps, const QByteArray &target) const
{
    switch (way) {
    case Way::OtherPort:
        return m_other->url(target, "one.test");
    case Way::OtherHost:
        return m_http->url(target, "two.test");
    case Way::Subdomain:
        return m_http->url(target, "sub.one.test");
    case Way::ToHttps:
        return m_https->url(target, "one.test");
    case Way::ToHttp:
        return m_http->url(target, "one.test");
    case Way::SameOrigin:
        break;
    }
    return (fromHttps ? m_https : m_http)->url(target, "one.test");
}

void TestRedirectSecrets::go()
{
    QFETCH(const Expected *, expected);
    QFETCH(const int, status);
    QFETCH(const Whose, whose);
    m_http = std::make_unique<TestServer>();
    m_other = std::make_unique<TestServer>();
    m_https = std::make_unique<TestServer>("127.0.0.1", &m_certificate);
    const bool fromHttps = expected->way == Way::ToHttp;
    const QByteArray landing = url(expected->way, fromHttps, "/landing").toEncoded();
    const Headers answer{{"Location", landing}, {"Set-Cookie", "host=1; Path=/"},
        {"Set-Cookie", "domain=1; Path=/; Domain=one.test"}};
    for (TestServer *server : {m_http.get(), m_other.get(), m_https.get()}) {
        server->serve("/landing", "text/html", "<a href=/beyond>on</a>");
        server->serve("/beyond", "text/html", "<p>x");
        server->route("/hop", [=](const Request &, Reply &reply) {
            reply.answer(status, "text/plain", "moved", answer);
        });
        server->route("/start", [=](const Request &, Reply &reply) {
            if (whose == Whose::Start)
                reply.answer(status, "text/plain", "moved", answer);
            else
                reply.answer(200, "text/html", "<a href=/hop>on</a>");
        });
    }
    const QUrl start = url(Way::SameOrigin, fromHttps, "/start?token=secret-query");
    Running running;
    running.job.scope = ScopeKind::Any;
    running.job.headers = {{"Authorization", "Basic secret-word"}, {"X-Api-Key", "secret-key"}};
    QVERIFY2(running.run({start}), running.follower.problems.value(0).constData());

    if (!expected->asked) {
        QCOMPARE(running.of(QUrl::fromEncoded(landing)), QByteArray("skipped downgrade"));
        QCOMPARE(m_http->total() + m_other->total(), 0);
        return;
    }
    QByteArray referer = "none";
    if (whose == Whose::Link)
        referer = QByteArray(expected->referer)
                      .replace("%1", start.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery));
    int landed = 0;
    for (TestServer *server : {m_http.get(), m_other.get(), m_https.get()}) {
        for (const Request &request : server->requests()) {
            const bool isBeyond = request.target == "/beyond";
            if (request.target != "/landing" && !isBeyond)
                continue;
            ++landed;
            QCOMPARE(request.head.contains("Basic secret-word"), expected->headers);
            QCOMPARE(request.head.contains("secret-key"), expected->headers);
            QVERIFY(!request.head.contains("secret-query"));
            QCOMPARE(request.header("Cookie"), QByteArray(expected->cookies));
            if (isBeyond)
                QCOMPARE(request.header("Referer"), landing);
            else
                QCOMPARE(request.header("Referer").isNull() ? "none" : request.header("Referer"),
                    referer);
        }
    }
    QCOMPARE(landed, 2);
}

QTEST_GUILESS_MAIN(TestRedirectSecrets)
#include "tst_redirectsecrets.moc"
