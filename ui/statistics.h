// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <vector>

namespace gleaner
{

class Session;

/// Everything that the status bar says, and more, as lines of a name and a value. Pure, window
/// thread. `freeBytes` is -1 where it is not known.
std::vector<std::pair<QString, QString>> statisticsOf(const Session &session, qint64 freeBytes);
/// How much longer it takes, in milliseconds; -1 unless that can be known: nothing waits any more,
/// the length of all that is being downloaded was stated, and the speed was steady for ten seconds.
qint64 remainingTime(const Session &session);

} // namespace gleaner
