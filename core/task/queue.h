// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

#include <deque>
#include <limits>
#include <list>
#include <optional>

namespace gleaner
{

/// A first-in, first-out queue between tasks of one thread.
///
/// `co_await queue.get()` waits for an item, `co_await queue.put(x)` for room; waiting blocks the
/// task, never the thread. Waiters are served in their order and resumed from a posted call. A
/// waiter that is destroyed leaves the line; an item already handed to it goes to the next one.
template <typename T>
class Queue
{
public:
    static constexpr size_t unbounded = std::numeric_limits<size_t>::max();

    explicit Queue(size_t capacity = unbounded)
        : m_capacity(capacity)
    {
    }
    /// As close(): whoever waits gets nothing.
    ~Queue();
    Q_DISABLE_COPY_MOVE(Queue)

    class Getter;
    class Putter;

    /// Awaits to the next item, or to nothing once the queue is closed and empty.
    Getter get() { return Getter(*this); }
    /// Awaits to true when the item is in the queue, to false if the queue is closed.
    Putter put(T item) { return Putter(*this, std::move(item)); }
    /// Puts without waiting; false, and the item is untouched, if the queue is full or closed.
    bool tryPut(T &&item);

    /// Ends the queue: items in it can still be got, putters that wait get false.
    void close();
    bool isClosed() const { return m_closed; }
    size_t size() const { return m_items.size(); }

private:
    /// After an item came or went: hands items to getters and room to putters.
    void settle();

    std::deque<T> m_items;
    std::list<Getter *> m_getters;
    std::list<Getter *> m_served; ///< posted, not resumed yet: they may still give back
    std::list<Putter *> m_putters;
    size_t m_capacity;
    bool m_closed = false;
};

template <typename T>
class Queue<T>::Getter
{
public:
    explicit Getter(Queue &queue)
        : m_queue(&queue)
    {
    }
    ~Getter();
    Q_DISABLE_COPY_MOVE(Getter)

    bool await_ready();
    template <typename Promise>
    void await_suspend(std::coroutine_handle<Promise> frame)
    {
        m_point.arm(*frame.promise().root, frame);
        m_line = &m_queue->m_getters;
        m_position = m_line->insert(m_line->end(), this);
    }
    std::optional<T> await_resume()
    {
        leaveLine();
        // Told that the queue is closed, but an item has been given back since.
        if (m_queue && !m_item)
            await_ready();
        m_queue = nullptr;
        return std::move(m_item);
    }

private:
    friend class Queue;
    void leaveLine()
    {
        if (m_line)
            std::exchange(m_line, nullptr)->erase(m_position);
    }

    Queue *m_queue; ///< null once there is nothing to give back
    ResumePoint m_point;
    std::optional<T> m_item;
    std::list<Getter *> *m_line = nullptr; ///< in which it stands: getters, or served ones
    typename std::list<Getter *>::iterator m_position;
};

template <typename T>
class Queue<T>::Putter
{
public:
    Putter(Queue &queue, T item)
        : m_queue(queue)
        , m_item(std::move(item))
    {
    }
    ~Putter()
    {
        if (m_waiting)
            m_queue.m_putters.erase(m_position);
    }
    Q_DISABLE_COPY_MOVE(Putter)

    bool await_ready()
    {
        m_accepted = m_queue.tryPut(std::move(m_item));
        return m_accepted || m_queue.m_closed;
    }
    template <typename Promise>
    void await_suspend(std::coroutine_handle<Promise> frame)
    {
        m_point.arm(*frame.promise().root, frame);
        m_position = m_queue.m_putters.insert(m_queue.m_putters.end(), this);
        m_waiting = true;
    }
    bool await_resume() const { return m_accepted; }

private:
    friend class Queue;
    Queue &m_queue;
    T m_item;
    ResumePoint m_point;
    typename std::list<Putter *>::iterator m_position;
    bool m_waiting = false;
    bool m_accepted = false;
};

template <typename T>
Queue<T>::~Queue()
{
    close();
    for (Getter *getter : m_served) {
        getter->m_line = nullptr;
        getter->m_queue = nullptr;
    }
}

template <typename T>
Queue<T>::Getter::~Getter()
{
    leaveLine();
    if (m_queue && m_item) {
        m_queue->m_items.push_front(std::move(*m_item));
        m_queue->settle();
    }
}

template <typename T>
bool Queue<T>::Getter::await_ready()
{
    // Whoever came first waits in the line; items in the queue mean that nobody does.
    if (!m_queue->m_items.empty()) {
        m_item = std::move(m_queue->m_items.front());
        m_queue->m_items.pop_front();
        m_queue->settle();
        return true;
    }
    return m_queue->m_closed;
}

template <typename T>
bool Queue<T>::tryPut(T &&item)
{
    if (m_closed || m_items.size() >= m_capacity || !m_putters.empty())
        return false;
    m_items.push_back(std::move(item));
    settle();
    return true;
}

template <typename T>
void Queue<T>::settle()
{
    while (!m_items.empty() && !m_getters.empty()) {
        Getter *getter = m_getters.front();
        m_served.splice(m_served.end(), m_getters, m_getters.begin());
        getter->m_line = &m_served;
        getter->m_item = std::move(m_items.front());
        m_items.pop_front();
        getter->m_point.post();
    }
    while (!m_putters.empty() && m_items.size() < m_capacity) {
        Putter *putter = m_putters.front();
        m_putters.pop_front();
        putter->m_waiting = false;
        putter->m_accepted = true;
        m_items.push_back(std::move(putter->m_item));
        putter->m_point.post();
    }
}

template <typename T>
void Queue<T>::close()
{
    m_closed = true;
    for (Getter *getter : m_getters) {
        getter->m_line = &m_served;
        getter->m_point.post();
    }
    m_served.splice(m_served.end(), m_getters);
    for (Putter *putter : std::exchange(m_putters, {})) {
        putter->m_waiting = false;
        putter->m_point.post();
    }
}

} // namespace gleaner
