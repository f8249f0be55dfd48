// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/crossing.h"

#include <QObject>

#include <coroutine>
#include <memory>

namespace gleaner
{

class Resumer;

/// Something that happens in a posted call: a link in a Resumer's list, without allocation.
/// Destroying it takes it back. One thread.
class Posted
{
public:
    Posted() = default;
    virtual ~Posted() { unpost(); }
    Q_DISABLE_COPY_MOVE(Posted)

    bool isPosted() const { return m_next != nullptr; }

protected:
    void postTo(Resumer &resumer);
    void unpost();
    virtual void fire() = 0;

private:
    friend class Resumer;
    friend class PostedList;
    Posted *m_previous = nullptr;
    Posted *m_next = nullptr;
};

/// A circular list of posted things with a sentinel: append, take and unlink in constant time.
class PostedList
{
public:
    PostedList();
    ~PostedList();
    Q_DISABLE_COPY_MOVE(PostedList)

    bool isEmpty() const;
    void append(Posted *posted);
    Posted *takeFirst();

private:
    class Sentinel;
    std::unique_ptr<Posted> m_sentinel;
};

/// Resumes frames from a posted event, never inside whoever made them ready.
///
/// One per thread, shared by the owners of frames there (TaskGroup, Pipeliner), so that a hop
/// between two of them costs no event. An event resumes what is ready, in order, and what becomes
/// ready meanwhile, up to a limit; then timers and other events have their turn. A frame must not
/// run an event loop of its own: nothing is resumed inside it.
class Resumer : public QObject, public std::enable_shared_from_this<Resumer>
{
public:
    static std::shared_ptr<Resumer> ofThisThread();

    /// For wake-ups out of other threads.
    Door door() const { return m_inbox.door(); }

protected:
    bool event(QEvent *event) override;

private:
    friend class Posted;
    Resumer() = default;
    void append(Posted *posted);
    void postEvent();

    PostedList m_ready;
    bool m_eventPosted = false;
    Inbox m_inbox;
};

/// What one chain of awaiting frames shares, from the root to the frame that is suspended.
///
/// Frames are not resumed inside each other: a frame that awaits a child, or ends, names the next
/// one, and drive() goes on there. So neither a million awaits in a row nor a deep recursion
/// grows the stack, whatever the compiler makes of symmetric transfer (GCC 12 overflows without
/// optimisation and under ASan).
class TaskRoot
{
public:
    explicit TaskRoot(Resumer &resumer)
        : m_resumer(resumer)
    {
    }
    /// A chain of its own that a frame of `parent` waits for.
    explicit TaskRoot(TaskRoot *parent)
        : pipeliner(parent->pipeliner)
        , worker(parent->worker)
        , m_resumer(parent->m_resumer)
        , m_parent(parent)
    {
    }
    virtual ~TaskRoot() = default;
    Q_DISABLE_COPY_MOVE(TaskRoot)

    Resumer &resumer() const { return m_resumer; }
    /// Goes on in `frame` until every frame of the chain is suspended or the root has ended.
    void drive(std::coroutine_handle<> frame);
    /// Whether a frame of this chain, or of one that it waits for, is on the stack.
    bool isDriving() const { return m_driving; }

    /// Called by frames: where drive() goes on.
    void continueWith(std::coroutine_handle<> frame) { m_next = frame; }
    /// Called by the outermost frame when it has ended.
    void end() { m_ended = true; }

    /// The Pipeliner that runs this chain, to catch an item that waits for its own pipeliner.
    const void *pipeliner = nullptr;
    /// The number of the worker that runs this chain; 0 outside a Pipeliner.
    int worker = 0;

protected:
    /// The outermost frame has ended and nothing of the chain is on the stack; may delete this.
    virtual void onEnded() = 0;

private:
    void markDriving(bool driving);

    Resumer &m_resumer;
    TaskRoot *m_parent = nullptr;
    std::coroutine_handle<> m_next;
    bool m_driving = false;
    bool m_ended = false;
};

/// The place where a frame is suspended; a member of its awaiter, so it vanishes with the frame.
class ResumePoint : public Posted
{
public:
    void arm(TaskRoot &root, std::coroutine_handle<> frame);
    bool isArmed() const { return m_root != nullptr; }
    /// Resumes the frame from a posted call. Twice is once.
    void post();
    TaskRoot &root() const { return *m_root; }

protected:
    void fire() override;

private:
    TaskRoot *m_root = nullptr;
    std::coroutine_handle<> m_frame;
};

} // namespace gleaner
