// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

#include <QBasicTimer>
#include <QObject>

#include <chrono>

namespace gleaner
{

namespace detail
{

class Sleep : public QObject
{
public:
    explicit Sleep(std::chrono::milliseconds duration);

    bool await_ready() const noexcept { return false; }
    template <typename Promise>
    void await_suspend(std::coroutine_handle<Promise> frame)
    {
        m_point.arm(*frame.promise().root, frame);
        begin();
    }
    void await_resume() const noexcept { }

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void begin();

    std::chrono::milliseconds m_duration;
    QBasicTimer m_timer;
    ResumePoint m_point;
};

} // namespace detail

/// `co_await sleepFor(250ms)`: goes on after that time, on the monotonic clock; after zero or less,
/// in the next turn of the event loop. Exact to a millisecond below two seconds, to 5 % above.
inline detail::Sleep sleepFor(std::chrono::milliseconds duration)
{
    return detail::Sleep(duration);
}

} // namespace gleaner
