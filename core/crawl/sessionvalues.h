// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"
#include "core/net/cookie.h"

#include <chrono>
#include <vector>

namespace gleaner
{

// Small things that a session keeps as one value each. What cannot be read is left out.

/// All but those with name, value, domain and path of one of the others.
std::vector<Cookie> cookiesWithout(std::vector<Cookie> cookies, const std::vector<Cookie> &others);
QByteArray packedCookies(const std::vector<Cookie> &cookies);
std::vector<Cookie> unpackedCookies(const QByteArray &packed);

/// A host that asked to be left alone.
struct ParkedLane {
    QByteArray origin;
    std::chrono::milliseconds wait{0}; ///< from now on
};
QByteArray packedLanes(const std::vector<LaneReport> &lanes);
std::vector<ParkedLane> unpackedLanes(const QByteArray &packed);

/// What a list of sessions shows.
QByteArray totalsText(const Totals &totals);
Totals totalsFromText(const QByteArray &text);

} // namespace gleaner
