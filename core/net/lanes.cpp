// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/lanes.h"

#include <algorithm>
#include <utility>

namespace gleaner
{

using namespace std::chrono_literals;

Lanes::Lanes(int slots, std::chrono::milliseconds delay, std::shared_ptr<LaneBoard> board)
    : m_board(board ? std::move(board) : std::make_shared<LaneBoard>())
    , m_user(std::make_unique<LaneUser>())
    , m_slots(slots)
{
    m_user->delay = delay;
    m_board->users.push_back(m_user.get());
}

Lanes::~Lanes()
{
    // What was moved from has neither.
    if (!m_board)
        return;
    releaseAll();
    std::erase(m_board->users, m_user.get());
    for (auto own = m_user->taken.cbegin(); own != m_user->taken.cend(); ++own) {
        const auto lane = m_board->lanes.find(own.key());
        if (--lane->users > 0) {
            lane->delay = longestDelay(own.key());
            continue;
        }
        // Who comes next begins anew, but for a wait that the host has asked for.
        const bool isBusy = lane->trouble == LaneTrouble::Busy
            || (lane->parkedBy == LaneTrouble::Busy && lane->parkedUntil > Clock::now());
        if (!isBusy) {
            m_board->lanes.erase(lane);
            continue;
        }
        Lane parked;
        parked.slots = lane->slots;
        parked.trouble = parked.parkedBy = LaneTrouble::Busy;
        parked.notBefore = parked.parkedUntil = lane->parkedUntil;
        *lane = parked;
    }
}

std::chrono::milliseconds Lanes::longestDelay(const QByteArray &origin) const
{
    std::chrono::milliseconds longest = 0ms;
    for (const LaneUser *user : m_board->users) {
        if (user->taken.contains(origin))
            longest = std::max(longest, user->delay);
    }
    return longest;
}

Lane &Lanes::lane(const QByteArray &origin)
{
    Lane &lane = m_board->lanes[origin];
    if (!m_user->taken.contains(origin)) {
        m_user->taken.insert(origin, 0);
        ++lane.users;
        lane.delay = std::max(lane.delay, m_user->delay);
    }
    if (lane.trouble == LaneTrouble::None || lane.slots == 0)
        lane.slots = std::max(lane.slots, m_slots);
    return lane;
}

const Lane *Lanes::find(const QByteArray &origin) const
{
    const auto lane = m_board->lanes.constFind(origin);
    return lane == m_board->lanes.cend() ? nullptr : &*lane;
}

int Lanes::slotsOf(const Lane &lane) const
{
    return lane.isProven ? std::min(lane.slots, m_slots) : 1;
}

bool Lanes::isTurn(const Lane &lane) const
{
    return lane.queue.empty() || lane.queue.front() == m_user.get();
}

bool Lanes::isFree(const Lane &lane, Clock::time_point now) const
{
    return isTurn(lane) && lane.active < slotsOf(lane) && lane.notBefore <= now;
}

bool Lanes::isFree(const QByteArray &origin, Clock::time_point now) const
{
    const Lane *lane = find(origin);
    return !lane || isFree(*lane, now);
}

Clock::time_point Lanes::opensAt(const QByteArray &origin) const
{
    const Lane *lane = find(origin);
    return lane ? lane->notBefore : Clock::time_point();
}

bool Lanes::hasSlot(const QByteArray &origin) const
{
    const Lane *lane = find(origin);
    return !lane || (isTurn(*lane) && lane->active < slotsOf(*lane));
}

void Lanes::take(const QByteArray &origin, Clock::time_point now)
{
    Lane &taken = lane(origin);
    ++taken.active;
    ++m_user->taken[origin];
    const auto delay = std::max({taken.delay, taken.askedDelay, taken.backOff});
    taken.notBefore = std::max(taken.notBefore, now + delay);
    if (m_user->waitsFor.remove(origin))
        leaveQueue(taken);
}

bool Lanes::takeOrWait(const QByteArray &origin, Clock::time_point now)
{
    const auto wanted = m_board->lanes.find(origin);
    if (wanted == m_board->lanes.end() || isFree(*wanted, now)) {
        take(origin, now);
        return true;
    }
    // Alone it is always its turn.
    if (m_board->users.size() > 1 && !m_user->waitsFor.contains(origin)) {
        m_user->waitsFor.insert(origin);
        lane(origin).queue.push_back(m_user.get());
    }
    return false;
}

void Lanes::wakeNext(const Lane &lane) const
{
    if (lane.queue.empty() || lane.queue.front() == m_user.get())
        return;
    if (const auto &wake = lane.queue.front()->wake)
        wake();
}

void Lanes::leaveQueue(Lane &lane) const
{
    std::erase(lane.queue, m_user.get());
    wakeNext(lane);
}

void Lanes::stopWaiting(const QByteArray &origin)
{
    if (m_user->waitsFor.remove(origin))
        leaveQueue(lane(origin));
}

void Lanes::stopWaiting()
{
    for (const QByteArray &origin : std::exchange(m_user->waitsFor, {}))
        leaveQueue(lane(origin));
}

bool Lanes::mayBegin(const QByteArray &origin, Clock::time_point now)
{
    Lane &taken = lane(origin);
    const auto delay = std::max({taken.delay, taken.askedDelay, taken.backOff});
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
    Lane &released = lane(origin);
    --released.active;
    --m_user->taken[origin];
    wakeNext(released);
}

void Lanes::releaseAll()
{
    stopWaiting();
    for (auto own = m_user->taken.begin(); own != m_user->taken.end(); ++own) {
        Lane &released = m_board->lanes[own.key()];
        released.active -= std::exchange(own.value(), 0);
        wakeNext(released);
    }
}

LaneReport Lanes::report(const QByteArray &origin, Clock::time_point now) const
{
    LaneReport report;
    report.origin = origin;
    report.slots = 1;
    const Lane *lane = find(origin);
    if (!lane)
        return report;
    report.slots = slotsOf(*lane);
    report.active = lane->active;
    report.delay = std::max({lane->delay, lane->askedDelay, lane->backOff});
    report.why = lane->trouble;
    if (lane->parkedUntil > now) {
        report.parkedFor = std::chrono::ceil<std::chrono::milliseconds>(lane->parkedUntil - now);
        report.why = lane->parkedBy;
    }
    report.busyStatus = lane->busyStatus;
    if (report.delay > 0ms)
        report.delayBy = report.delay == lane->backOff ? LaneDelay::BackOff
            : report.delay == lane->askedDelay         ? LaneDelay::Host
                                                       : LaneDelay::Job;
    if (lane->notBefore > now)
        report.opensIn = std::chrono::ceil<std::chrono::milliseconds>(lane->notBefore - now);
    report.latency = lane->latency;
    report.isProven = lane->isProven;
    report.isGivenUp = lane->isGivenUp;
    report.isOthersTurn = !isTurn(*lane);
    return report;
}

std::vector<QByteArray> Lanes::busy(Clock::time_point now, size_t most) const
{
    std::vector<QByteArray> origins;
    const auto &taken = m_user->taken;
    for (auto own = taken.cbegin(); own != taken.cend() && origins.size() < most; ++own) {
        if (own.value() > 0 || find(own.key())->parkedUntil > now)
            origins.push_back(own.key());
    }
    return origins;
}

} // namespace gleaner
