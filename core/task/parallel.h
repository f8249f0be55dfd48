// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

#include <vector>

namespace gleaner
{

namespace detail
{

/// The children of one runInParallel(), and the awaiter of their end. Lives in its frame.
template <typename T>
class Parallel
{
public:
    explicit Parallel(std::vector<Task<T>> tasks)
        : m_tasks(std::move(tasks))
    {
    }

    bool await_ready() const noexcept { return m_tasks.empty(); }
    template <typename Promise>
    void await_suspend(std::coroutine_handle<Promise> frame)
    {
        TaskRoot &root = *frame.promise().root;
        m_point.arm(root, frame);
        m_unfinished = m_tasks.size();
        m_children.reserve(m_tasks.size());
        for (Task<T> &task : m_tasks)
            m_children.push_back(std::make_unique<Child>(*this, root, std::move(task)));
    }
    void await_resume()
    {
        if (m_failure)
            std::rethrow_exception(m_failure);
    }

    std::vector<std::unique_ptr<TaskRoot>>::size_type size() const { return m_children.size(); }
    T take(size_t index) { return m_children[index]->task.outcome().take(); }

private:
    struct Child : TaskRoot {
        Child(Parallel &parallel, TaskRoot &parent, Task<T> owned)
            : TaskRoot(&parent)
            , m_parallel(parallel)
            , task(std::move(owned))
        {
            task.beginAt(m_start, *this);
        }
        void onEnded() override { m_parallel.onChildEnded(*this); }

    private:
        Parallel &m_parallel;
        ResumePoint m_start;

    public:
        Task<T> task;
    };

    void onChildEnded(Child &child)
    {
        --m_unfinished;
        if (const auto thrown = child.task.outcome().exception()) {
            m_failure = thrown;
            m_children.clear();
            m_point.post();
        } else if (m_unfinished == 0) {
            m_point.post();
        }
    }

    std::vector<Task<T>> m_tasks;
    std::exception_ptr m_failure;
    ResumePoint m_point;
    size_t m_unfinished = 0;
    std::vector<std::unique_ptr<Child>> m_children;
};

} // namespace detail

/// Runs all tasks at once and ends when the last one has. The first that throws cancels the
/// others; what it threw is rethrown. The results stand in the order of the tasks.
template <typename T>
Task<std::vector<T>> runInParallel(std::vector<Task<T>> tasks)
{
    detail::Parallel<T> parallel(std::move(tasks));
    co_await parallel;
    std::vector<T> results;
    results.reserve(parallel.size());
    for (size_t i = 0; i < parallel.size(); ++i)
        results.push_back(parallel.take(i));
    co_return results;
}

inline Task<void> runInParallel(std::vector<Task<void>> tasks)
{
    detail::Parallel<void> parallel(std::move(tasks));
    co_await parallel;
}

} // namespace gleaner
