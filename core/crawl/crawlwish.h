// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"
#include "core/net/lanes.h"

#include <vector>

namespace gleaner
{

/// What a person changes of a crawl that runs, until it is served. Like the next two a value of
/// the crawler's.
struct CrawlWish {
    enum class Kind : quint8 { JudgeAll, RetryAll, RetryThose, SkipThose } kind;
    std::vector<RecordId> those; ///< where the kind names them
};

/// What is to be known of an address that is tried again.
struct RetryState {
    int free = 0; ///< tries that do not count
    int busy = 0; ///< of these, because the host was busy
    bool isLast = false;
};

/// An address whose last try is kept for the end of the run.
struct LastTry {
    RecordId id;
    Clock::time_point notBefore;
};

} // namespace gleaner
