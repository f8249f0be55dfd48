// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/frontier.h"

#include <algorithm>

namespace gleaner
{

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
    m_later.push({when, depth, id, origin});
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
        consider(m_later.top().when);
    for (const QByteArray &origin : m_turns) {
        if (m_lanes.hasSlot(origin))
            consider(m_lanes.opensAt(origin));
    }
    return soonest;
}

void Frontier::wakeLater(Clock::time_point now)
{
    while (!m_later.empty() && m_later.top().when <= now) {
        const Later due = m_later.top();
        m_later.pop();
        --m_waiting;
        add(due.id, due.origin, due.depth);
    }
}

} // namespace gleaner
