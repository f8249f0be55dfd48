// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "core/crawl/record.h"

#include <optional>
#include <vector>

namespace gleaner
{

/// A download that was begun earlier, as it stood when it was last written down.
struct KnownSession {
    QByteArray id;
    enum class State : quint8 {
        Finished,
        Unfinished,
        InUse, ///< a program is at it
        Newer, ///< of a later version of this program; nothing else is known of it
        Unreadable, ///< nothing else is known of it
    };
    State state = State::Unreadable;
    qint64 changedAt = 0; ///< ms since 1970
    CrawlJob job; ///< with its folders, without secrets
    Totals totals;
};

/// All of them, the one changed last first. Reads files; not for a thread that must not wait.
std::vector<KnownSession> knownSessions(const QString &stateDirectory);

/// The one of that id, or the last one of that folder. Nothing if there is none.
std::optional<KnownSession> findKnownSession(
    const QString &stateDirectory, const QString &folderOrId);

} // namespace gleaner
