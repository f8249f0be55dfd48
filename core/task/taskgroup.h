// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

#include <QFuture>
#include <QPromise>

#include <list>
#include <memory>

namespace gleaner
{

/// Owns tasks that run beside each other.
///
/// The **last** member of the object whose coroutines it runs: it is destroyed first, and with it
/// every frame that still refers to that object. Destroying it from inside one of its own frames
/// is a bug and asserts. One thread.
class TaskGroup
{
public:
    TaskGroup() = default;
    ~TaskGroup();
    Q_DISABLE_COPY_MOVE(TaskGroup)

    /// Runs the task beside whatever runs already, from the next turn of the event loop on. The
    /// future gets its value or its exception; a cancelled task's future is cancelled.
    template <typename T>
    QFuture<T> start(Task<T> task);

    /// As start(), for a task whose end nobody waits for. What it throws is a bug: it is logged
    /// as critical.
    void spawn(Task<void> task);

    /// Destroys every frame at its suspension point.
    void cancelAll();

    int size() const { return int(m_entries.size()); }
    bool isEmpty() const { return m_entries.empty(); }

private:
    class Entry;
    template <typename T>
    class Started;
    class Spawned;
    using Entries = std::list<std::unique_ptr<Entry>>;

    void add(std::unique_ptr<Entry> entry);

    Entries m_entries;
    std::shared_ptr<Resumer> m_resumer = Resumer::ofThisThread();
};

/// One root frame of the group.
class TaskGroup::Entry : public TaskRoot
{
public:
    explicit Entry(TaskGroup &group)
        : TaskRoot(*group.m_resumer)
        , m_group(group)
    {
    }
    virtual void begin() = 0;
    virtual void destroyFrame() = 0;

protected:
    void onEnded() override;
    /// The frame is gone and the group knows this entry no more: report its outcome.
    virtual void settle() = 0;

    ResumePoint m_start;

private:
    friend class TaskGroup;
    TaskGroup &m_group;
    Entries::iterator m_position;
};

template <typename T>
class TaskGroup::Started : public TaskGroup::Entry
{
public:
    Started(TaskGroup &group, Task<T> task)
        : Entry(group)
        , m_task(std::move(task))
    {
        m_promise.start();
    }
    QFuture<T> future() const { return m_promise.future(); }
    void begin() override { m_task.beginAt(m_start, *this); }
    void destroyFrame() override { m_task.destroy(); }

protected:
    void settle() override
    {
        detail::Outcome<T> outcome = std::move(m_task.outcome());
        m_task.destroy();
        if (const auto thrown = outcome.exception())
            m_promise.setException(thrown);
        else if constexpr (!std::is_void_v<T>)
            m_promise.addResult(outcome.take());
        m_promise.finish();
    }

private:
    // Before the frame in this list, so after it in destruction: a promise that dies runs
    // continuations inline.
    QPromise<T> m_promise;
    Task<T> m_task;
};

template <typename T>
QFuture<T> TaskGroup::start(Task<T> task)
{
    auto entry = std::make_unique<Started<T>>(*this, std::move(task));
    const QFuture<T> future = entry->future();
    add(std::move(entry));
    return future;
}

} // namespace gleaner
