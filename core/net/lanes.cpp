// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/lanes.h"

#include <algorithm>

namespace gleaner
{

bool Lanes::isFree(const QByteArray &origin, Clock::time_point now) const
{
    const auto lane = m_lanes.constFind(origin);
    return lane == m_lanes.cend() || (lane->active < m_slots && lane->notBefore <= now);
}

Clock::time_point Lanes::opensAt(const QByteArray &origin) const
{
    return m_lanes.value(origin).notBefore;
}

bool Lanes::hasSlot(const QByteArray &origin) const
{
    return m_lanes.value(origin).active < m_slots;
}

void Lanes::take(const QByteArray &origin, Clock::time_point now)
{
    Lane &lane = m_lanes[origin];
    ++lane.active;
    lane.notBefore = std::max(lane.notBefore, now + std::max(m_delay, lane.delay));
}

void Lanes::release(const QByteArray &origin)
{
    --m_lanes[origin].active;
}

void Lanes::slowDown(const QByteArray &origin, std::chrono::milliseconds delay)
{
    m_lanes[origin].delay = delay;
}

void Lanes::park(const QByteArray &origin, Clock::time_point until)
{
    Lane &lane = m_lanes[origin];
    lane.notBefore = std::max(lane.notBefore, until);
}

} // namespace gleaner
