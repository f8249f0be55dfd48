// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/trapgroup.h"

#include <QString>

#include <vector>

namespace gleaner
{

/// Words for what was set aside because there is no end of it. Pure functions, window thread.

/// "Set aside: 1,204 further on in a calendar without end (http://h/cal?month=*)."
QString trapText(const TrapGroup &group);

/// Those in which addresses are set aside, the largest first.
std::vector<TrapGroup> parkedGroups(const std::vector<TrapGroup> &groups);

} // namespace gleaner
