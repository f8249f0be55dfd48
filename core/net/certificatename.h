// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

class QSslCertificate;

namespace gleaner
{

/// Whether the certificate names this host (RFC 9525, section 6): one of its subjectAltNames is
/// the host, or has `*` for the host's whole first label; an IP address only as an IP address.
/// The common name counts for nothing. Stricter than Qt 6.4, which reads common names and lets
/// wildcards stand for parts of a label. Takes a host as Address::host() gives it.
bool certificateNames(const QSslCertificate &certificate, QByteArrayView host);

} // namespace gleaner
