// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QtGlobal>

class QSslError;

namespace gleaner
{

/// What kept a server's identity from being proven. ui/texts makes words for people of it.
enum class TlsProblem : quint8 {
    None,
    Expired,
    NotYetValid,
    OtherName, ///< the certificate does not name this host (RFC 9525, section 6)
    UnknownIssuer, ///< no chain to an authority that is trusted here
    SelfSigned,
    Revoked,
    WrongUsage, ///< not made for servers
    Unacceptable, ///< something else is wrong with the certificate
    Handshake, ///< no certificate was judged: no common protocol, or no TLS at all
};

/// "certificate expired": technical words for the detail of a failure; empty for None.
const char *keyword(TlsProblem problem);

/// The one to name when a certificate has several faults: what proves least comes first.
TlsProblem tlsProblem(const QList<QSslError> &errors);

} // namespace gleaner
