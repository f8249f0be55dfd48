// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/scheduled.h"

#include <list>
#include <memory>
#include <vector>

namespace gleaner
{

/// A fixed number of workers that run scheduled tasks, in the order in which they were scheduled.
///
/// Each worker is a task itself: it takes the next item, waits for its end, takes the next. Never
/// more items run than there are workers. What an item throws goes to whoever scheduled it; the
/// worker lives on. Items belong to the pipeliner, waiting or running; destroying it destroys
/// workers, running items and waiting items in that order, and resumes none of them.
///
/// Owned by the object whose tasks it runs, as one of its last members. One thread.
class Pipeliner
{
public:
    /// Nothing runs before start().
    explicit Pipeliner(int workers);
    ~Pipeliner();
    Q_DISABLE_COPY_MOVE(Pipeliner)

    void start();

    /// Queues the task. It begins when a worker is free, never inside this call.
    template <typename T>
    Scheduled<T> schedule(Task<T> task);

    /// More workers begin at once. Fewer: idle ones go now, busy ones when their item has ended.
    void setWorkerCount(int count);
    int workerCount() const { return m_wanted; }

    /// One worker, as a window would show it.
    struct WorkerState {
        int number; ///< from 1; stays while the worker lives, then the lowest free one is reused
        bool busy;
        bool leaving; ///< goes when its item has ended
    };
    std::vector<WorkerState> workers() const;
    int busyCount() const { return m_busy; }
    int waitingCount() const { return int(m_waiting.size()); }

private:
    friend class detail::PipelinerItem;
    template <typename T>
    class Item;
    class Worker;
    class Turn;
    using Items = std::list<std::unique_ptr<detail::PipelinerItem>>;

    void add(std::unique_ptr<detail::PipelinerItem> item);
    Task<void> work(Worker *worker);
    void begin(Worker &worker);
    void addWorker();
    void wakeIdleWorker();
    void retire(Worker &worker);

    std::shared_ptr<Resumer> m_resumer = Resumer::ofThisThread();
    std::vector<std::unique_ptr<Worker>> m_workers; ///< by number
    std::list<Worker *> m_idle;
    Items m_waiting;
    Items m_running;
    int m_wanted;
    int m_busy = 0;
    bool m_started = false;
};

namespace detail
{

/// A root frame that a Pipeliner owns.
class PipelinerItem : public TaskRoot
{
public:
    explicit PipelinerItem(Pipeliner &pipeliner);
    ~PipelinerItem() override;

    virtual void begin() = 0;
    virtual void destroyFrame() = 0;

protected:
    void onEnded() override;
    virtual ScheduledBase &state() = 0;
    /// Moves the outcome out of the frame and destroys the frame.
    virtual void collect() = 0;
    virtual void settlePromise() = 0;

    ResumePoint m_start;

private:
    friend class gleaner::Pipeliner;
    friend void cancelItem(PipelinerItem &item);

    /// A running item is destroyed from a posted call: the one who cancels may stand on its stack.
    class Cancellation : public Posted
    {
    public:
        explicit Cancellation(PipelinerItem &item)
            : m_item(item)
        {
        }
        void request() { postTo(m_item.resumer()); }

    protected:
        void fire() override { m_item.leave(); }

    private:
        PipelinerItem &m_item;
    };

    /// Ends this item, finished or not, and frees its worker.
    void leave();

    Pipeliner &m_pipeliner;
    Pipeliner::Items::iterator m_position;
    Pipeliner::Worker *m_worker = nullptr; ///< null while it waits
    Cancellation m_cancellation{*this};
};

} // namespace detail

template <typename T>
class Pipeliner::Item : public detail::PipelinerItem
{
public:
    Item(Pipeliner &pipeliner, Task<T> task)
        : PipelinerItem(pipeliner)
        , m_state(std::make_shared<detail::ScheduledState<T>>())
        , m_task(std::move(task))
    {
        m_state->item = this;
    }
    const std::shared_ptr<detail::ScheduledState<T>> &shared() const { return m_state; }

    void begin() override { m_task.beginAt(m_start, *this); }
    void destroyFrame() override { m_task.destroy(); }

protected:
    detail::ScheduledBase &state() override { return *m_state; }
    void collect() override
    {
        m_state->outcome = std::move(m_task.outcome());
        m_task.destroy();
    }
    void settlePromise() override { m_state->settlePromise(); }

private:
    std::shared_ptr<detail::ScheduledState<T>> m_state;
    Task<T> m_task;
};

template <typename T>
Scheduled<T> Pipeliner::schedule(Task<T> task)
{
    auto item = std::make_unique<Item<T>>(*this, std::move(task));
    auto state = item->shared();
    add(std::move(item));
    return Scheduled<T>(std::move(state));
}

} // namespace gleaner
