// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/outcome.h"

#include <QDateTime>

#include <chrono>

namespace gleaner
{

/// When a request that failed is worth another one. Pure functions, any thread.

/// A host that asks us to wait longer is asked again after this.
constexpr std::chrono::seconds longestRetryAfter{3600};
/// The wait for a host that is busy and does not say how long.
constexpr std::chrono::seconds usualRetryAfter{30};

/// Statuses that say "not now" rather than "no".
bool canHealStatus(int status);

/// 429 and 503: the host as a whole wants fewer requests (RFC 6585, section 4; RFC 9110, section
/// 15.6.4).
bool isBusyStatus(int status);

/// How long the host wants us to wait (RFC 9110, section 10.2.3): seconds, or the time until a
/// date, which is counted from the answer's own Date where it has one, so that a clock that is
/// wrong here does no harm. 0 for the past, never more than longestRetryAfter; nothing if there is
/// no such field or nothing can be made of it.
std::optional<std::chrono::seconds> readRetryAfter(const ResponseHead &head, const QDateTime &now);

/// An HTTP-date in any of its three forms (RFC 9110, section 5.6.7); invalid if it is none.
QDateTime readHttpDate(QByteArrayView text, const QDateTime &now);

/// 1, 4, 16 s and so on after so many tries, at most 64 s, with up to a quarter more at random, so
/// that many do not come back at once.
std::chrono::milliseconds retryDelay(int tries);

} // namespace gleaner
