// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "ui/recordtree.h"

#include <QString>

#include <vector>

namespace gleaner
{

class Session;

/// What a choice about hosts would change, as far as it is known: what is found later follows it
/// as well. Files that are saved stay in any case, and requests under way are finished.
struct HostEffect {
    qint64 leave = 0; ///< addresses that wait now, and would be skipped
    qint64 comeBack = 0; ///< that were skipped, and would wait
    qint64 saved = 0; ///< that stay saved
    bool isAll = true; ///< false: there are more; nobody waits for them to be counted
};

/// The session's job with its starts where they have moved to, as far as the tree knows.
CrawlJob jobAsItStands(const Session &session);

/// Judges what is known at these sites by the scope of that job. Takes five milliseconds at most.
HostEffect effectOf(
    const RecordTree &tree, const std::vector<NodeId> &sites, const CrawlJob &after);

/// "12 waiting addresses leave, 3 saved files stay".
QString effectText(const HostEffect &effect);

} // namespace gleaner
