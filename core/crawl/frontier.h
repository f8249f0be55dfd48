// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"
#include "core/net/lanes.h"

#include <QByteArray>
#include <QHash>

#include <deque>
#include <functional>
#include <optional>
#include <queue>
#include <tuple>
#include <vector>

namespace gleaner
{

/// Which address comes next: a queue per lane, the lanes in turn, and what waits for a later time.
///
/// Holds numbers of records, not addresses. Owned by the crawler, crawl thread. Within a lane
/// addresses come by depth and then in the order of discovery, so that a depth limit cuts off the
/// same addresses whatever the timing.
class Frontier
{
public:
    Frontier(int slotsPerLane, std::chrono::milliseconds delay)
        : m_lanes(slotsPerLane, delay)
    {
    }

    void add(RecordId id, const QByteArray &origin, int depth);
    /// As add(), not before that time.
    void addAt(RecordId id, const QByteArray &origin, int depth, Clock::time_point when);

    /// The next one whose lane is free; it takes a slot of the lane until release().
    std::optional<RecordId> next(Clock::time_point now);
    void release(const QByteArray &origin) { m_lanes.release(origin); }
    void slowDown(const QByteArray &origin, std::chrono::milliseconds delay)
    {
        m_lanes.slowDown(origin, delay);
    }
    void park(const QByteArray &origin, Clock::time_point until) { m_lanes.park(origin, until); }

    /// When next() may have something although it has nothing now; nothing if time changes nothing.
    std::optional<Clock::time_point> nextOpening() const;
    bool isEmpty() const { return m_waiting == 0; }

private:
    struct Waiting {
        int depth;
        quint64 order;
        RecordId id;
        bool operator>(const Waiting &other) const
        {
            return std::tie(depth, order) > std::tie(other.depth, other.order);
        }
    };
    using Line = std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>>;
    struct Later {
        Clock::time_point when;
        int depth;
        RecordId id;
        QByteArray origin;
        bool operator>(const Later &other) const { return when > other.when; }
    };

    void wakeLater(Clock::time_point now);

    Lanes m_lanes;
    QHash<QByteArray, Line> m_lines; ///< by origin; none is empty
    std::deque<QByteArray> m_turns; ///< the origins of m_lines, whose turn it is first
    std::priority_queue<Later, std::vector<Later>, std::greater<>> m_later;
    qint64 m_waiting = 0;
    quint64 m_order = 0;
};

} // namespace gleaner
