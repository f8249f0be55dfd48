// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <deque>
#include <functional>
#include <memory>

class QThreadPool;

namespace gleaner
{

/// The thread-safe end of an Inbox: whoever holds a copy can post calls into the inbox's thread.
/// Calls posted after the inbox is gone are dropped.
class Door
{
public:
    /// Runs `call` later in the inbox's thread, in the order of posting. Any thread.
    /// False if the inbox is gone; the call is then destroyed here, unrun.
    bool post(std::function<void()> call) const;

private:
    friend class Inbox;
    struct Shared;
    explicit Door(std::shared_ptr<Shared> shared);
    std::shared_ptr<Shared> m_shared;
};

/// Calls from other threads arrive here, as one posted event for all that are waiting.
///
/// Together with startOnPool() the only way by which anything of ours crosses threads: both carry
/// the annotations that ThreadSanitizer needs, because Debian's Qt is not instrumented. Owned by
/// an object of the thread it lives in, and destroyed in that thread; waiting calls die with it.
class Inbox : public QObject
{
public:
    Inbox();
    ~Inbox() override;
    Q_DISABLE_COPY_MOVE(Inbox)

    Door door() const;

protected:
    bool event(QEvent *event) override;

private:
    std::shared_ptr<Door::Shared> m_shared;
    std::deque<std::function<void()>> m_taken; ///< arrived, not run yet
};

/// Runs `work` on a thread of the pool. Work on a pool cannot be called back.
void startOnPool(QThreadPool &pool, std::function<void()> work);

/// A thread that runs posted calls one after the other: the disk writer, the crawl.
///
/// Owned by whoever created it, in the creator's thread. The destructor lets every call that was
/// posted before it finish, then joins.
class SerialThread
{
public:
    explicit SerialThread(const QString &name);
    ~SerialThread();
    Q_DISABLE_COPY_MOVE(SerialThread)

    const Door &door() const { return m_door; }

private:
    QThread m_thread;
    std::unique_ptr<Inbox> m_inbox;
    Door m_door;
};

} // namespace gleaner
