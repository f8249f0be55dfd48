// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"
#include "core/discover/robots.h"
#include "core/net/outcome.h"

#include <optional>
#include <vector>

namespace gleaner
{

/// What a crawl knows of one origin's robots.txt. A value, the crawler's.
struct SiteRobots {
    std::optional<RobotsRules> rules; ///< nothing: being asked for
    std::optional<RobotsRules> old; ///< while newer ones are asked for
    std::optional<FetchFailure> dead; ///< nothing can be had there, not even the rules
    Clock::time_point read;
    bool isNew = true; ///< its sitemaps have not been looked for
    std::vector<RecordId> held; ///< what waits for the rules
};

} // namespace gleaner
