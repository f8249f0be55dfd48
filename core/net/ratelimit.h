// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <optional>

namespace gleaner
{

/// How many body bytes a second all transfers of a crawl may have between them.
///
/// A queue of bytes rather than of transfers: each piece that was read reserves its place, and may
/// go on when the rate has paid for all that came before and for itself. So every transfer gets
/// its turn, the sum is exact, and a new rate holds for those who wait already. A value without
/// timers; the caller brings the time, which must not go back. One per crawl, crawl thread.
class RateLimit
{
public:
    using Clock = std::chrono::steady_clock;

    /// Bytes per second, at least 1; nothing is no limit.
    explicit RateLimit(std::optional<qint64> rate = {})
        : m_rate(rate)
    {
    }

    void setRate(std::optional<qint64> rate, Clock::time_point now);
    std::optional<qint64> rate() const { return m_rate; }

    /// How much to read at once: what the rate allows in about 10 ms, so that many can take turns.
    qint64 pieceSize() const;
    /// How much a connection may hold for us: less for a low rate, or it would be on the wire long
    /// before it counts.
    qint64 bufferSize() const;

    /// The place of so many bytes in the queue, for waitFor().
    qint64 reserve(qint64 bytes, Clock::time_point now);
    /// How long that place still has to wait; 0 when it is paid for.
    std::chrono::milliseconds waitFor(qint64 place, Clock::time_point now);

private:
    void pay(Clock::time_point now);

    std::optional<qint64> m_rate;
    qint64 m_reserved = 0; ///< bytes, since the beginning
    double m_paid = 0; ///< bytes, since the beginning
    std::optional<Clock::time_point> m_paidAt;
};

} // namespace gleaner
