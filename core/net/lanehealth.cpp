// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/lanes.h"

#include "core/net/retry.h"

#include <algorithm>

// What the answers of a host, and their absence, do to its lane.

namespace gleaner
{

namespace
{

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds firstBackOff = 250ms;
constexpr std::chrono::milliseconds longestBackOff = 15s;

void leaveAlone(Lane &lane, Clock::time_point until, LaneTrouble trouble)
{
    if (until <= lane.parkedUntil)
        return;
    lane.parkedUntil = until;
    lane.parkedBy = trouble;
    lane.notBefore = std::max(lane.notBefore, until);
}

} // namespace

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
    if (healthy.trouble != LaneTrouble::None) {
        healthy.backOff = healthy.backOff > firstBackOff ? healthy.backOff / 2 : 0ms;
        healthy.slots = std::max(healthy.slots, std::min(healthy.slots + 1, m_slots));
        if (healthy.slots >= m_slots && healthy.backOff == 0ms)
            healthy.trouble = LaneTrouble::None;
    }
    wakeNext(healthy);
}

void Lanes::troubled(
    const QByteArray &origin, LaneTrouble trouble, Clock::time_point now, Clock::time_point began)
{
    Lane &failing = lane(origin);
    if (!begin(failing, trouble, now, began))
        return;
    failing.backOff = std::clamp(failing.backOff * 2, firstBackOff, longestBackOff);
    leaveAlone(failing, now + failing.backOff, trouble);
}

void Lanes::measured(const QByteArray &origin, std::chrono::milliseconds latency)
{
    // Three quarters of what was known: one slow answer does not make a slow host.
    Lane &known = lane(origin);
    known.latency = known.latency < 0ms ? latency : (3 * known.latency + latency) / 4;
}

void Lanes::park(const QByteArray &origin, std::chrono::milliseconds wait, Clock::time_point now,
    Clock::time_point began, int status)
{
    Lane &busy = lane(origin);
    busy.busyStatus = status;
    if (begin(busy, LaneTrouble::Busy, now, began)) {
        ++busy.parks;
        busy.parked += wait;
    }
    leaveAlone(busy, now + wait, LaneTrouble::Busy);
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
    const Lane *lane = find(origin);
    return lane ? lane->parks : 0;
}

bool Lanes::isGivenUp(const QByteArray &origin) const
{
    const Lane *lane = find(origin);
    return lane && lane->isGivenUp;
}

} // namespace gleaner
