// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <optional>

class QByteArray;

namespace gleaner
{

using Ipv6Pieces = std::array<quint16, 8>;

/// Reads what stands between the brackets (URL Standard, section 3.5, "IPv6 parser").
std::optional<Ipv6Pieces> parseIpv6(QByteArrayView text);

/// In brackets, with the first longest run of zeros compressed (section 3.6).
void appendIpv6(QByteArray &out, const Ipv6Pieces &pieces);

} // namespace gleaner
