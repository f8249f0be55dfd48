// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

#include <QFuture>
#include <QPromise>

#include <memory>
#include <optional>

namespace gleaner
{

class Pipeliner;

namespace detail
{

class PipelinerItem;

/// What an item of a Pipeliner and whoever scheduled it share.
class ScheduledBase
{
public:
    virtual ~ScheduledBase() = default;

    /// The item cannot be had any more: whoever awaits it is told so.
    void wake()
    {
        if (waiter)
            waiter->post();
    }

    PipelinerItem *item = nullptr; ///< null once it has ended
    ResumePoint *waiter = nullptr;
};

template <typename T>
class ScheduledState : public ScheduledBase
{
public:
    Outcome<T> outcome;
    std::optional<QPromise<T>> promise; ///< only after future() was asked for

    /// Tells the future, if there is one. Runs continuations inline: the last thing to do.
    void settlePromise()
    {
        if (!promise)
            return;
        if (const auto thrown = outcome.exception())
            promise->setException(thrown);
        else if (!outcome.isValue())
            promise->future().cancel();
        else if constexpr (!std::is_void_v<T>)
            promise->addResult(outcome.take());
        promise->finish();
    }
};

void cancelItem(PipelinerItem &item);
/// Asserts that the awaiting chain is not itself run by the pipeliner that runs the item.
void assertForeign(const ScheduledBase &state, const TaskRoot &awaiting);

} // namespace detail

/// An item that a Pipeliner runs or will run. Move-only; belongs to the requester.
///
/// Awaiting it gives the item's value or rethrows what it threw; TaskCancelled if its pipeliner
/// was destroyed first. Destroying it unfinished cancels the item.
template <typename T>
class [[nodiscard]] Scheduled
{
public:
    explicit Scheduled(std::shared_ptr<detail::ScheduledState<T>> state)
        : m_state(std::move(state))
    {
    }
    Scheduled(Scheduled &&) noexcept = default;
    Scheduled &operator=(Scheduled &&other) noexcept
    {
        std::swap(m_state, other.m_state);
        return *this;
    }
    ~Scheduled() { cancel(); }

    bool isFinished() const { return !m_state || !m_state->item; }

    /// Takes the item back: at once if it waits, soon if it runs. Its frame is destroyed.
    void cancel()
    {
        if (m_state && m_state->item)
            detail::cancelItem(*m_state->item);
    }

    /// The result as a QFuture. The item is on its own from here on: dropping the future does not
    /// cancel it.
    QFuture<T> future() &&
    {
        const auto state = std::move(m_state);
        state->promise.emplace();
        state->promise->start();
        const QFuture<T> future = state->promise->future();
        if (!state->item)
            state->settlePromise();
        return future;
    }

    class Awaiter
    {
    public:
        explicit Awaiter(detail::ScheduledState<T> &state)
            : m_state(state)
        {
        }
        ~Awaiter() { m_state.waiter = nullptr; }
        Q_DISABLE_COPY_MOVE(Awaiter)

        bool await_ready() const { return !m_state.item; }
        template <typename Promise>
        void await_suspend(std::coroutine_handle<Promise> frame)
        {
            Q_ASSERT_X(!m_state.waiter, "Scheduled", "awaited by two tasks");
            detail::assertForeign(m_state, *frame.promise().root);
            m_point.arm(*frame.promise().root, frame);
            m_state.waiter = &m_point;
        }
        T await_resume() { return m_state.outcome.take(); }

    private:
        detail::ScheduledState<T> &m_state;
        ResumePoint m_point;
    };
    /// At most once, while this object lives.
    Awaiter operator co_await() { return Awaiter(*m_state); }

private:
    std::shared_ptr<detail::ScheduledState<T>> m_state;
};

} // namespace gleaner
