// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace gleaner::test
{

/// Which versions of TLS a server speaks.
enum class TlsVersions : quint8 {
    Current,
    Outdated, ///< 1.0 and 1.1 (deprecated by RFC 8996)
};

/// A certificate with its key, as PEM files.
struct Certificate {
    QString certificateFile; ///< with what is needed to build the chain
    QString keyFile;
    TlsVersions versions = TlsVersions::Current; ///< of the server that uses it
};

/// What a server's certificate should say, right or wrong.
struct CertificateWishes {
    QStringList names = {
        QStringLiteral("DNS:localhost"), QStringLiteral("IP:127.0.0.1")}; ///< subjectAltName
    QString commonName = QStringLiteral("localhost");
    int validFrom = -1; ///< days from now
    int validUntil = 2;
    QString usage = QStringLiteral("serverAuth"); ///< extendedKeyUsage
    bool selfSigned = false;
};

/// Makes certificates through openssl(1) in a folder of its own, which goes with it.
///
///     CertificateAuthority authority;
///     const Certificate expired = authority.issue({.validFrom = -9, .validUntil = -1});
///     TestServer server("127.0.0.1", &expired);
class CertificateAuthority
{
public:
    explicit CertificateAuthority(const QString &name = QStringLiteral("Gleaner Test Authority"));
    Q_DISABLE_COPY_MOVE(CertificateAuthority)

    /// False when openssl(1) is missing or failed; errorString() says how.
    bool isValid() const { return m_error.isEmpty(); }
    QString errorString() const { return m_error; }
    /// The certificate a client has to trust.
    QString file() const { return path(QStringLiteral("authority.pem")); }
    Certificate issue(const CertificateWishes &wishes = {});

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QString &text);
    void openssl(const QStringList &arguments);

    QTemporaryDir m_folder;
    QString m_error;
    int m_issued = 0;
};

} // namespace gleaner::test
