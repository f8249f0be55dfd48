// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/resumer.h"

#include <coroutine>
#include <exception>
#include <utility>
#include <variant>

namespace gleaner
{

/// What is thrown by awaiting something that ended without a result and without an exception.
class TaskCancelled : public std::exception
{
public:
    const char *what() const noexcept override { return "the awaited task was cancelled"; }
};

template <typename T>
class Task;

namespace detail
{

/// void has no value to keep; this stands in for it.
struct Nothing {
};

template <typename T>
using Kept = std::conditional_t<std::is_void_v<T>, Nothing, T>;

/// A frame's result: not there yet, a value, or what it threw.
template <typename T>
class Outcome
{
public:
    void setValue(Kept<T> value) { m_value.template emplace<1>(std::move(value)); }
    void setException(std::exception_ptr exception) { m_value.template emplace<2>(exception); }
    bool isValue() const { return m_value.index() == 1; }
    std::exception_ptr exception() const
    {
        return m_value.index() == 2 ? std::get<2>(m_value) : nullptr;
    }
    /// The value, or throws; once.
    T take()
    {
        if (const auto thrown = exception())
            std::rethrow_exception(thrown);
        if (!isValue())
            throw TaskCancelled();
        if constexpr (!std::is_void_v<T>)
            return std::move(std::get<1>(m_value));
    }

private:
    std::variant<std::monostate, Kept<T>, std::exception_ptr> m_value;
};

struct PromiseBase {
    TaskRoot *root = nullptr;
    std::coroutine_handle<> parent;

    struct AtEnd {
        bool await_ready() noexcept { return false; }
        template <typename Promise>
        void await_suspend(std::coroutine_handle<Promise> self) noexcept
        {
            PromiseBase &promise = self.promise();
            if (promise.parent)
                promise.root->continueWith(promise.parent);
            else
                promise.root->end();
        }
        void await_resume() noexcept { }
    };

    std::suspend_always initial_suspend() noexcept { return {}; }
    AtEnd final_suspend() noexcept { return {}; }
};

template <typename T>
struct Promise : PromiseBase {
    Outcome<T> outcome;

    Task<T> get_return_object();
    void return_value(T value) { outcome.setValue(std::move(value)); }
    void unhandled_exception() { outcome.setException(std::current_exception()); }
};

template <>
struct Promise<void> : PromiseBase {
    Outcome<void> outcome;

    Task<void> get_return_object();
    void return_void() { outcome.setValue({}); }
    void unhandled_exception() { outcome.setException(std::current_exception()); }
};

} // namespace detail

/// A coroutine that has not run yet, or is suspended: lazy, move-only, the owner of its frame.
///
/// Nothing runs until it is awaited, or given to a TaskGroup, a Pipeliner or runInParallel().
/// Awaiting it gives its value or rethrows what it threw. Destroying it destroys the frame at its
/// suspension point: children, awaiters and whatever its local variables own go with it. One
/// thread: the one in which it is first resumed.
template <typename T = void>
class [[nodiscard]] Task
{
public:
    using promise_type = detail::Promise<T>;
    using Handle = std::coroutine_handle<promise_type>;

    Task() = default;
    explicit Task(Handle frame)
        : m_frame(frame)
    {
    }
    Task(Task &&other) noexcept
        : m_frame(std::exchange(other.m_frame, nullptr))
    {
    }
    Task &operator=(Task &&other) noexcept
    {
        std::swap(m_frame, other.m_frame);
        return *this;
    }
    ~Task() { destroy(); }

    bool isNull() const { return !m_frame; }
    void destroy()
    {
        if (const Handle frame = std::exchange(m_frame, nullptr))
            frame.destroy();
    }

    /// For the owners of root frames: the frame begins at the next resume of `point`.
    void beginAt(ResumePoint &point, TaskRoot &root)
    {
        m_frame.promise().root = &root;
        point.arm(root, m_frame);
        point.post();
    }
    /// For the owners of root frames, once the frame has ended.
    detail::Outcome<T> &outcome() { return m_frame.promise().outcome; }

    class Awaiter
    {
    public:
        explicit Awaiter(Handle child)
            : m_child(child)
        {
        }
        bool await_ready() const noexcept { return false; }
        template <typename Promise>
        void await_suspend(std::coroutine_handle<Promise> parent) noexcept
        {
            m_child.promise().root = parent.promise().root;
            m_child.promise().parent = parent;
            parent.promise().root->continueWith(m_child);
        }
        T await_resume() { return m_child.promise().outcome.take(); }

    private:
        Handle m_child;
    };
    Awaiter operator co_await() &&noexcept
    {
        Q_ASSERT_X(m_frame && !m_frame.done(), "Task", "awaited twice, or empty");
        return Awaiter(m_frame);
    }

private:
    Handle m_frame;
};

template <typename T>
Task<T> detail::Promise<T>::get_return_object()
{
    return Task<T>(std::coroutine_handle<Promise<T>>::from_promise(*this));
}

inline Task<void> detail::Promise<void>::get_return_object()
{
    return Task<void>(std::coroutine_handle<Promise<void>>::from_promise(*this));
}

namespace detail
{

class CurrentWorker
{
public:
    bool await_ready() const noexcept { return false; }
    template <typename Promise>
    bool await_suspend(std::coroutine_handle<Promise> frame) noexcept
    {
        m_worker = frame.promise().root->worker;
        return false;
    }
    int await_resume() const noexcept { return m_worker; }

private:
    int m_worker = 0;
};

} // namespace detail

/// `co_await currentWorker()`: the number of the Pipeliner's worker that runs this, 0 for none.
/// Does not suspend.
inline detail::CurrentWorker currentWorker()
{
    return {};
}

} // namespace gleaner
