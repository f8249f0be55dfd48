// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gleaner
{

class Session;

/// "Finished in 5:40: 531 saved, 8 skipped, 3 failed": what came of a download that has ended.
/// Every address is in one of the counts.
QString endText(const Session &session);

/// Has it finished, with nothing failed and nothing suspect: is there nothing to look at?
bool isWhole(const Session &session);

} // namespace gleaner
