// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"

#include <QString>

#include <vector>

namespace gleaner
{

/// Words for what the hosts' lanes hold back. Pure functions, window thread.

/// Why a worker has nothing to do although addresses wait: "Idle: example.org is busy, asked again
/// in 0:24". Just "Idle" if no lane is the reason.
QString idleText(const std::vector<LaneReport> &lanes);

/// The lane's host: "docs.example.org:8080".
QString laneHostText(const LaneReport &lane);
/// What holds it back, or that nothing does: "Waiting 0:42 because of 429: busy".
QString laneStateText(const LaneReport &lane);

/// Of a lane whose host asks for a pause: "example.org is busy. It is asked again in 0:30."
QString busyText(const LaneReport &lane);

/// Of a record that is Retrying, at that time in ms since 1970: "Next try in 4 s (try 2)", "Waiting
/// for try 2", "Tried once more at the end". Without a time: "Next try at 14:05:07 (try 2)".
QString nextTryText(const Record &record, qint64 now = 0);

} // namespace gleaner
