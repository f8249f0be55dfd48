// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/certificates.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QTest>

using namespace gleaner::test;

/// What a person reads and has on disk when a server cannot prove who it is.
class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsNotProven_data();
    void saysWhatIsNotProven();
    void trustsTheCertificatesItIsGiven();
    void refusesAFileWithoutCertificates_data();
    void refusesAFileWithoutCertificates();

private:
    CertificateAuthority m_authority;
};

void TestIdentity::saysWhatIsNotProven_data()
{
    QTest::addColumn<CertificateWishes>("wishes");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QByteArray>("words");
    CertificateWishes wishes;
    wishes.validFrom = -9;
    wishes.validUntil = -1;
    QTest::newRow("expired") << wishes << QStringLiteral("certificate expired")
                             << QByteArray("(certificate expired)");
    wishes = {};
    wishes.names = QStringList{QStringLiteral("DNS:other.test")};
    QTest::newRow("other name") << wishes << QStringLiteral("certificate for another name")
                                << QByteArray("(certificate belongs to another name)");
    wishes = {};
    wishes.selfSigned = true;
    QTest::newRow("self-signed") << wishes << QStringLiteral("certificate self-signed")
                                 << QByteArray("(certificate signed by nobody but itself)");
}

void TestIdentity::saysWhatIsNotProven()
{
    QFETCH(const CertificateWishes, wishes);
    QFETCH(const QString, detail);
    QFETCH(const QByteArray, words);
    const Certificate certificate = m_authority.issue(wishes);
    QVERIFY2(m_authority.isValid(), qPrintable(m_authority.errorString()));
    TestServer server("127.0.0.1", &certificate);
    server.serve("/start.html", "text/html", "<p>secret");
    Program program;
    QVERIFY(program.runJson({QStringLiteral("--ca-certificate"), m_authority.file(),
        text(server.url("/start.html", "localhost"))}));
    QCOMPARE(program.status(), 3);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(3), QString());
    const QJsonObject failed = events.about(text(server.url("/start.html", "localhost")));
    QCOMPARE(failed[QLatin1String("reason")].toString(), QStringLiteral("tls"));
    QCOMPARE(failed[QLatin1String("detail")].toString(), detail);
    QCOMPARE(failed[QLatin1String("tries")].toInt(), 1);
    QVERIFY2(program.errors().contains(words), program.errors().constData());
    QVERIFY(!program.everythingMade().contains(QStringLiteral("out/start.html")));
    QCOMPARE(server.total(), 0);
}

void TestIdentity::trustsTheCertificatesItIsGiven()
{
    CertificateAuthority second(QStringLiteral("Second"));
    const Certificate certificate = second.issue();
    TestServer server("127.0.0.1", &certificate);
    server.serve("/start.html", "text/html", "<p>a");
    Program program;
    QVERIFY(program.runJson({QStringLiteral("--ca-certificate"), m_authority.file(),
        QStringLiteral("--ca-certificate"), second.file(), text(server.url("/start.html"))}));
    QCOMPARE(program.status(), 0);
    QCOMPARE(Events(program.output()).whatIsWrong(0), QString());
    QCOMPARE(program.file(QStringLiteral("start.html")), QByteArray("<p>a"));
}

void TestIdentity::refusesAFileWithoutCertificates_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("sentence");
    const QByteArray none = "gleaner: The file of --ca-certificate holds no certificate in PEM "
                            "form: \"ca.pem\".\n";
    QTest::newRow("missing")
        << QByteArray()
        << QByteArray("gleaner: The file of --ca-certificate could not be read: \"ca.pem\".\n");
    QTest::newRow("something else") << QByteArray("hello\n") << none;
    QTest::newRow("broken") << QByteArray(
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
                            << none;
}

void TestIdentity::refusesAFileWithoutCertificates()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, sentence);
    TestServer server;
    Program program;
    if (!content.isEmpty()) {
        QFile file(program.path(QStringLiteral("ca.pem")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    QVERIFY(program.runJson({QStringLiteral("--ca-certificate"), QStringLiteral("ca.pem"),
        text(server.url("/start.html"))}));
    QCOMPARE(program.status(), 2);
    QCOMPARE(program.errors(), sentence);
    QCOMPARE(program.output(), QByteArray());
    QCOMPARE(server.total(), 0);
}

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
