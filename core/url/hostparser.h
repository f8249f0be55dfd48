// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

class QByteArray;

namespace gleaner
{

enum class HostKind {
    Domain, ///< of a special scheme: a domain or an IPv4 address
    Opaque, ///< of any other scheme: only checked and percent-encoded
};

/// Appends the canonical form of a host (URL Standard, section 3.5, "host parser"): valid UTF-8,
/// without TAB, LF and CR. A host in brackets is an IPv6 address, whatever the kind. False for
/// failure; then what was appended means nothing.
bool appendHost(QByteArray &out, QByteArrayView host, HostKind kind);

} // namespace gleaner
