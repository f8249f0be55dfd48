// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ratelimit.h"

#include <algorithm>
#include <limits>

namespace gleaner
{

namespace
{

using namespace std::chrono_literals;

constexpr qint64 smallestPiece = 512;
constexpr qint64 largestPiece = 64 * 1024;
constexpr qint64 smallestBuffer = 16 * 1024;
constexpr qint64 largestBuffer = 1024 * 1024;
/// What was not used is kept for so long: enough for a late timer, too little for a burst.
constexpr double secondsKept = 0.1;
/// A wait is looked at again after this, because the rate may have changed.
constexpr std::chrono::milliseconds longestWait = 100ms;

} // namespace

void RateLimit::setRate(std::optional<qint64> rate, Clock::time_point now)
{
    pay(now);
    m_rate = rate;
}

qint64 RateLimit::pieceSize() const
{
    return m_rate ? std::clamp(*m_rate / 100, smallestPiece, largestPiece)
                  : std::numeric_limits<qint64>::max();
}

qint64 RateLimit::bufferSize() const
{
    return m_rate ? std::clamp(*m_rate / 16, smallestBuffer, largestBuffer) : largestBuffer;
}

qint64 RateLimit::reserve(qint64 bytes, Clock::time_point now)
{
    pay(now);
    m_reserved += bytes;
    return m_reserved;
}

std::chrono::milliseconds RateLimit::waitFor(qint64 place, Clock::time_point now)
{
    pay(now);
    if (!m_rate || double(place) <= m_paid)
        return 0ms;
    const double seconds = (double(place) - m_paid) / double(*m_rate);
    if (seconds >= std::chrono::duration<double>(longestWait).count())
        return longestWait;
    return std::chrono::ceil<std::chrono::milliseconds>(std::chrono::duration<double>(seconds));
}

void RateLimit::pay(Clock::time_point now)
{
    if (!m_rate) {
        m_paid = double(m_reserved);
    } else {
        const std::chrono::duration<double> passed = now - m_paidAt.value_or(now);
        m_paid = std::min(m_paid + passed.count() * double(*m_rate),
            double(m_reserved) + secondsKept * double(*m_rate));
    }
    m_paidAt = now;
}

} // namespace gleaner
