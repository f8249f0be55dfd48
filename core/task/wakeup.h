// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace gleaner
{

/// A bell for one task: ring() wakes the task that awaits it, or the next one that does.
///
/// Ringing twice before anyone awaits counts once; so a loop that awaits the bell and then looks
/// at what has changed misses nothing. One thread, one awaiter at a time.
class Wakeup
{
public:
    Wakeup() = default;
    Q_DISABLE_COPY_MOVE(Wakeup)

    void ring()
    {
        m_rung = true;
        if (m_waiter)
            m_waiter->m_point.post();
    }

    class Awaiter
    {
    public:
        explicit Awaiter(Wakeup &wakeup)
            : m_wakeup(wakeup)
        {
        }
        ~Awaiter()
        {
            if (m_wakeup.m_waiter == this)
                m_wakeup.m_waiter = nullptr;
        }
        Q_DISABLE_COPY_MOVE(Awaiter)

        bool await_ready() const { return m_wakeup.m_rung; }
        template <typename Promise>
        void await_suspend(std::coroutine_handle<Promise> frame)
        {
            Q_ASSERT_X(!m_wakeup.m_waiter, "Wakeup", "two tasks await one bell");
            m_point.arm(*frame.promise().root, frame);
            m_wakeup.m_waiter = this;
        }
        void await_resume()
        {
            m_wakeup.m_rung = false;
            m_wakeup.m_waiter = nullptr;
        }

    private:
        friend class Wakeup;
        Wakeup &m_wakeup;
        ResumePoint m_point;
    };
    Awaiter operator co_await() { return Awaiter(*this); }

private:
    Awaiter *m_waiter = nullptr;
    bool m_rung = false;
};

} // namespace gleaner
