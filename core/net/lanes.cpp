// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/lanes.h"

#include "core/net/retry.h"

#include <algorithm>

namespace gleaner
{

namespace
{

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds firstBackOff = 250ms;
constexpr std::chrono::milliseconds longestBackOff = 15s;

} // namespace

Lane &Lanes::lane(const QByteArray &origin)
{
    Lane &lane = m_lanes[origin];
    if (lane.slots == 0)
        lane.slots = m_slots;
    return lane;
}

bool Lanes::isFree(const QByteArray &origin, Clock::time_point now) const
{
    const auto lane = m_lanes.constFind(origin);
    return lane == m_lanes.cend() || (lane->active < slotsOf(*lane) && lane->notBefore <= now);
}

Clock::time_point Lanes::opensAt(const QByteArray &origin) const
{
    const auto lane = m_lanes.constFind(origin);
    return lane == m_lanes.cend() ? Clock::time_point() : lane->notBefore;
}

bool Lanes::hasSlot(const QByteArray &origin) const
{
    const auto lane = m_lanes.constFind(origin);
    return lane == m_lanes.cend() || lane->active < slotsOf(*lane);
}

void Lanes::take(const QByteArray &origin, Clock::time_point now)
{
    Lane &taken = lane(origin);
    ++taken.active;
    const auto delay = std::max({m_delay, taken.askedDelay, taken.backOff});
    taken.notBefore = std::max(taken.notBefore, now + delay);
}

bool Lanes::mayBegin(const QByteArray &origin, Clock::time_point now)
{
    Lane &taken = lane(origin);
    const auto delay = std::max({m_delay, taken.askedDelay, taken.backOff});
    auto opens = taken.parkedUntil;
    if (taken.lastBegan)
        opens = std::max(opens, *taken.lastBegan + delay);
    const bool mayBegin = opens <= now;
    if (mayBegin)
        taken.lastBegan = now;
    taken.notBefore = std::max(taken.notBefore, mayBegin ? now + delay : opens);
    return mayBegin;
}

void Lanes::release(const QByteArray &origin)
{
    --lane(origin).active;
}

void Lanes::slowDown(const QByteArray &origin, std::chrono::milliseconds delay)
{
    Lane &slow = lane(origin);
    slow.askedDelay = delay;
    if (slow.lastBegan)
        slow.notBefore = std::max(slow.notBefore, *slow.lastBegan + delay);
}

void Lanes::answered(const QByteArray &origin)
{
    Lane &healthy = lane(origin);
    healthy.isProven = true;
    healthy.isGivenUp = false;
    healthy.troubles = healthy.parks = 0;
    healthy.parked = 0ms;
    if (healthy.trouble == LaneTrouble::None)
        return;
    healthy.backOff = healthy.backOff > firstBackOff ? healthy.backOff / 2 : 0ms;
    healthy.slots = std::min(healthy.slots + 1, m_slots);
    if (healthy.slots == m_slots && healthy.backOff == 0ms)
        healthy.trouble = LaneTrouble::None;
}

void Lanes::troubled(
    const QByteArray &origin, LaneTrouble trouble, Clock::time_point now, Clock::time_point began)
{
    Lane &failing = lane(origin);
    if (!begin(failing, trouble, now, began))
        return;
    failing.backOff = std::clamp(failing.backOff * 2, firstBackOff, longestBackOff);
    failing.parkedUntil = std::max(failing.parkedUntil, now + failing.backOff);
    failing.notBefore = std::max(failing.notBefore, failing.parkedUntil);
}

void Lanes::park(const QByteArray &origin, std::chrono::milliseconds wait, Clock::time_point now,
    Clock::time_point began)
{
    Lane &busy = lane(origin);
    if (begin(busy, LaneTrouble::Busy, now, began)) {
        ++busy.parks;
        busy.parked += wait;
    }
    busy.parkedUntil = std::max(busy.parkedUntil, now + wait);
    busy.notBefore = std::max(busy.notBefore, busy.parkedUntil);
}

bool Lanes::begin(Lane &lane, LaneTrouble trouble, Clock::time_point now, Clock::time_point began)
{
    if (began < lane.lastTrouble)
        return false;
    lane.lastTrouble = now;
    lane.trouble = trouble;
    lane.isProven = false;
    lane.slots = std::max(1, lane.slots / 2);
    ++lane.troubles;
    lane.isGivenUp = lane.troubles >= mostTroubles || lane.parked >= longestRetryAfter;
    return true;
}

int Lanes::parksInRow(const QByteArray &origin) const
{
    const auto lane = m_lanes.constFind(origin);
    return lane == m_lanes.cend() ? 0 : lane->parks;
}

bool Lanes::isGivenUp(const QByteArray &origin) const
{
    const auto lane = m_lanes.constFind(origin);
    return lane != m_lanes.cend() && lane->isGivenUp;
}

LaneReport Lanes::report(const QByteArray &origin, Clock::time_point now) const
{
    LaneReport report;
    report.origin = origin;
    report.slots = 1;
    const auto lane = m_lanes.constFind(origin);
    if (lane == m_lanes.cend())
        return report;
    report.slots = slotsOf(*lane);
    report.active = lane->active;
    report.delay = std::max({m_delay, lane->askedDelay, lane->backOff});
    if (lane->parkedUntil > now)
        report.parkedFor = std::chrono::ceil<std::chrono::milliseconds>(lane->parkedUntil - now);
    report.why = lane->trouble;
    return report;
}

std::vector<QByteArray> Lanes::busy(Clock::time_point now, size_t most) const
{
    std::vector<QByteArray> origins;
    for (auto lane = m_lanes.cbegin(); lane != m_lanes.cend() && origins.size() < most; ++lane) {
        if (lane->active > 0 || lane->parkedUntil > now)
            origins.push_back(lane.key());
    }
    return origins;
}

} // namespace gleaner
