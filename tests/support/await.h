// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFuture>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <concepts>

namespace gleaner::test
{

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
/// How much slower a test may be here than in a plain build.
inline constexpr int patienceFactor = 4;
#else
inline constexpr int patienceFactor = 1;
#endif

/// Long enough for anything that works on a busy machine; a failing test pays it, a good one never.
inline constexpr std::chrono::milliseconds longWait = std::chrono::seconds(10) * patienceFactor;

/// Lets the event loop turn until the predicate holds; false when it still does not at the end.
template <std::predicate Predicate>
[[nodiscard]] bool waitFor(Predicate predicate, std::chrono::milliseconds timeout = longWait)
{
    return QTest::qWaitFor(predicate, int(timeout.count()));
}

/// Lets the event loop turn until the future has ended, by whatever end.
template <typename T>
[[nodiscard]] bool waitFor(const QFuture<T> &future, std::chrono::milliseconds timeout = longWait)
{
    return waitFor([&future] { return future.isFinished(); }, timeout);
}

/// Counts how often the event loop of its thread comes round, to prove that something did not hold
/// it up: construct it, let the work go on, look at ticks() and largestGap().
class EventLoopTicker
{
public:
    EventLoopTicker()
    {
        m_sinceTick.start();
        m_timer.callOnTimeout([this] { tick(); });
        m_timer.start(std::chrono::milliseconds(1));
    }

    int ticks() const { return m_ticks; }
    /// The longest time between two ticks, the one that is still going on included.
    std::chrono::milliseconds largestGap() const
    {
        return std::chrono::milliseconds(std::max(m_largestGap, m_sinceTick.elapsed()));
    }

private:
    void tick()
    {
        ++m_ticks;
        m_largestGap = std::max(m_largestGap, m_sinceTick.restart());
    }

    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    int m_ticks = 0;
    qint64 m_largestGap = 0;
};

} // namespace gleaner::test
