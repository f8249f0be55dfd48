// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace gleaner
{

/// What makes addresses of a site go on without end.
enum class TrapKind : quint8 {
    Repetition, ///< the same segments of a path again and again
    SessionIds, ///< the same page under another session's number
    LaterDates, ///< a calendar, onwards
    EarlierDates, ///< a calendar, backwards
    Counter, ///< a number that only grows
    Copies, ///< the same page again below itself, ever deeper
};
inline constexpr int TrapKinds = 6;

/// Named by its number for as long as the download is.
using TrapNumber = quint32;

/// Addresses that were set aside together, because there is no end of their kind. A value.
struct TrapGroup {
    enum class State : quint8 {
        Parked,
        Released, ///< a person wants them: none of the kind is set aside any more
    };

    TrapNumber number = 0;
    TrapKind kind = TrapKind::Repetition;
    State state = State::Parked;
    /// What they have in common: an address with `*` where they differ, shortened where it is long.
    QByteArray shape;
    qint64 count = 0; ///< of addresses that are set aside now
    QByteArrayList examples; ///< the first of them
};

} // namespace gleaner
