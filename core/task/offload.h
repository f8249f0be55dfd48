// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/crossing.h"
#include "core/task/task.h"

#include <memory>
#include <type_traits>

namespace gleaner
{

namespace detail
{

/// Awaits a function that runs in another thread. If the awaiting frame dies first the function
/// still runs, and its result is dropped there.
template <typename Function>
class Offload
{
public:
    using Result = std::invoke_result_t<Function>;
    using Submit = std::function<void(std::function<void()>)>;

    Offload(Submit submit, Function function)
        : m_submit(std::move(submit))
        , m_job(std::make_shared<Job>(std::move(function)))
    {
    }
    ~Offload() { m_job->point = nullptr; }
    Q_DISABLE_COPY_MOVE(Offload)

    bool await_ready() const noexcept { return false; }
    template <typename Promise>
    void await_suspend(std::coroutine_handle<Promise> frame)
    {
        TaskRoot &root = *frame.promise().root;
        m_point.arm(root, frame);
        m_job->point = &m_point;
        m_submit([job = m_job, door = root.resumer().door()] {
            job->run();
            door.post([job] {
                if (job->point)
                    job->point->post();
            });
        });
    }
    Result await_resume() { return m_job->outcome.take(); }

private:
    struct Job {
        explicit Job(Function work)
            : function(std::move(work))
        {
        }
        void run()
        {
            try {
                if constexpr (std::is_void_v<Result>) {
                    function();
                    outcome.setValue({});
                } else {
                    outcome.setValue(function());
                }
            } catch (...) {
                outcome.setException(std::current_exception());
            }
        }
        Function function;
        Outcome<Result> outcome;
        ResumePoint *point = nullptr; ///< the awaiting thread's alone
    };

    Submit m_submit;
    std::shared_ptr<Job> m_job;
    ResumePoint m_point;
};

} // namespace detail

/// `co_await runOnPool(pool, function)`: its result, computed by a thread of the pool. Name the
/// function first: a lambda written inside the statement is destroyed twice by GCC 12.
template <typename Function>
detail::Offload<Function> runOnPool(QThreadPool &pool, Function function)
{
    return detail::Offload<Function>(
        [&pool](std::function<void()> work) { startOnPool(pool, std::move(work)); },
        std::move(function));
}

/// `co_await runIn(thread.door(), function)`: its result, computed in that thread, after
/// everything posted to it before. TaskCancelled would never come if the thread were gone: the
/// thread outlives its users.
template <typename Function>
detail::Offload<Function> runIn(const Door &door, Function function)
{
    return detail::Offload<Function>(
        [door](std::function<void()> work) { door.post(std::move(work)); }, std::move(function));
}

} // namespace gleaner
