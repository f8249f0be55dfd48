// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <optional>
#include <vector>

namespace gleaner
{

using Clock = std::chrono::steady_clock;

/// What holds a host's lane back.
enum class LaneTrouble : quint8 {
    None,
    Busy, ///< it answered 429 or 503 and is left alone for a while
    Late, ///< requests to it time out
    Unreachable, ///< no connection, or one that breaks before an answer
    Offline, ///< this machine has no network: all lanes stand
};

/// One lane as it is now, for whoever looks on.
struct LaneReport {
    QByteArray origin;
    int slots = 0; ///< requests that it may have at a time now
    int active = 0; ///< requests that it has
    int waiting = 0; ///< addresses
    std::chrono::milliseconds delay{0}; ///< between two requests
    std::chrono::milliseconds parkedFor{0}; ///< nothing is asked for until then
    LaneTrouble why = LaneTrouble::None;
};

/// What one host may be asked at a time.
struct Lane {
    int active = 0;
    int slots = 0; ///< once the host has answered; up to the job's
    bool isProven = false; ///< the last thing heard of it was an answer
    std::chrono::milliseconds askedDelay{0}; ///< by the host, beyond the job's
    std::chrono::milliseconds backOff{0}; ///< our own, after trouble
    Clock::time_point notBefore; ///< by the delay between requests, or because of trouble
    Clock::time_point parkedUntil; ///< because of trouble
    std::optional<Clock::time_point> lastBegan; ///< of its requests
    Clock::time_point lastTrouble;
    LaneTrouble trouble = LaneTrouble::None; ///< until it has all its slots again
    int troubles = 0; ///< without an answer between them
    int parks = 0; ///< of these, by 429 and 503
    std::chrono::milliseconds parked{0}; ///< the sum of the waits for these
    bool isGivenUp = false;
};

/// The lanes of all hosts, by origin. A value without timers: the caller brings the time.
///
/// A host that has not answered yet gets one request; the others follow its answer. Trouble halves
/// the slots, makes the host prove itself with one request again, and lets time pass before that:
/// 1/4 s, doubled up to 15 s. Each answer gives a slot back and halves that time. What a request
/// that was on its way already says about the same trouble does not count again.
class Lanes
{
public:
    /// So many troubles in a row, and the lane is given up. The waits for a busy host may also not
    /// add up to more than longestRetryAfter.
    static constexpr int mostTroubles = 10;

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
    /// What was taken has had to wait for a worker, and would be sent now. False if by now the lane
    /// is shut, or the one before was sent too short a while ago; it is then to be taken again.
    bool mayBegin(const QByteArray &origin, Clock::time_point now);
    void release(const QByteArray &origin);
    /// This host wants more time between two requests than the job gives.
    void slowDown(const QByteArray &origin, std::chrono::milliseconds delay);

    /// A head came from this host that did not ask for a pause.
    void answered(const QByteArray &origin);
    /// A request failed that had begun at that time.
    void troubled(const QByteArray &origin, LaneTrouble trouble, Clock::time_point now,
        Clock::time_point began);
    /// As troubled(), and the host says for how long it wants to be left alone.
    void park(const QByteArray &origin, std::chrono::milliseconds wait, Clock::time_point now,
        Clock::time_point began);

    /// How often in a row it was busy.
    int parksInRow(const QByteArray &origin) const;
    /// It has not answered for so long that waiting for it makes no sense. An answer changes that.
    bool isGivenUp(const QByteArray &origin) const;

    LaneReport report(const QByteArray &origin, Clock::time_point now) const;
    /// Those with something at work or in trouble's wait, in no order.
    std::vector<QByteArray> busy(Clock::time_point now, size_t most) const;

private:
    Lane &lane(const QByteArray &origin);
    int slotsOf(const Lane &lane) const { return lane.isProven ? lane.slots : 1; }
    /// False if it is a trouble that is known already.
    bool begin(Lane &lane, LaneTrouble trouble, Clock::time_point now, Clock::time_point began);

    QHash<QByteArray, Lane> m_lanes;
    int m_slots;
    std::chrono::milliseconds m_delay;
};

} // namespace gleaner
