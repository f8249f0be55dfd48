// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/taskgroup.h"

#include <QDebug>

#include <exception>
#include <new>

namespace gleaner
{

class TaskGroup::Spawned : public TaskGroup::Entry
{
public:
    Spawned(TaskGroup &group, Task<void> task)
        : Entry(group)
        , m_task(std::move(task))
    {
    }
    void begin() override { m_task.beginAt(m_start, *this); }
    void destroyFrame() override { m_task.destroy(); }

protected:
    void settle() override
    {
        const auto thrown = m_task.outcome().exception();
        m_task.destroy();
        if (!thrown)
            return;
        try {
            std::rethrow_exception(thrown);
        } catch (const std::bad_alloc &) {
            // Nobody can answer for what this task has left undone.
            std::terminate();
        } catch (const std::exception &exception) {
            qCritical("a task ended by an exception: %s", exception.what());
        } catch (...) {
            qCritical("a task ended by an unknown exception");
        }
    }

private:
    Task<void> m_task;
};

TaskGroup::~TaskGroup()
{
    cancelAll();
}

void TaskGroup::spawn(Task<void> task)
{
    add(std::make_unique<Spawned>(*this, std::move(task)));
}

void TaskGroup::cancelAll()
{
    const Entries cancelled = std::exchange(m_entries, {});
    for (const auto &entry : cancelled) {
        Q_ASSERT_X(!entry->isDriving(), "TaskGroup", "cancelled from inside one of its frames");
        entry->destroyFrame();
    }
}

void TaskGroup::add(std::unique_ptr<Entry> entry)
{
    Entry &added = *entry;
    added.m_position = m_entries.insert(m_entries.end(), std::move(entry));
    added.begin();
}

void TaskGroup::Entry::onEnded()
{
    // Held here: settling may run a continuation that destroys the group.
    const std::unique_ptr<Entry> self = std::move(*m_position);
    m_group.m_entries.erase(m_position);
    settle();
}

} // namespace gleaner
