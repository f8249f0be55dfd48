// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tlsproblem.h"

#include <QSslError>

#include <algorithm>
#include <array>

namespace gleaner
{

namespace
{

TlsProblem problemOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::NoError:
        return TlsProblem::None;
    case QSslError::CertificateExpired:
        return TlsProblem::Expired;
    case QSslError::CertificateNotYetValid:
        return TlsProblem::NotYetValid;
    case QSslError::HostNameMismatch:
        return TlsProblem::OtherName;
    case QSslError::SelfSignedCertificate:
        return TlsProblem::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return TlsProblem::UnknownIssuer;
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return TlsProblem::Revoked;
    case QSslError::InvalidPurpose:
        return TlsProblem::WrongUsage;
    default:
        return TlsProblem::Unacceptable;
    }
}

constexpr std::array worstFirst{TlsProblem::Revoked, TlsProblem::SelfSigned,
    TlsProblem::UnknownIssuer, TlsProblem::OtherName, TlsProblem::WrongUsage, TlsProblem::Expired,
    TlsProblem::NotYetValid, TlsProblem::Unacceptable};

} // namespace

const char *keyword(TlsProblem problem)
{
    switch (problem) {
    case TlsProblem::None:
        return "";
    case TlsProblem::Expired:
        return "certificate expired";
    case TlsProblem::NotYetValid:
        return "certificate not yet valid";
    case TlsProblem::OtherName:
        return "certificate for another name";
    case TlsProblem::UnknownIssuer:
        return "certificate of an unknown issuer";
    case TlsProblem::SelfSigned:
        return "certificate self-signed";
    case TlsProblem::Revoked:
        return "certificate revoked";
    case TlsProblem::WrongUsage:
        return "certificate not made for servers";
    case TlsProblem::Unacceptable:
        return "certificate not acceptable";
    case TlsProblem::Handshake:
        return "no secure connection";
    }
    Q_UNREACHABLE();
}

TlsProblem tlsProblem(const QList<QSslError> &errors)
{
    for (const TlsProblem problem : worstFirst) {
        const bool found = std::ranges::any_of(errors,
            [problem](const QSslError &error) { return problemOf(error.error()) == problem; });
        if (found)
            return problem;
    }
    return TlsProblem::None;
}

} // namespace gleaner
