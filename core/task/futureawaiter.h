// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

#include <QFuture>

#include <memory>

namespace gleaner
{

/// Awaits a QFuture of somebody else's: QtConcurrent's, Qt's, a TaskGroup's.
///
/// Gives the result (moved out of the future if it cannot be copied), rethrows the exception, or
/// throws TaskCancelled when it ended with neither. A QFuture has room for one continuation, and
/// this takes it: one awaiter per future. Cancelling a future wakes nobody until its promise has
/// ended.
template <typename T>
class FutureAwaiter
{
public:
    explicit FutureAwaiter(QFuture<T> future)
        : m_future(std::move(future))
    {
    }
    ~FutureAwaiter()
    {
        if (m_line)
            m_line->point = nullptr;
    }
    Q_DISABLE_COPY_MOVE(FutureAwaiter)

    bool await_ready() const { return m_future.isFinished(); }
    template <typename Promise>
    void await_suspend(std::coroutine_handle<Promise> frame)
    {
        TaskRoot &root = *frame.promise().root;
        m_point.arm(root, frame);
        m_line = std::make_shared<Line>(Line{&m_point});
        // The promise may end in any thread: the continuation only posts, and the point is looked
        // at in the frame's own thread, where it is taken away when the frame dies first.
        const auto wake = [door = root.resumer().door(), line = m_line] {
            door.post([line] {
                if (line->point)
                    line->point->post();
            });
        };
        m_future.then([wake](QFuture<T>) { wake(); }).onCanceled(wake);
    }
    T await_resume()
    {
        if constexpr (std::is_void_v<T>) {
            m_future.waitForFinished();
            if (m_future.isCanceled())
                throw TaskCancelled();
        } else {
            // The count decides: a late cancel() does not take back a result that is there.
            if (m_future.resultCount() > 0) {
                if constexpr (std::is_copy_constructible_v<T>)
                    return m_future.resultAt(0);
                else // takeResult() would let a promise that still lives end a second time
                    return std::move(const_cast<T &>(*m_future.constBegin()));
            }
            m_future.waitForFinished();
            throw TaskCancelled();
        }
    }

private:
    struct Line {
        ResumePoint *point;
    };
    QFuture<T> m_future;
    ResumePoint m_point;
    std::shared_ptr<Line> m_line;
};

template <typename T>
FutureAwaiter<T> operator co_await(QFuture<T> future)
{
    return FutureAwaiter<T>(std::move(future));
}

} // namespace gleaner
