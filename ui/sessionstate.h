// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace gleaner
{

/// What a person sees a download doing. What was asked for shows at once; that it has come to
/// pass is known from the batches.
enum class SessionState : quint8 {
    Earlier, ///< of an earlier run, or not begun yet: nothing happens unless a person wants it
    Queued, ///< waits until others have ended; its session is there, and nothing is asked for
    Running,
    Pausing,
    Paused,
    Stopping,
    Stopped,
    Finished,
};
inline bool hasEnded(SessionState state)
{
    return state >= SessionState::Stopped;
}

/// Before its end, in an earlier run or in this one: it can be continued.
inline bool wasLeft(SessionState state)
{
    return state == SessionState::Earlier || state == SessionState::Stopped;
}

/// It has workers at work, or will have had until it has ended.
inline bool isAtWork(SessionState state)
{
    return state == SessionState::Running || state == SessionState::Pausing
        || state == SessionState::Stopping;
}

} // namespace gleaner
