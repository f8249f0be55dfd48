// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/certificatename.h"

#include <QHostAddress>
#include <QSslCertificate>

namespace gleaner
{

namespace
{

bool matches(QByteArray pattern, const QByteArray &host)
{
    pattern = pattern.toLower();
    if (!pattern.startsWith("*."))
        return pattern == host;
    const QByteArray rest = pattern.sliced(1);
    const qsizetype dot = host.indexOf('.');
    // "*.org" would be for everybody.
    return dot > 0 && rest.count('.') >= 2 && !rest.contains('*') && host.sliced(dot) == rest;
}

} // namespace

bool certificateNames(const QSslCertificate &certificate, QByteArrayView host)
{
    QByteArray name = host.toByteArray().toLower();
    if (name.startsWith('['))
        name = name.sliced(1).chopped(1);
    else if (name.endsWith('.'))
        name.chop(1);
    const auto names = certificate.subjectAlternativeNames();
    const QHostAddress address(QString::fromLatin1(name));
    if (!address.isNull()) {
        const auto [begin, end] = names.equal_range(QSsl::IpAddressEntry);
        return std::any_of(begin, end, [&](const QString &entry) {
            return address.isEqual(QHostAddress(entry), QHostAddress::StrictConversion);
        });
    }
    const auto [begin, end] = names.equal_range(QSsl::DnsEntry);
    return std::any_of(
        begin, end, [&](const QString &entry) { return matches(entry.toUtf8(), name); });
}

} // namespace gleaner
