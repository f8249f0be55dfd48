// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/certificatename.h"
#include "core/net/tlsproblem.h"
#include "tests/support/certificates.h"

#include <QSslCertificate>
#include <QSslError>
#include <QTest>

using namespace gleaner;
using namespace gleaner::test;

/// Which hosts a certificate speaks for, apart from who signed it.
class TestCertificateName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAHost_data();
    void namesAHost();
    void theWorstFaultIsNamed();

private:
    CertificateAuthority m_authority;
};

void TestCertificateName::namesAHost_data()
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("does");
    const auto row = [](const char *names, const char *host, bool does) {
        QTest::addRow("%s for %s", names, host)
            << QString::fromLatin1(names) << QByteArray(host) << does;
    };
    row("DNS:a.test", "a.test", true);
    row("DNS:a.test", "a.test.", true);
    row("DNS:A.Test", "a.test", true);
    row("DNS:a.test", "b.a.test", false);
    row("DNS:b.test,DNS:a.test", "a.test", true);
    row("DNS:*.a.test", "b.a.test", true);
    row("DNS:*.a.test", "a.test", false);
    row("DNS:*.a.test", "c.b.a.test", false);
    row("DNS:*.a.test", ".a.test", false);
    row("DNS:*.test", "a.test", false);
    row("DNS:*.*.test", "b.a.test", false);
    row("DNS:b.*.test", "b.a.test", false);
    row("DNS:x*.a.test", "xn--bcher-kva.a.test", false);
    row("DNS:x*.a.test", "xy.a.test", false);
    row("DNS:*x.a.test", "yx.a.test", false);
    row("DNS:*.a.test", "xn--bcher-kva.a.test", true);
    row("DNS:xn--bcher-kva.test", "xn--bcher-kva.test", true);
    row("IP:127.0.0.1", "127.0.0.1", true);
    row("IP:127.0.0.1", "127.0.0.2", false);
    row("DNS:*.0.0.1", "127.0.0.1", false);
    row("DNS:127.0.0.1", "127.0.0.1", false);
    row("IP:0:0:0:0:0:0:0:1", "[::1]", true);
    row("IP:127.0.0.1", "[::ffff:7f00:1]", false);
    row("URI:https://a.test/", "a.test", false);
    row("email:me@a.test", "a.test", false);
}

void TestCertificateName::namesAHost()
{
    QFETCH(const QString, names);
    QFETCH(const QByteArray, host);
    CertificateWishes wishes;
    wishes.names = names.split(u',');
    // What the common name says counts for nothing.
    wishes.commonName = QString::fromLatin1(host);
    const Certificate made = m_authority.issue(wishes);
    QVERIFY2(m_authority.isValid(), qPrintable(m_authority.errorString()));
    const auto certificates = QSslCertificate::fromPath(made.certificateFile);
    QCOMPARE(certificates.size(), 1);
    QTEST(certificateNames(certificates.first(), host), "does");
}

void TestCertificateName::theWorstFaultIsNamed()
{
    const QList<QSslError> faults{QSslError(QSslError::CertificateExpired),
        QSslError(QSslError::SelfSignedCertificate), QSslError(QSslError::HostNameMismatch)};
    QCOMPARE(tlsProblem(faults), TlsProblem::SelfSigned);
    QCOMPARE(tlsProblem({}), TlsProblem::None);
    QCOMPARE(tlsProblem({QSslError(QSslError::InvalidCaCertificate)}), TlsProblem::Unacceptable);
}

QTEST_GUILESS_MAIN(TestCertificateName)
#include "tst_certificatename.moc"
