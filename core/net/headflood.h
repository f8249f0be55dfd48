// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include <chrono>

namespace gleaner
{

/// Notices a head without an end, which Qt 6.4 keeps in memory byte by byte, as fast as it comes
/// and unseen from above, until the deadline for heads.
///
/// The kernel counts what every connection of this process has received. What the bodies that were
/// read do not account for must be heads: when that is more than `most` while heads are waited for,
/// one of those is no head. One for all fetchers of the program, crawl thread; only on Linux does
/// it see anything.
class HeadFlood
{
public:
    using Clock = std::chrono::steady_clock;

    /// Far more than all heads and all that Qt may hold of 64 bodies at a time.
    static constexpr qint64 most = 96 * 1024 * 1024;
    /// Only heads that take longer than this are looked at, so almost never anything.
    static constexpr std::chrono::milliseconds suspiciousAfter{1000};

    /// Bytes of a body have been read, or thrown away.
    void countBody(qint64 bytes) { m_bodies += bytes; }

    /// For a request that has waited so long for its head: is there a flood, or was there one a
    /// moment ago?
    bool isSeen(Clock::time_point now);

private:
    void look(Clock::time_point now);

    struct Connection {
        quint32 ports = 0; ///< ours and the peer's: a descriptor is used again
        quint64 received = 0;
    };
    QHash<int, Connection> m_connections; ///< by descriptor
    qint64 m_bodies = 0; ///< since the last look
    qint64 m_unexplained = 0;
    Clock::time_point m_lookedAt;
    Clock::time_point m_seenAt;
};

} // namespace gleaner
