// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/frontier.h"

#include <QSet>

#include <algorithm>

namespace gleaner
{

namespace
{

/// A window shows no more at once, and 25 batches a second stay cheap.
constexpr size_t mostReports = 200;

} // namespace

void Frontier::add(RecordId id, const QByteArray &origin, int depth)
{
    ++m_waiting;
    Line &line = m_lines[origin];
    if (line.empty())
        m_turns.push_back(origin);
    line.push({depth, m_order++, id});
}

void Frontier::addAt(RecordId id, const QByteArray &origin, int depth, Clock::time_point when)
{
    ++m_waiting;
    m_later.emplace(when, Later{depth, id, origin});
    ++m_laterOf[origin];
}

std::optional<RecordId> Frontier::next(Clock::time_point now)
{
    wakeLater(now);
    for (size_t i = 0; i < m_turns.size(); ++i) {
        const QByteArray origin = std::move(m_turns.front());
        m_turns.pop_front();
        if (!m_lanes.isFree(origin, now)) {
            m_turns.push_back(origin);
            continue;
        }
        Line &line = m_lines[origin];
        const RecordId id = line.top().id;
        line.pop();
        if (line.empty())
            m_lines.remove(origin);
        else
            m_turns.push_back(origin);
        --m_waiting;
        m_lanes.take(origin, now);
        return id;
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
        add(due.id, due.origin, due.depth);
    }
}

void Frontier::forget(const Later &later)
{
    --m_waiting;
    const auto count = m_laterOf.find(later.origin);
    if (--count.value() == 0)
        m_laterOf.erase(count);
}

std::vector<RecordId> Frontier::takeAll(const QByteArray &origin)
{
    std::vector<RecordId> taken;
    Line line = m_lines.take(origin);
    for (; !line.empty(); line.pop(), --m_waiting)
        taken.push_back(line.top().id);
    std::erase(m_turns, origin);
    std::erase_if(m_later, [&](const auto &entry) {
        if (entry.second.origin != origin)
            return false;
        taken.push_back(entry.second.id);
        forget(entry.second);
        return true;
    });
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
