// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace gleaner
{

class Address;

/// Whether the address is one of the whole internet: not this machine, its network, a provider's
/// inner network, a group of hosts, or reserved (the IANA special-purpose registries, RFC 6890).
/// An IPv6 address that carries an IPv4 one (mapped, NAT64, 6to4) is judged by that. Any thread.
bool isPublic(const QHostAddress &address);

/// The host where it is written as an IP address; null for a name.
QHostAddress literalHost(const Address &address);

/// Whether the host means this machine: a loopback address, or a name that stands for it whatever
/// a name server says (RFC 6761, section 6.3).
bool isThisMachine(const Address &address);

} // namespace gleaner
