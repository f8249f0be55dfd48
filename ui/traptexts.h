// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/trapgroup.h"
#include "core/url/address.h"

#include <QString>

#include <vector>

namespace gleaner
{

/// Words for what was set aside because there is no end of it. Pure functions, window thread.

/// "Set aside: 1,204 further on in a calendar without end (http://h/cal?month=*)."
QString trapText(const TrapGroup &group);

// The next two are short enough for a window, and leave out the origin of the download's start.

/// With an address of theirs instead of what all have in common:
/// "Set aside: 1,204 further on in a calendar without end (such as /cal?month=2031-05)."
QString trapMessage(const TrapGroup &group, const Address &start);
/// "1,204 further on in a calendar without end: /cal?month=*".
QString trapEntry(const TrapGroup &group, const Address &start);

/// Those in which addresses are set aside, the largest first.
std::vector<TrapGroup> parkedGroups(const std::vector<TrapGroup> &groups);

} // namespace gleaner
