// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/crossing.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPointer>
#include <QRunnable>
#include <QThreadPool>

#include <algorithm>
#include <iterator>
#include <mutex>
#include <vector>

#if defined(__SANITIZE_THREAD__)
#define GLEANER_TSAN 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define GLEANER_TSAN 1
#endif
#endif

#ifdef GLEANER_TSAN
extern "C" void __tsan_release(void *address);
extern "C" void __tsan_acquire(void *address);
#endif

namespace gleaner
{

namespace
{

void handOver([[maybe_unused]] void *token)
{
#ifdef GLEANER_TSAN
    __tsan_release(token);
#endif
}

void takeOver([[maybe_unused]] void *token)
{
#ifdef GLEANER_TSAN
    __tsan_acquire(token);
#endif
}

constexpr auto callsWaiting = QEvent::Type(QEvent::User + 1);

/// Not a function that QThreadPool wraps: reading the wrapping would come before taking over.
class PoolWork : public QRunnable
{
public:
    explicit PoolWork(std::function<void()> work)
        : m_work(std::move(work))
    {
    }
    void run() override
    {
        takeOver(this);
        m_work();
    }

private:
    std::function<void()> m_work;
};

} // namespace

struct Door::Shared {
    std::mutex mutex;
    QObject *inbox = nullptr;
    std::vector<std::function<void()>> calls;
};

Door::Door(std::shared_ptr<Shared> shared)
    : m_shared(std::move(shared))
{
}

bool Door::post(std::function<void()> call) const
{
    const std::scoped_lock lock(m_shared->mutex);
    if (!m_shared->inbox)
        return false;
    m_shared->calls.push_back(std::move(call));
    auto event = m_shared->calls.size() == 1 ? std::make_unique<QEvent>(callsWaiting) : nullptr;
    handOver(m_shared.get());
    // Under the lock: the inbox cannot be destroyed between the check and the event.
    if (event)
        QCoreApplication::postEvent(m_shared->inbox, event.release());
    return true;
}

Inbox::Inbox()
    : m_shared(std::make_shared<Door::Shared>())
{
    m_shared->inbox = this;
}

Inbox::~Inbox()
{
    std::vector<std::function<void()>> dropped;
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->inbox = nullptr;
    dropped.swap(m_shared->calls);
}

Door Inbox::door() const
{
    return Door(m_shared);
}

bool Inbox::event(QEvent *event)
{
    takeOver(m_shared.get());
    if (event->type() != callsWaiting)
        return QObject::event(event);
    {
        const std::scoped_lock lock(m_shared->mutex);
        std::ranges::move(m_shared->calls, std::back_inserter(m_taken));
        m_shared->calls.clear();
    }
    // One by one out of the member: a call may run an event loop and come back in here.
    const QPointer<Inbox> self(this);
    while (self && !m_taken.empty()) {
        const auto call = std::move(m_taken.front());
        m_taken.pop_front();
        call();
    }
    return true;
}

void startOnPool(QThreadPool &pool, std::function<void()> work)
{
    auto *crossing = new PoolWork(std::move(work));
    handOver(crossing);
    pool.start(crossing);
}

SerialThread::SerialThread(const QString &name)
    : m_inbox(std::make_unique<Inbox>())
    , m_door(m_inbox->door())
{
    m_thread.setObjectName(name);
    m_inbox->moveToThread(&m_thread);
    m_thread.start();
}

SerialThread::~SerialThread()
{
    // The last call in the queue: everything posted before it has run by then.
    m_door.post([this] {
        m_inbox.reset();
        m_thread.quit();
        handOver(this);
    });
    m_thread.wait();
    takeOver(this);
}

} // namespace gleaner
