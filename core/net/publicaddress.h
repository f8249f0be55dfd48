// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QHostAddress;

namespace gleaner
{

/// Whether the address is one of the whole internet: not this machine, its network, a provider's
/// inner network, a group of hosts, or reserved (the IANA special-purpose registries, RFC 6890).
/// An IPv6 address that carries an IPv4 one (mapped, NAT64, 6to4) is judged by that. Any thread.
bool isPublic(const QHostAddress &address);

} // namespace gleaner
