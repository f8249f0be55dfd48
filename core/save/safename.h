// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

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

/// Makes a file name of one that a server gives: its last segment, nothing of it decoded, then as
/// above. Empty if nothing is left of it.
QByteArray safeFileName(const QString &name);

/// "name.html" -> "name~1a2b3c4d.html": the mark depends on `source` alone.
QByteArray marked(const QByteArray &name, QByteArrayView source);

/// For where even the marked name is taken, until the names are settled: marked once more.
QByteArray spareName(const QByteArray &markedName);
/// Whose spare name that is; nothing if it is none.
std::optional<QByteArray> withoutSpareMark(const QByteArray &spare);

} // namespace gleaner
