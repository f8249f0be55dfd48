// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/laneboard.h"

#include <QByteArray>

#include <chrono>
#include <memory>
#include <vector>

namespace gleaner
{

/// What makes the time between two requests to a host.
enum class LaneDelay : quint8 {
    None,
    Job, ///< a download asks for it
    Host, ///< robots.txt asks for it
    BackOff, ///< our own, after trouble
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
    int busyStatus = 0; ///< with LaneTrouble::Busy: 429 or 503; 0 if it is not known any more
    LaneDelay delayBy = LaneDelay::None;
    std::chrono::milliseconds opensIn{0}; ///< the next request may begin then, if a slot is free
    std::chrono::milliseconds latency{-1}; ///< from request to head, smoothed; -1 unknown
    bool isProven = false; ///< it has answered; before that it has one slot
    bool isGivenUp = false; ///< what waits for it waits for the end of the run
    bool isOthersTurn = false; ///< another download stands before this one in its queue
};

/// The lanes of all hosts, by origin, as one download uses them. Without timers: the caller brings
/// the time.
///
/// Downloads that share a board share what is known of the hosts: their slots, delays and waits.
/// Each has no more slots than its own job allows, counted with those of the others; where several
/// want the same host they take turns. What one of them still has when it goes is given back.
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

    /// Without a board it is the only one.
    Lanes(int slots, std::chrono::milliseconds delay, std::shared_ptr<LaneBoard> board = {});
    Lanes(Lanes &&) noexcept = default;
    Lanes &operator=(Lanes &&) = delete;
    ~Lanes();

    /// Called when it may be this one's turn in a lane that it waits for; from a call of another
    /// one, so no more than a bell is to be rung.
    void setWake(std::function<void()> wake) { m_user->wake = std::move(wake); }

    /// Nobody is before this one, a slot is free, and it is time.
    bool isFree(const QByteArray &origin, Clock::time_point now) const;
    /// When a lane with a free slot opens; the past if it is open.
    Clock::time_point opensAt(const QByteArray &origin) const;
    /// It is this one's turn, and a slot is free.
    bool hasSlot(const QByteArray &origin) const;

    void take(const QByteArray &origin, Clock::time_point now);
    /// Takes it if it is free; otherwise stands in its queue from now on.
    bool takeOrWait(const QByteArray &origin, Clock::time_point now);
    /// It wants nothing there any more, or nowhere: the next one may.
    void stopWaiting(const QByteArray &origin);
    void stopWaiting();
    /// Nothing it has taken is under way any more.
    void releaseAll();
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
    /// As troubled(), and the host says for how long it wants to be left alone; by a status, if
    /// that is known.
    void park(const QByteArray &origin, std::chrono::milliseconds wait, Clock::time_point now,
        Clock::time_point began, int status = 0);
    /// So long it took from a request to its head.
    void measured(const QByteArray &origin, std::chrono::milliseconds latency);

    /// How often in a row it was busy.
    int parksInRow(const QByteArray &origin) const;
    /// It has not answered for so long that waiting for it makes no sense. An answer changes that.
    bool isGivenUp(const QByteArray &origin) const;

    LaneReport report(const QByteArray &origin, Clock::time_point now) const;
    /// Of those it has to do with: where it has something at work, and those in trouble's wait, in
    /// no order.
    std::vector<QByteArray> busy(Clock::time_point now, size_t most) const;

private:
    Lane &lane(const QByteArray &origin);
    const Lane *find(const QByteArray &origin) const;
    int slotsOf(const Lane &lane) const;
    bool isTurn(const Lane &lane) const;
    bool isFree(const Lane &lane, Clock::time_point now) const;
    void wakeNext(const Lane &lane) const;
    void leaveQueue(Lane &lane) const;
    std::chrono::milliseconds longestDelay(const QByteArray &origin) const;
    /// False if it is a trouble that is known already.
    bool begin(Lane &lane, LaneTrouble trouble, Clock::time_point now, Clock::time_point began);

    std::shared_ptr<LaneBoard> m_board;
    std::unique_ptr<LaneUser> m_user;
    int m_slots;
};

} // namespace gleaner
