// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/robots.h"
#include "core/net/fetcher.h"
#include "core/task/task.h"

#include <optional>

namespace gleaner
{

/// What is known of an origin's robots.txt.
struct RobotsFile {
    RobotsRules rules;
    std::optional<FetchFailure>
        failure; ///< why they are unreachable, if it was this origin that failed
};

/// Asks an origin for its robots.txt and reads what it says to us (RFC 9309, section 2.3).
///
/// Up to five redirects are followed, to any host, as the RFC wants, but not from https to http;
/// what lies there counts as no file. An answer of 4xx allows everything; 5xx, or none after a
/// second try, forbids everything. `request` says whose file and with which headers and deadlines;
/// its path is replaced, and another origin gets none of its headers. The fetcher outlives the
/// task.
Task<RobotsFile> fetchRobots(Fetcher *fetcher, FetchRequest request, QByteArray productToken);

} // namespace gleaner
