// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gleaner
{

/// Whether a host as Address::host() gives it is an IP address: it has no domains above it.
bool isIpAddress(QByteArrayView host);

/// The part of a host that someone registered: "example.co.uk" for "www.example.co.uk" (Public
/// Suffix List, both of its sections: "me.github.io" is one). A host that has none, that is an IP
/// address, a public suffix or a single label, is returned as it is, so that it counts as a site
/// of its own. A dot at the end stays.
///
/// Takes a host as Address::host() gives it. Uses the system's list where that is newer than the
/// one in the library. Any thread; the first call reads the list.
QByteArray registrableDomain(QByteArrayView host);

/// Whether the host is one below which others register: "co.uk", "github.io", and every single
/// label that the list does not name (Public Suffix List, rule "*"). An IP address is none. Any
/// thread.
bool isPublicSuffix(QByteArrayView host);

/// Whether both hosts belong to one site ("schemelessly same site", HTML Standard, section 7.1.1).
bool sameRegistrableDomain(QByteArrayView a, QByteArrayView b);

} // namespace gleaner
