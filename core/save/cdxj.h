// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/save/warcreader.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace gleaner
{

// The index of WARC files by which players find a capture. Pure functions, any thread.

/// What the beginning of a record says.
struct WarcCapture {
    QByteArray type;
    QByteArray target;
    QByteArray date; ///< as it stands there
    QByteArray digest; ///< of the payload
    QByteArray mime; ///< of the payload, without parameters; "warc/revisit" for a revisit
    int status = 0; ///< HTTP; 0 for none
};
/// Nothing if it is no record.
std::optional<WarcCapture> captureOf(const WarcReader::Member &member);

/// Can it be shown: is it an answer, or stands for one?
bool isShown(const WarcCapture &capture);

/// The address `text` turned round, as indexes are sorted: "com,example)/path?query" (SURT).
QByteArray surtOf(const QByteArray &text);

/// "2026-11-28T08:00:00Z" as 14 digits.
QByteArray indexTime(const QByteArray &warcDate);

/// A line of CDXJ, its end too. `file` is the WARC file's name.
QByteArray cdxjLine(
    const WarcCapture &capture, const WarcReader::Member &member, const QByteArray &file);

} // namespace gleaner
