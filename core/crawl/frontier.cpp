// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/frontier.h"

#include <QSet>

#include <algorithm>
#include <iterator>

namespace gleaner
{

namespace
{

/// A window shows no more at once, and 25 batches a second stay cheap.
constexpr size_t mostReports = 200;
/// Room that is not worth giving back.
constexpr size_t fewIds = 1024;

} // namespace

RecordId Frontier::Fifo::take()
{
    const RecordId id = m_ids[m_taken++];
    // Half of it at a time, so that moving the rest costs each of them a constant.
    if (2 * m_taken > m_ids.size()) {
        m_ids.erase(m_ids.begin(), m_ids.begin() + ptrdiff_t(m_taken));
        m_taken = 0;
        if (m_ids.capacity() > std::max(fewIds, 4 * m_ids.size()))
            m_ids.shrink_to_fit();
    }
    return id;
}

std::vector<RecordId> Frontier::Fifo::takeThose(const std::vector<bool> &meant)
{
    std::vector<RecordId> taken;
    const auto isMeant = [&](RecordId id) { return id < meant.size() && meant[id]; };
    const auto begin = m_ids.begin() + ptrdiff_t(m_taken);
    std::copy_if(begin, m_ids.end(), std::back_inserter(taken), isMeant);
    m_ids.erase(std::remove_if(begin, m_ids.end(), isMeant), m_ids.end());
    return taken;
}

void Frontier::Line::put(RecordId id, int depth)
{
    m_byDepth[depth].put(id);
    ++m_size;
}

void Frontier::Line::putFirst(RecordId id)
{
    m_first.put(id);
    ++m_size;
}

qsizetype Frontier::Line::moveToFront(const std::vector<bool> &preferred)
{
    std::vector<RecordId> moved;
    for (auto &[depth, fifo] : m_byDepth) {
        const std::vector<RecordId> taken = fifo.takeThose(preferred);
        moved.insert(moved.end(), taken.begin(), taken.end());
    }
    std::erase_if(m_byDepth, [](const auto &entry) { return entry.second.isEmpty(); });
    std::ranges::sort(moved);
    for (const RecordId id : moved)
        m_first.put(id);
    return qsizetype(moved.size());
}

RecordId Frontier::Line::take()
{
    if (!m_first.isEmpty()) {
        --m_size;
        return m_first.take();
    }
    const auto nearest = m_byDepth.begin();
    const RecordId id = nearest->second.take();
    if (nearest->second.isEmpty())
        m_byDepth.erase(nearest);
    --m_size;
    return id;
}

bool Frontier::enter(RecordId id)
{
    if (id >= m_isWaiting.size())
        m_isWaiting.resize(std::max<size_t>(size_t(id) + 1, 2 * m_isWaiting.size()));
    if (m_isWaiting[id])
        return false;
    m_isWaiting[id] = true;
    ++m_waiting;
    return true;
}

void Frontier::leave(RecordId id)
{
    m_isWaiting[id] = false;
    --m_waiting;
}

void Frontier::add(RecordId id, const QByteArray &origin, int depth)
{
    if (enter(id))
        put(id, origin, depth);
}

void Frontier::put(RecordId id, const QByteArray &origin, int depth)
{
    Line &line = m_lines[origin];
    if (line.isEmpty())
        m_turns.push_back(origin);
    if (isPreferred(id)) {
        line.putFirst(id);
        ++m_firstWaiting;
    } else {
        line.put(id, depth);
    }
}

void Frontier::prefer(const std::vector<RecordId> &ids)
{
    for (const RecordId id : ids)
        preferOnceAdded(id);
    for (Line &line : m_lines)
        m_firstWaiting += line.moveToFront(m_isPreferred);
}

void Frontier::preferOnceAdded(RecordId id)
{
    if (id >= m_isPreferred.size())
        m_isPreferred.resize(std::max<size_t>(size_t(id) + 1, 2 * m_isPreferred.size()));
    m_isPreferred[id] = true;
}

RecordId Frontier::takeFrom(const QByteArray &origin)
{
    Line &line = m_lines[origin];
    m_firstWaiting -= line.hasFirst() ? 1 : 0;
    const RecordId id = line.take();
    if (line.isEmpty())
        m_lines.remove(origin);
    else
        m_turns.push_back(origin);
    leave(id);
    return id;
}

void Frontier::addAt(RecordId id, const QByteArray &origin, int depth, Clock::time_point when)
{
    if (!enter(id))
        return;
    // The key's bytes are shared by all that wait for that lane.
    auto count = m_laterOf.find(origin);
    if (count == m_laterOf.end())
        count = m_laterOf.insert(origin, 0);
    ++count.value();
    m_later.emplace(when, Later{depth, id, count.key()});
}

std::optional<RecordId> Frontier::next(Clock::time_point now)
{
    wakeLater(now);
    // A round for the lanes with something that was preferred, then one for all.
    for (const bool onlyFirst : {true, false}) {
        if (onlyFirst && m_firstWaiting == 0)
            continue;
        for (size_t i = 0; i < m_turns.size(); ++i) {
            const QByteArray origin = std::move(m_turns.front());
            m_turns.pop_front();
            const bool isItsTurn = !onlyFirst || m_lines.constFind(origin)->hasFirst();
            if (isItsTurn && m_lanes.takeOrWait(origin, now))
                return takeFrom(origin);
            m_turns.push_back(origin);
        }
    }
    return std::nullopt;
}

std::optional<Clock::time_point> Frontier::nextOpening() const
{
    std::optional<Clock::time_point> soonest;
    const auto consider = [&](Clock::time_point when) {
        soonest = soonest ? std::min(*soonest, when) : when;
    };
    if (!m_later.empty())
        consider(m_later.begin()->first);
    for (const QByteArray &origin : m_turns) {
        if (m_lanes.hasSlot(origin))
            consider(m_lanes.opensAt(origin));
    }
    return soonest;
}

void Frontier::wakeLater(Clock::time_point now)
{
    while (!m_later.empty() && m_later.begin()->first <= now) {
        const Later due = m_later.begin()->second;
        m_later.erase(m_later.begin());
        forget(due);
        put(due.id, due.origin, due.depth);
    }
}

void Frontier::forget(const Later &later)
{
    const auto count = m_laterOf.find(later.origin);
    if (--count.value() == 0)
        m_laterOf.erase(count);
}

std::vector<RecordId> Frontier::takeAll(const QByteArray &origin)
{
    std::vector<RecordId> taken;
    Line line = m_lines.take(origin);
    while (!line.isEmpty()) {
        m_firstWaiting -= line.hasFirst() ? 1 : 0;
        taken.push_back(line.take());
    }
    std::erase(m_turns, origin);
    m_lanes.stopWaiting(origin);
    std::erase_if(m_later, [&](const auto &entry) {
        if (entry.second.origin != origin)
            return false;
        taken.push_back(entry.second.id);
        forget(entry.second);
        return true;
    });
    for (const RecordId id : taken)
        leave(id);
    return taken;
}

std::vector<LaneReport> Frontier::report(Clock::time_point now) const
{
    std::vector<LaneReport> reports;
    QSet<QByteArray> named;
    const auto tell = [&](const QByteArray &origin) {
        if (reports.size() == mostReports || named.contains(origin))
            return;
        named.insert(origin);
        LaneReport &report = reports.emplace_back(m_lanes.report(origin, now));
        const auto line = m_lines.constFind(origin);
        report.waiting = (line == m_lines.cend() ? 0 : int(line->size())) + m_laterOf.value(origin);
    };
    for (const QByteArray &origin : m_lanes.busy(now, mostReports))
        tell(origin);
    // Not through all of thousands of lanes, many times a second.
    for (size_t i = 0; i < std::min(m_turns.size(), mostReports); ++i)
        tell(m_turns[i]);
    for (const auto &[when, later] : m_later) {
        if (reports.size() == mostReports)
            break;
        tell(later.origin);
    }
    return reports;
}

} // namespace gleaner
