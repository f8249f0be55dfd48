// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"
#include "core/net/lanes.h"

namespace gleaner
{

// What the crawler remembers between two tries of an address. Values.

struct Retry {
    int free = 0; ///< tries that do not count
    int busy = 0; ///< of these, because the host was busy
    bool isLast = false;
};

/// Waits until nothing else is left.
struct LastTry {
    RecordId id;
    Clock::time_point notBefore;
};

/// By which it is known that this machine has no way to the network any more.
struct FirstAnswer {
    Address address;
    bool hadRoute;
};

} // namespace gleaner
