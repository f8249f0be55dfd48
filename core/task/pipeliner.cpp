// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/pipeliner.h"

#include <algorithm>

namespace gleaner
{

/// A worker's root: its loop, its number, and where it waits.
class Pipeliner::Worker : public TaskRoot
{
public:
    Worker(Pipeliner &pipeliner, int workerNumber)
        : TaskRoot(*pipeliner.m_resumer)
        , number(workerNumber)
        , m_pipeliner(pipeliner)
        , m_loop(pipeliner.work(this))
    {
        m_loop.beginAt(m_start, *this);
    }

    const int number;
    bool leaving = false;
    bool isIdle = false; ///< it stands in the pipeliner's list of idle workers
    detail::PipelinerItem *item = nullptr;
    ResumePoint turn;
    std::list<Worker *>::iterator idlePosition;

protected:
    void onEnded() override { m_pipeliner.retire(*this); }

private:
    Pipeliner &m_pipeliner;
    ResumePoint m_start;
    Task<void> m_loop;
};

/// Awaits the worker's next turn: an item may wait, its own has ended, or it has to go.
class Pipeliner::Turn
{
public:
    explicit Turn(Worker &worker)
        : m_worker(worker)
    {
    }
    bool await_ready() const noexcept { return false; }
    template <typename Promise>
    void await_suspend(std::coroutine_handle<Promise> frame)
    {
        m_worker.turn.arm(m_worker, frame);
    }
    void await_resume() const noexcept { }

private:
    Worker &m_worker;
};

Pipeliner::Pipeliner(int workers)
    : m_wanted(workers)
{
    Q_ASSERT(workers >= 0);
}

Pipeliner::~Pipeliner()
{
    m_idle.clear();
    m_workers.clear();
    Items ended;
    ended.splice(ended.end(), m_running);
    ended.splice(ended.end(), m_waiting);
    // First of all: a frame may hold what it has scheduled here itself, and would cancel it.
    for (const auto &item : ended)
        item->state().item = nullptr;
    for (const auto &item : ended) {
        Q_ASSERT_X(!item->isDriving(), "Pipeliner", "destroyed from inside one of its items");
        item->destroyFrame();
    }
    for (const auto &item : ended)
        item->state().wake();
    for (const auto &item : ended)
        item->settlePromise();
}

void Pipeliner::start()
{
    if (std::exchange(m_started, true))
        return;
    for (int i = 0; i < m_wanted; ++i)
        addWorker();
}

void Pipeliner::add(std::unique_ptr<detail::PipelinerItem> item)
{
    detail::PipelinerItem &added = *item;
    added.m_position = m_waiting.insert(m_waiting.end(), std::move(item));
    wakeIdleWorker();
}

Task<void> Pipeliner::work(Worker *worker)
{
    while (!worker->leaving) {
        if (m_waiting.empty()) {
            worker->isIdle = true;
            worker->idlePosition = m_idle.insert(m_idle.end(), worker);
        } else {
            begin(*worker);
        }
        co_await Turn(*worker);
    }
}

void Pipeliner::begin(Worker &worker)
{
    detail::PipelinerItem &item = *m_waiting.front();
    m_running.splice(m_running.end(), m_waiting, m_waiting.begin());
    ++m_busy;
    worker.item = &item;
    item.m_worker = &worker;
    item.worker = worker.number;
    item.begin();
}

void Pipeliner::wakeIdleWorker()
{
    if (m_idle.empty())
        return;
    Worker *worker = m_idle.front();
    m_idle.pop_front();
    worker->isIdle = false;
    worker->turn.post();
}

void Pipeliner::setWorkerCount(int count)
{
    Q_ASSERT(count >= 0);
    m_wanted = count;
    if (!m_started)
        return;
    int staying = int(std::ranges::count(m_workers, false, [](auto &w) { return w->leaving; }));
    for (auto &worker : m_workers) {
        if (staying >= count || !worker->leaving)
            continue;
        worker->leaving = false;
        ++staying;
    }
    for (; staying < count; ++staying)
        addWorker();
    const auto dismiss = [&](bool idle) {
        for (auto it = m_workers.rbegin(); it != m_workers.rend() && staying > count; ++it) {
            Worker &worker = **it;
            if (worker.leaving || (worker.item == nullptr) != idle)
                continue;
            worker.leaving = true;
            --staying;
            if (std::exchange(worker.isIdle, false)) {
                m_idle.erase(worker.idlePosition);
                worker.turn.post();
            }
        }
    };
    dismiss(true);
    dismiss(false);
}

void Pipeliner::addWorker()
{
    int number = 1;
    auto place = m_workers.begin();
    while (place != m_workers.end() && (*place)->number == number) {
        ++place;
        ++number;
    }
    m_workers.insert(place, std::make_unique<Worker>(*this, number));
}

void Pipeliner::retire(Worker &worker)
{
    std::erase_if(m_workers, [&](const auto &other) { return other.get() == &worker; });
    // It may have been on its way to an item when it was told to go.
    if (!m_waiting.empty())
        wakeIdleWorker();
}

std::vector<Pipeliner::WorkerState> Pipeliner::workers() const
{
    std::vector<WorkerState> states;
    states.reserve(m_workers.size());
    for (const auto &worker : m_workers)
        states.push_back({worker->number, worker->item != nullptr, worker->leaving});
    return states;
}

namespace detail
{

PipelinerItem::PipelinerItem(Pipeliner &pipeliner)
    : TaskRoot(*pipeliner.m_resumer)
    , m_pipeliner(pipeliner)
{
    this->pipeliner = &pipeliner;
}

PipelinerItem::~PipelinerItem() = default;

void PipelinerItem::onEnded()
{
    leave();
}

void PipelinerItem::leave()
{
    auto &list = m_worker ? m_pipeliner.m_running : m_pipeliner.m_waiting;
    const std::unique_ptr<PipelinerItem> self = std::move(*m_position);
    list.erase(m_position);
    state().item = nullptr;
    if (m_worker) {
        --m_pipeliner.m_busy;
        m_worker->item = nullptr;
        m_worker->turn.post();
    }
    // Only now: the frame may own whatever owns the pipeliner, or what was scheduled here.
    collect();
    state().wake();
    settlePromise();
}

void cancelItem(PipelinerItem &item)
{
    if (item.m_worker)
        item.m_cancellation.request();
    else
        item.leave();
}

void assertForeign(
    [[maybe_unused]] const ScheduledBase &state, [[maybe_unused]] const TaskRoot &awaiting)
{
    Q_ASSERT_X(!state.item || state.item->pipeliner != awaiting.pipeliner, "Pipeliner",
        "an item awaits its own pipeliner: with every worker waiting nothing could end");
}

} // namespace detail
} // namespace gleaner
