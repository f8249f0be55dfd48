// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gleaner
{

/// The longest segment that is made: 255 bytes less what ".part" and a hash mark need.
constexpr int longestSegment = 230;

/// Makes a file name of one percent-encoded segment of an address.
///
/// Total and pure: any bytes give a name that is a single, harmless segment on any file system.
/// Decoded once; controls, NUL, '/', '\', ':', '?' and the like, and bytes that are not UTF-8 stay
/// percent-encoded; a leading dot or dash, a trailing dot or blank, "." and "..", the device names
/// of Windows, what looks like a hash mark of ours, and the dot of ".part" at the end are escaped;
/// what is too long is cut and carries a hash mark. Never empty unless the segment is.
QByteArray safeName(QByteArrayView encodedSegment);

/// "name.html" -> "name~1a2b3c4d.html": the mark depends on `source` alone.
QByteArray marked(const QByteArray &name, QByteArrayView source);

} // namespace gleaner
