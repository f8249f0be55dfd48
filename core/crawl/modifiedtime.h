// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace gleaner
{

/// The time that a saved file gets from its Last-Modified field (RFC 9110, section 8.8.2), in s
/// since 1970. Nothing for what is no date, lies before 1970 or more than a day after `now`:
/// that is a server's mistake, and the file keeps the time at which it was written. Pure.
std::optional<qint64> modifiedTime(QByteArrayView lastModified, qint64 now);

} // namespace gleaner
