// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/resumer.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThread>

namespace gleaner
{

namespace
{
constexpr auto framesReady = QEvent::Type(QEvent::User + 2);
constexpr int resumedPerEvent = 256;
} // namespace

void Posted::postTo(Resumer &resumer)
{
    if (!isPosted())
        resumer.append(this);
}

void Posted::unpost()
{
    if (!isPosted())
        return;
    m_previous->m_next = m_next;
    m_next->m_previous = m_previous;
    m_previous = m_next = nullptr;
}

class PostedList::Sentinel : public Posted
{
    void fire() override { }
};

PostedList::PostedList()
    : m_sentinel(std::make_unique<Sentinel>())
{
    m_sentinel->m_previous = m_sentinel->m_next = m_sentinel.get();
}

PostedList::~PostedList()
{
    while (takeFirst()) { }
    m_sentinel->m_previous = m_sentinel->m_next = nullptr;
}

bool PostedList::isEmpty() const
{
    return m_sentinel->m_next == m_sentinel.get();
}

void PostedList::append(Posted *posted)
{
    posted->m_previous = m_sentinel->m_previous;
    posted->m_next = m_sentinel.get();
    posted->m_previous->m_next = posted;
    m_sentinel->m_previous = posted;
}

Posted *PostedList::takeFirst()
{
    if (isEmpty())
        return nullptr;
    Posted *first = m_sentinel->m_next;
    first->unpost();
    return first;
}

std::shared_ptr<Resumer> Resumer::ofThisThread()
{
    // Kept alive by the owners of frames, so that nothing of Qt's outlives the application.
    thread_local std::weak_ptr<Resumer> current;
    std::shared_ptr<Resumer> resumer = current.lock();
    if (!resumer) {
        resumer.reset(new Resumer);
        current = resumer;
    }
    return resumer;
}

void Resumer::append(Posted *posted)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_ready.append(posted);
    if (!m_eventPosted)
        postEvent();
}

void Resumer::postEvent()
{
    m_eventPosted = true;
    QCoreApplication::postEvent(this, new QEvent(framesReady));
}

bool Resumer::event(QEvent *event)
{
    if (event->type() != framesReady)
        return QObject::event(event);
    // A continuation of a future may destroy the last owner of frames.
    const std::shared_ptr<Resumer> self = shared_from_this();
    // Posting wakes the event dispatcher by a system call, so what becomes ready meanwhile is
    // resumed here too; but not for ever, timers and other events want their turn.
    for (int i = 0; i < resumedPerEvent; ++i) {
        Posted *next = m_ready.takeFirst();
        if (!next)
            break;
        next->fire();
    }
    m_eventPosted = false;
    if (!m_ready.isEmpty())
        postEvent();
    return true;
}

void TaskRoot::drive(std::coroutine_handle<> frame)
{
    Q_ASSERT_X(!m_driving, "TaskRoot", "a frame was resumed inside itself");
    markDriving(true);
    m_next = frame;
    while (m_next) {
        const auto next = std::exchange(m_next, nullptr);
        next.resume();
    }
    markDriving(false);
    if (m_ended)
        onEnded();
}

void TaskRoot::markDriving(bool driving)
{
    for (TaskRoot *root = this; root; root = root->m_parent)
        root->m_driving = driving;
}

void ResumePoint::arm(TaskRoot &root, std::coroutine_handle<> frame)
{
    Q_ASSERT_X(QThread::currentThread() == root.resumer().thread(), "ResumePoint",
        "a frame was suspended outside its own thread");
    m_root = &root;
    m_frame = frame;
}

void ResumePoint::post()
{
    if (m_root)
        postTo(m_root->resumer());
}

void ResumePoint::fire()
{
    TaskRoot &root = *std::exchange(m_root, nullptr);
    root.drive(m_frame);
}

} // namespace gleaner
