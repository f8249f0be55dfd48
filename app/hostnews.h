// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/lanes.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace gleaner
{

/// What a person without a window has to hear of the network, once each: that this machine has
/// none, and which hosts have asked to be left alone for a while. A value.
class HostNews
{
public:
    /// The sentences that are new with these lanes, in their order.
    QStringList take(const std::vector<LaneReport> &lanes, Clock::time_point now = Clock::now());

private:
    bool m_toldOffline = false;
    QHash<QByteArray, Clock::time_point> m_toldUntil; ///< by origin
};

} // namespace gleaner
