// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/fetching.h"
#include "tests/support/demands.h"

using namespace gleaner;
using namespace gleaner::test;

namespace
{

NetworkSettings knowing(const TestServer &server, const QString &user, const QString &password)
{
    NetworkSettings settings;
    const Address address = Address::parse(server.url().toEncoded()).value();
    settings.credentials.insert(address.origin(), {user, password});
    return settings;
}

int withAuthorization(const TestServer &server)
{
    int count = 0;
    for (const Request &request : server.requests())
        count += request.header("Authorization").isNull() ? 0 : 1;
    return count;
}

} // namespace

/// Names and passwords go to the origin they were given for, when it asks, and nowhere else.
class TestAuth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersADemand_data();
    void answersADemand();
    void isNotAskedForEveryFile_data();
    void isNotAskedForEveryFile();
    void aWrongPasswordIsTriedOnce_data();
    void aWrongPasswordIsTriedOnce();
    void oneClosedDoorShutsNoOther();
    void withoutCredentialsTheDemandIsTheEnd();
    void tellsNobodyUnasked();
    void tellsNoOtherOrigin_data();
    void tellsNoOtherOrigin();
    void aProxysDemandFromAServerIsNoReasonToTell();
};

void TestAuth::answersADemand_data()
{
    QTest::addColumn<Handler>("handler");
    QTest::addColumn<QByteArray>("scheme");
    QTest::newRow("basic") << demandsBasic("m\xC3\xA9", "s:e\xC3\xA9 cret", "ok")
                           << QByteArray("Basic ");
    QTest::newRow("digest") << demandsDigest("m\xC3\xA9", "s:e\xC3\xA9 cret", "ok")
                            << QByteArray("Digest ");
}

void TestAuth::answersADemand()
{
    QFETCH(const Handler, handler);
    QFETCH(const QByteArray, scheme);
    TestServer server;
    server.route("/a", handler);
    Fetching fetching(
        knowing(server, QStringLiteral(u"m\u00E9"), QStringLiteral(u"s:e\u00E9 cret")));
    QCOMPARE(described(fetching.outcome(server.url("/a?b=c"))), "fetched 200 2 verified");
    QCOMPARE(fetching.sink->body, QByteArray("ok"));
    QCOMPARE(server.total(), 2);
    QVERIFY(server.requests().at(0).header("Authorization").isNull());
    QVERIFY(server.requests().at(1).header("Authorization").startsWith(scheme));
}

void TestAuth::isNotAskedForEveryFile_data()
{
    QTest::addColumn<Handler>("handler");
    QTest::newRow("basic") << demandsBasic("me", "secret", "ok");
    QTest::newRow("digest") << demandsDigest("me", "secret", "ok");
}

void TestAuth::isNotAskedForEveryFile()
{
    QFETCH(const Handler, handler);
    TestServer server;
    server.route("/", handler);
    Fetching fetching(knowing(server, QStringLiteral("me"), QStringLiteral("secret")));
    for (int i = 0; i < 20; ++i)
        QCOMPARE(described(fetching.outcome(server.url("/dir/" + QByteArray::number(i)))),
            "fetched 200 2 verified");
    QCOMPARE(server.total(), 21);
}

void TestAuth::aWrongPasswordIsTriedOnce_data()
{
    isNotAskedForEveryFile_data();
}

void TestAuth::aWrongPasswordIsTriedOnce()
{
    QFETCH(const Handler, handler);
    TestServer server;
    server.route("/", handler);
    Fetching fetching(knowing(server, QStringLiteral("me"), QStringLiteral("wrong")));
    QCOMPARE(described(fetching.outcome(server.url("/a"))), "failure auth 401");
    QCOMPARE(server.total(), 2);
    QCOMPARE(withAuthorization(server), 1);
    // What was wrong is not told again.
    QCOMPARE(described(fetching.outcome(server.url("/b"))), "failure auth 401");
    QCOMPARE(server.total(), 3);
    QCOMPARE(withAuthorization(server), 1);
}

void TestAuth::oneClosedDoorShutsNoOther()
{
    TestServer server;
    server.route("/", demandsDigest("me", "secret", "ok"));
    server.route("/admin/", demandsDigest("root", "other", "ok"));
    Fetching fetching(knowing(server, QStringLiteral("me"), QStringLiteral("secret")));
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(described(fetching.outcome(server.url("/a"))), "fetched 200 2 verified");
        QCOMPARE(described(fetching.outcome(server.url("/admin/a"))), "failure auth 401");
    }
}

void TestAuth::withoutCredentialsTheDemandIsTheEnd()
{
    TestServer server;
    server.route("/", demandsBasic("me", "secret", "ok"));
    Fetching fetching;
    QCOMPARE(described(fetching.outcome(server.url("/a"))), "failure auth 401");
    QCOMPARE(server.total(), 1);
    QCOMPARE(withAuthorization(server), 0);
}

void TestAuth::tellsNobodyUnasked()
{
    TestServer server;
    server.serve("/a", "text/plain", "abc");
    Fetching fetching(knowing(server, QStringLiteral("me"), QStringLiteral("secret")));
    QCOMPARE(described(fetching.outcome(server.url("/a"))), "fetched 200 3 verified");
    QCOMPARE(withAuthorization(server), 0);
}

void TestAuth::tellsNoOtherOrigin_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("another port") << QByteArray("127.0.0.1");
    QTest::newRow("another host") << QByteArray("localhost");
}

void TestAuth::tellsNoOtherOrigin()
{
    // Both ask for the same realm; only one may be told, before and after.
    QFETCH(const QByteArray, host);
    TestServer server;
    server.route("/", demandsBasic("me", "secret", "ok"));
    TestServer other;
    other.route("/", demandsBasic("me", "secret", "ok"));
    Fetching fetching(knowing(server, QStringLiteral("me"), QStringLiteral("secret")));
    QCOMPARE(described(fetching.outcome(other.url("/a", host))), "failure auth 401");
    QCOMPARE(described(fetching.outcome(server.url("/a"))), "fetched 200 2 verified");
    QCOMPARE(described(fetching.outcome(other.url("/a", host))), "failure auth 401");
    QCOMPARE(described(fetching.outcome(server.url("/a", "localhost"))), "failure auth 401");
    QCOMPARE(withAuthorization(other), 0);
    QCOMPARE(withAuthorization(server), 1);
}

void TestAuth::aProxysDemandFromAServerIsNoReasonToTell()
{
    TestServer server;
    server.route("/", [](const Request &, Reply &reply) {
        reply.answer(407, "text/plain", "x", {{"Proxy-Authenticate", "Basic realm=\"here\""}});
    });
    Fetching fetching(knowing(server, QStringLiteral("me"), QStringLiteral("secret")));
    QCOMPARE(described(fetching.outcome(server.url("/a"))), "failure proxy 407");
    QCOMPARE(server.total(), 1);
    QVERIFY(server.requests().at(0).header("Proxy-Authorization").isNull());
    QCOMPARE(withAuthorization(server), 0);
}

QTEST_GUILESS_MAIN(TestAuth)
#include "tst_auth.moc"
