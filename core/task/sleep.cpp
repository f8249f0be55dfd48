// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/sleep.h"

#include <algorithm>

namespace gleaner::detail
{

using namespace std::chrono_literals;

Sleep::Sleep(std::chrono::milliseconds duration)
    : m_duration(duration)
{
}

void Sleep::begin()
{
    if (m_duration <= 0ms) {
        m_point.post();
        return;
    }
    const auto type = m_duration < 2s ? Qt::PreciseTimer : Qt::CoarseTimer;
    // Timers count in an int, 24 days: a longer time is slept in parts.
    const auto part = std::min<std::chrono::milliseconds>(m_duration, std::chrono::hours(24 * 20));
    m_duration -= part;
    m_timer.start(int(part.count()), type, this);
}

void Sleep::timerEvent(QTimerEvent *)
{
    m_timer.stop();
    begin();
}

} // namespace gleaner::detail
