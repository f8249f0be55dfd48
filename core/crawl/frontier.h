// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"
#include "core/net/lanes.h"

#include <QByteArray>
#include <QHash>

#include <deque>
#include <map>
#include <memory>
#include <optional>
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
    /// Without a board it has all hosts to itself.
    Frontier(
        int slotsPerLane, std::chrono::milliseconds delay, std::shared_ptr<LaneBoard> board = {})
        : m_lanes(slotsPerLane, delay, std::move(board))
    {
    }

    /// An address that waits already stays where it is.
    void add(RecordId id, const QByteArray &origin, int depth);
    /// As add(), not before that time.
    void addAt(RecordId id, const QByteArray &origin, int depth, Clock::time_point when);

    /// From now on those come before all others, in the order of discovery, as soon as their lanes
    /// have room; whatever is to wait for a time still does. One walk through what waits.
    void prefer(const std::vector<RecordId> &ids);
    /// The same for one that does not wait here yet.
    void preferOnceAdded(RecordId id);

    /// The next one whose lane is free; it takes a slot of the lane until release().
    std::optional<RecordId> next(Clock::time_point now);
    void release(const QByteArray &origin) { m_lanes.release(origin); }
    /// What the hosts' answers do to their lanes.
    Lanes &lanes() { return m_lanes; }
    const Lanes &lanes() const { return m_lanes; }

    /// When next() may have something although it has nothing now; nothing if time changes nothing.
    std::optional<Clock::time_point> nextOpening() const;
    bool isEmpty() const { return m_waiting == 0; }

    /// Everything that waits for that lane, in no order; it no longer does.
    std::vector<RecordId> takeAll(const QByteArray &origin);

    /// The lanes with something at work, waiting or parked, in this order when they are too many.
    std::vector<LaneReport> report(Clock::time_point now) const;

private:
    /// First in, first out, four bytes each.
    class Fifo
    {
    public:
        void put(RecordId id) { m_ids.push_back(id); }
        RecordId take();
        bool isEmpty() const { return m_taken == m_ids.size(); }
        /// Takes out, in their order, those that are meant.
        std::vector<RecordId> takeThose(const std::vector<bool> &meant);

    private:
        std::vector<RecordId> m_ids;
        size_t m_taken = 0; ///< of m_ids, from its beginning
    };
    /// What waits in one lane.
    class Line
    {
    public:
        void put(RecordId id, int depth);
        void putFirst(RecordId id);
        RecordId take();
        /// Those of them that are not among the first yet are now; how many they are.
        qsizetype moveToFront(const std::vector<bool> &preferred);
        bool isEmpty() const { return m_size == 0; }
        bool hasFirst() const { return !m_first.isEmpty(); }
        size_t size() const { return m_size; }

    private:
        Fifo m_first; ///< what was preferred
        std::map<int, Fifo> m_byDepth; ///< none is empty
        size_t m_size = 0;
    };
    struct Later {
        int depth;
        RecordId id;
        QByteArray origin;
    };

    /// False if it was in there already.
    bool enter(RecordId id);
    void leave(RecordId id);
    void put(RecordId id, const QByteArray &origin, int depth);
    bool isPreferred(RecordId id) const { return id < m_isPreferred.size() && m_isPreferred[id]; }
    RecordId takeFrom(const QByteArray &origin);
    void forget(const Later &later);
    void wakeLater(Clock::time_point now);

    Lanes m_lanes;
    QHash<QByteArray, Line> m_lines; ///< by origin; none is empty
    std::deque<QByteArray> m_turns; ///< the origins of m_lines, whose turn it is first
    std::multimap<Clock::time_point, Later> m_later;
    QHash<QByteArray, int> m_laterOf; ///< how many of m_later, by origin; none is 0
    std::vector<bool> m_isWaiting; ///< by id
    std::vector<bool> m_isPreferred; ///< by id
    qint64 m_firstWaiting = 0; ///< preferred ones in m_lines
    qint64 m_waiting = 0;
};

} // namespace gleaner
