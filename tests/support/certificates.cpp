// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>

namespace gleaner::test
{

namespace
{

// "openssl ca" is the only command of OpenSSL 3.0 that takes both dates, and it wants a data base.
constexpr auto configuration = R"(
[ca]
default_ca = here
[here]
database = index.txt
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
)";

QString opensslDate(int daysFromNow)
{
    const QDateTime when = QDateTime::currentDateTimeUtc().addDays(daysFromNow);
    return when.toString(QStringLiteral("yyyyMMddHHmmss")) + u'Z';
}

QStringList words(const QString &line)
{
    return line.split(u' ');
}

} // namespace

CertificateAuthority::CertificateAuthority(const QString &name)
{
    write(QStringLiteral("openssl.cnf"), QString::fromLatin1(configuration));
    write(QStringLiteral("index.txt"), {});
    openssl(
        words(QStringLiteral("req -x509 -config openssl.cnf -extensions authority -days 9 -nodes "
                             "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 "
                             "-keyout authority.key -out authority.pem -subj"))
        << QStringLiteral("/CN=") + name);
}

Certificate CertificateAuthority::issue(const CertificateWishes &wishes)
{
    const QString stem = QStringLiteral("server%1").arg(++m_issued);
    const QString key = stem + QStringLiteral(".key");
    const QString request = stem + QStringLiteral(".csr");
    const QString certificate = stem + QStringLiteral(".pem");
    const QString extensions = stem + QStringLiteral(".ext");

    QString text = QStringLiteral("basicConstraints = CA:FALSE\n");
    if (!wishes.usage.isEmpty())
        text += QStringLiteral("extendedKeyUsage = ") + wishes.usage + u'\n';
    if (!wishes.names.isEmpty())
        text += QStringLiteral("subjectAltName = ") + wishes.names.join(u',') + u'\n';
    write(extensions, text);

    openssl(words(QStringLiteral("req -new -config openssl.cnf -nodes -newkey ec "
                                 "-pkeyopt ec_paramgen_curve:prime256v1"))
        << QStringLiteral("-keyout") << key << QStringLiteral("-out") << request
        << QStringLiteral("-subj") << QStringLiteral("/CN=") + wishes.commonName);
    QStringList sign =
        words(QStringLiteral("ca -batch -notext -create_serial -config openssl.cnf"));
    sign << QStringLiteral("-startdate") << opensslDate(wishes.validFrom)
         << QStringLiteral("-enddate") << opensslDate(wishes.validUntil)
         << QStringLiteral("-extfile") << extensions << QStringLiteral("-in") << request
         << QStringLiteral("-out") << certificate;
    if (wishes.selfSigned)
        sign << QStringLiteral("-selfsign") << QStringLiteral("-keyfile") << key;
    else
        sign << QStringLiteral("-cert") << QStringLiteral("authority.pem")
             << QStringLiteral("-keyfile") << QStringLiteral("authority.key");
    openssl(sign);
    return {path(certificate), path(key), TlsVersions::Current};
}

void CertificateAuthority::write(const QString &name, const QString &text)
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.flush())
        m_error = file.fileName() + QStringLiteral(": ") + file.errorString();
}

void CertificateAuthority::openssl(const QStringList &arguments)
{
    if (!isValid())
        return;
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral("openssl"), arguments);
    if (!process.waitForFinished())
        m_error = QStringLiteral("openssl: ") + process.errorString();
    else if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        m_error = QString::fromLocal8Bit(process.readAllStandardError());
}

} // namespace gleaner::test
