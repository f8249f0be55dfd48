// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/await.h"
#include "tests/support/nginx.h"
#include "tests/support/rawclient.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslSocket>

using namespace gleaner::test;

namespace
{

/// "trusted", or the first thing that Qt has against the certificate.
QString judge(quint16 port, const QString &host, const QString &authorityFile)
{
    QSslSocket socket;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(authorityFile));
    socket.setSslConfiguration(configuration);
    QString verdict;
    QObject::connect(&socket, &QSslSocket::encrypted, &socket,
        [&verdict] { verdict = QStringLiteral("trusted"); });
    QObject::connect(&socket, &QSslSocket::sslErrors, &socket,
        [&verdict](const QList<QSslError> &errors) { verdict = errors.first().errorString(); });
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port, host);
    return waitFor([&] { return !verdict.isEmpty(); }) ? verdict : QStringLiteral("nothing");
}

} // namespace

/// The private nginx, and certificates for it and for the test server.
class TestNginx : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesAFolder_data();
    void servesAFolder();
    void saysWhyItCannotStart();
    void speaksTls();
    void issuesGoodAndBadCertificates_data();
    void issuesGoodAndBadCertificates();
};

void TestNginx::servesAFolder_data()
{
    QTest::addColumn<int>("workers");
    QTest::newRow("one process") << 0;
    QTest::newRow("two workers") << 2;
}

void TestNginx::servesAFolder()
{
    QFETCH(int, workers);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a page.html")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<p>hello</p>");
    file.close();

    Nginx nginx({folder.path(), workers, {}, {}});
    QVERIFY2(nginx.start(), qPrintable(nginx.errorString()));
    RawClient client(nginx.port());
    client.get("/a%20page.html", "Connection: close\r\n");
    const QByteArray answer = client.readAll();
    QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(answer.contains("Content-Type: text/html\r\n"));
    QVERIFY(answer.endsWith("<p>hello</p>"));
    QVERIFY(waitFor(
        [&] { return nginx.accessLog() == QList<QByteArray>{"GET /a%20page.html 200 12"}; }));
    nginx.stop();
    QVERIFY(!nginx.isRunning());
    QVERIFY(!RawClient(nginx.port()).isConnected());
}

void TestNginx::saysWhyItCannotStart()
{
    Nginx nginx({QStringLiteral("/"), 0, {}, QStringLiteral("no_such_directive;")});
    QVERIFY(!nginx.start());
    QVERIFY2(nginx.errorString().contains(QStringLiteral("no_such_directive")),
        qPrintable(nginx.errorString()));
}

void TestNginx::speaksTls()
{
    CertificateAuthority authority;
    QVERIFY2(authority.isValid(), qPrintable(authority.errorString()));
    const Certificate certificate = authority.issue();
    QVERIFY2(authority.isValid(), qPrintable(authority.errorString()));
    Nginx nginx({QStringLiteral("/nonexistent"), 0, certificate, {}});
    QVERIFY2(nginx.start(), qPrintable(nginx.errorString()));
    QCOMPARE(nginx.url().scheme(), QStringLiteral("https"));
    QCOMPARE(judge(nginx.port(), QStringLiteral("localhost"), authority.file()),
        QStringLiteral("trusted"));
}

void TestNginx::issuesGoodAndBadCertificates_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<int>("validFrom");
    QTest::addColumn<int>("validUntil");
    QTest::addColumn<bool>("selfSigned");
    QTest::addColumn<bool>("trusted");
    const QString local = QStringLiteral("localhost");
    const QStringList good{QStringLiteral("DNS:localhost")};
    QTest::newRow("good") << local << good << -1 << 1 << false << true;
    QTest::newRow("expired") << local << good << -9 << -1 << false << false;
    QTest::newRow("not yet valid") << local << good << 1 << 9 << false << false;
    QTest::newRow("self-signed") << local << good << -1 << 1 << true << false;
    QTest::newRow("other name") << local << QStringList{QStringLiteral("DNS:other.test")} << -1 << 1
                                << false << false;
    QTest::newRow("wildcard for an address")
        << QStringLiteral("127.0.0.1") << QStringList{QStringLiteral("DNS:*.0.0.1")} << -1 << 1
        << false << false;
}

void TestNginx::issuesGoodAndBadCertificates()
{
    QFETCH(QString, host);
    QFETCH(QStringList, names);
    QFETCH(int, validFrom);
    QFETCH(int, validUntil);
    QFETCH(bool, selfSigned);
    QFETCH(bool, trusted);
    CertificateAuthority authority;
    CertificateWishes wishes;
    wishes.names = names;
    wishes.commonName = QStringLiteral("gleaner.test");
    wishes.validFrom = validFrom;
    wishes.validUntil = validUntil;
    wishes.selfSigned = selfSigned;
    const Certificate certificate = authority.issue(wishes);
    QVERIFY2(authority.isValid(), qPrintable(authority.errorString()));

    TestServer server("127.0.0.1", &certificate);
    const QString verdict = judge(server.port(), host, authority.file());
    QVERIFY2((verdict == QStringLiteral("trusted")) == trusted, qPrintable(verdict));
    QVERIFY(verdict != QStringLiteral("nothing"));
}

QTEST_GUILESS_MAIN(TestNginx)
#include "tst_nginx.moc"
