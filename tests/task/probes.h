// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"
#include "core/task/wakeup.h"
#include "tests/support/await.h"

#include <QByteArrayList>
#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>
#include <cstdint>
#include <map>

namespace gleaner::test
{

/// Counts its living objects. Give one to whatever must not be leaked or destroyed twice.
class Counted
{
public:
    Counted() { ++s_alive; }
    Counted(const Counted &) { ++s_alive; }
    Counted &operator=(const Counted &) = default;
    ~Counted() { --s_alive; }

    static int alive() { return s_alive; }

private:
    static inline int s_alive = 0;
};

/// What happened, in order, to be compared as one sentence.
class Log
{
public:
    void add(const QByteArray &event) { m_events.append(event); }
    /// What was added since the last call.
    QByteArray take() { return std::exchange(m_events, {}).join(", "); }

private:
    QByteArrayList m_events;
};

/// Adds its text to a log when it is destroyed.
class Epitaph
{
public:
    Epitaph(Log *log, QByteArray text)
        : m_log(log)
        , m_text(std::move(text))
    {
    }
    ~Epitaph() { m_log->add(m_text); }
    Q_DISABLE_COPY_MOVE(Epitaph)

private:
    Log *m_log;
    QByteArray m_text;
};

/// How far apart the stack was at the places that called note().
class StackSpan
{
public:
    [[gnu::noinline]] void note()
    {
        const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
        m_lowest = std::min(m_lowest, here);
        m_highest = std::max(m_highest, here);
    }
    std::uintptr_t bytes() const { return m_highest - m_lowest; }

private:
    std::uintptr_t m_lowest = UINTPTR_MAX;
    std::uintptr_t m_highest = 0;
};

/// Performers that start, wait for their cue, and end; it logs them and counts who is on.
class Stage
{
public:
    Log log;
    int running = 0;
    int mostRunning = 0;

    Wakeup &cue(const QByteArray &name) { return m_cues[name]; }
    /// The performer goes on, and so does one that waits for this cue only later.
    void call(const QByteArray &name) { cue(name).ring(); }

private:
    std::map<QByteArray, Wakeup> m_cues;
};

class Performance
{
public:
    explicit Performance(Stage *stage)
        : m_stage(stage)
    {
        m_stage->mostRunning = std::max(m_stage->mostRunning, ++m_stage->running);
    }
    ~Performance() { --m_stage->running; }
    Q_DISABLE_COPY_MOVE(Performance)

private:
    Stage *m_stage;
    Counted m_counted;
};

/// Starts, waits for its cue, ends with its name in lower case.
inline Task<QByteArray> perform(Stage *stage, QByteArray name)
{
    const Performance performance(stage);
    stage->log.add(name + " starts");
    co_await stage->cue(name);
    stage->log.add(name + " ends");
    co_return name.toLower();
}

/// Lets the event loop turn until everything that is ready now has gone on.
inline void settle()
{
    for (int turn = 0; turn < 16; ++turn)
        QCoreApplication::processEvents();
}

/// As waitFor(), for work that keeps the loop busy all the time: without QTest's naps.
template <typename T>
[[nodiscard]] bool turnUntilFinished(const QFuture<T> &future)
{
    const QDeadlineTimer deadline(longWait * 6);
    while (!future.isFinished() && !deadline.hasExpired())
        QCoreApplication::processEvents();
    return future.isFinished();
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool isSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool isSanitized = true;
#else
inline constexpr bool isSanitized = false;
#endif
#else
inline constexpr bool isSanitized = false;
#endif

} // namespace gleaner::test
