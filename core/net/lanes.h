// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <chrono>

namespace gleaner
{

using Clock = std::chrono::steady_clock;

/// What one host may be asked at a time.
struct Lane {
    int active = 0;
    std::chrono::milliseconds delay{0}; ///< asked for by the host, beyond the job's
    Clock::time_point notBefore; ///< by the delay between requests, or because the host asked
};

/// The lanes of all hosts, by origin. A value without timers: the caller brings the time.
class Lanes
{
public:
    Lanes(int slots, std::chrono::milliseconds delay)
        : m_slots(slots)
        , m_delay(delay)
    {
    }

    bool isFree(const QByteArray &origin, Clock::time_point now) const;
    /// When a lane with a free slot opens; the past if it is open.
    Clock::time_point opensAt(const QByteArray &origin) const;
    bool hasSlot(const QByteArray &origin) const;

    void take(const QByteArray &origin, Clock::time_point now);
    void release(const QByteArray &origin);
    /// This host wants more time between two requests than the job gives.
    void slowDown(const QByteArray &origin, std::chrono::milliseconds delay);
    /// No request to this host before that time.
    void park(const QByteArray &origin, Clock::time_point until);

private:
    QHash<QByteArray, Lane> m_lanes;
    int m_slots;
    std::chrono::milliseconds m_delay;
};

} // namespace gleaner
