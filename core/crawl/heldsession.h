// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "core/crawl/restoredlog.h"
#include "core/save/folder.h"
#include "core/store/sessiondatabase.h"
#include "core/store/sessionlist.h"

#include <memory>
#include <optional>

namespace gleaner
{

/// The disk thread's alone.
struct HeldSession {
    std::unique_ptr<SessionLock> lock;
    std::unique_ptr<SessionDatabase> database; ///< null before it is opened and once it is closed
    QString file;

    void close();
    /// What keeps the database from being written.
    SaveError error() const;
};

struct OpenedSession {
    std::optional<SaveError> error;
    QByteArray id;
    RestoredLog log;
    StoredSession stored; ///< the rest
};

/// Finds the session of that folder with these starts by the folder's marker, or makes one, and
/// reads it. The folder is open.
OpenedSession openSession(
    const std::shared_ptr<HeldSession> &session, Folder &folder, const CrawlJob &job);

/// The names of a session's values.
namespace sessionvalue
{
inline const QString starts = QStringLiteral("starts"); ///< as the person typed them
inline const QString directory = QStringLiteral("directory");
inline const QString job = QStringLiteral("job");
inline const QString movedStarts = QStringLiteral("moved starts"); ///< where they redirect to
/// Since when a program has it, in ms since 1970; empty where the last one ended in good order.
inline const QString openSince = QStringLiteral("open since");
/// Not empty while a finished download is looked through again: the name of the folder of what is
/// replaced meanwhile, if that is kept.
inline const QString updating = QStringLiteral("updating");
/// The folders of its old versions, oldest first, one a line.
inline const QString versions = QStringLiteral("versions");
/// Files that nobody may have any more, until the names are settled.
inline const QString left = QStringLiteral("left");
/// Not empty while saved files get other links, or their own ones back.
inline const QString rewriting = QStringLiteral("rewriting");
inline const QString totals = QStringLiteral("totals");
inline const QString cookies = QStringLiteral("cookies");
inline const QString asked = QStringLiteral("asked"); ///< whether it is to go on, at that size
inline const QString lanes = QStringLiteral("lanes");
inline const QString traps = QStringLiteral("traps"); ///< what was set aside, and what was released
} // namespace sessionvalue

/// What may lie at that path beside the bytes that were served.
std::vector<Rewriting> rewritingsAt(const SessionDatabase &database, const QByteArray &path);

} // namespace gleaner
