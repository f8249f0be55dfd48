// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/crawl/running.h"

namespace gleaner::test
{

/// Runs until so many are saved, then stops; false where that did not go as it should.
[[nodiscard]] inline bool runUntil(Running &crawl, const QUrl &start, qint64 saved)
{
    crawl.start({start});
    const bool came = waitFor([&] { return crawl.follower.totals.saved >= saved; });
    crawl.crawler().stop();
    const bool ended = waitFor([&] { return crawl.follower.ended(); });
    crawl.destroy();
    return came && ended && crawl.follower.problems.isEmpty();
}

} // namespace gleaner::test
