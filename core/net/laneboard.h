// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <chrono>
#include <functional>
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

/// A download among those that share a board.
struct LaneUser {
    std::chrono::milliseconds delay{0}; ///< between two requests to one host, by its job
    std::function<void()> wake; ///< it may be its turn in a lane that it waits for
    QHash<QByteArray, int> taken; ///< slots it holds, by origin; 0 where it once had one
    QSet<QByteArray> waitsFor; ///< in these lanes' queues
};

/// What one host may be asked at a time, by all downloads together.
struct Lane {
    int active = 0;
    int slots = 0; ///< once the host has answered; up to the job's
    bool isProven = false; ///< the last thing heard of it was an answer
    std::chrono::milliseconds delay{0}; ///< the longest of its users' jobs
    std::chrono::milliseconds askedDelay{0}; ///< by the host, beyond the jobs'
    std::chrono::milliseconds backOff{0}; ///< our own, after trouble
    Clock::time_point notBefore; ///< by the delay between requests, or because of trouble
    Clock::time_point parkedUntil; ///< because of trouble
    LaneTrouble parkedBy = LaneTrouble::None; ///< of which, whatever is answered meanwhile
    std::optional<Clock::time_point> lastBegan; ///< of its requests
    Clock::time_point lastTrouble;
    LaneTrouble trouble = LaneTrouble::None; ///< until it has all its slots again
    int troubles = 0; ///< without an answer between them
    int parks = 0; ///< of these, by 429 and 503
    int busyStatus = 0; ///< the last of these statuses; 0 if it is not known
    std::chrono::milliseconds parked{0}; ///< the sum of the waits for these
    bool isGivenUp = false;
    std::chrono::milliseconds latency{-1}; ///< from request to head, smoothed; -1 unknown
    int users = 0; ///< downloads that have to do with it
    /// Who would ask the host and had to wait, whose turn it is first. So none of them starves.
    std::vector<LaneUser *> queue;
};

/// The lanes of all hosts, by origin: what the downloads of one program know of the hosts together.
/// Each of them acts on it through its own Lanes. A value of the crawl thread.
struct LaneBoard {
    QHash<QByteArray, Lane> lanes;
    std::vector<LaneUser *> users; ///< the downloads at this board
};

} // namespace gleaner
