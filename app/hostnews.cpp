// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hostnews.h"

#include "ui/lanetexts.h"

#include <QCoreApplication>

#include <algorithm>

namespace gleaner
{

using namespace std::chrono_literals;

namespace
{

/// What is over sooner explains nothing to anybody.
constexpr std::chrono::milliseconds shortestTold = 5s;
/// The same wait, reported by two batches, ends at about the same time.
constexpr std::chrono::milliseconds sameEnd = 1s;

} // namespace

QStringList HostNews::take(const std::vector<LaneReport> &lanes, Clock::time_point now)
{
    QStringList news;
    const bool offline = std::ranges::any_of(
        lanes, [](const LaneReport &lane) { return lane.why == LaneTrouble::Offline; });
    if (offline && !m_toldOffline)
        news.append(QCoreApplication::translate(
            "Headless", "This computer is offline. The download goes on when it is not."));
    m_toldOffline = offline;
    for (const LaneReport &lane : lanes) {
        if (lane.why != LaneTrouble::Busy || lane.waiting == 0 || lane.parkedFor < shortestTold)
            continue;
        const auto until = now + lane.parkedFor;
        const auto told = m_toldUntil.constFind(lane.origin);
        if (told != m_toldUntil.cend() && until < *told + sameEnd)
            continue;
        m_toldUntil.insert(lane.origin, until);
        news.append(busyText(lane));
    }
    return news;
}

} // namespace gleaner
