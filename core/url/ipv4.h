// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

class QByteArray;

namespace gleaner
{

/// Whether the host's last label is a number, which makes it an IPv4 address or nothing
/// (URL Standard, section 3.5, "ends in a number checker").
bool endsInNumber(QByteArrayView host);

/// Reads the forms that browsers read (section 3.5): 127.1, 0x7f.1, 017700000001, a last dot.
std::optional<quint32> parseIpv4(QByteArrayView host);

/// In four decimal parts (section 3.6).
void appendIpv4(QByteArray &out, quint32 address);

} // namespace gleaner
