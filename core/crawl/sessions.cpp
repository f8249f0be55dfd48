// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/sessions.h"

#include "core/crawl/heldsession.h"
#include "core/crawl/jobfile.h"
#include "core/crawl/sessionsearch.h"
#include "core/crawl/sessionvalues.h"
#include "core/store/sessionlist.h"

#include <QDir>

#include <algorithm>

namespace gleaner
{

namespace
{

KnownSession knownFrom(const SessionSummary &summary, const QString &stateDirectory)
{
    using State = KnownSession::State;
    KnownSession known;
    known.id = summary.id;
    known.changedAt = summary.changedAt;
    const auto job = jobFromJson(summary.values.value(sessionvalue::job));
    if (summary.readable == SessionReadable::Newer || !job) {
        known.state = summary.readable == SessionReadable::Newer ? State::Newer : State::Unreadable;
        return known;
    }
    known.job = *job;
    known.job.directory = QString::fromUtf8(summary.values.value(sessionvalue::directory));
    known.job.stateDirectory = stateDirectory;
    known.totals = totalsFromText(summary.values.value(sessionvalue::totals));
    const bool isFinished = known.totals.known > 0 && known.totals.waiting == 0;
    known.state = summary.isInUse ? State::InUse : isFinished ? State::Finished : State::Unfinished;
    return known;
}

} // namespace

std::vector<KnownSession> knownSessions(const QString &stateDirectory)
{
    std::vector<KnownSession> sessions;
    for (const SessionSummary &summary : listSessions(stateDirectory))
        sessions.push_back(knownFrom(summary, stateDirectory));
    return sessions;
}

std::optional<KnownSession> findKnownSession(
    const QString &stateDirectory, const QString &folderOrId)
{
    const std::vector<KnownSession> sessions = knownSessions(stateDirectory);
    const auto named = std::ranges::find(sessions, folderOrId.toUtf8(), &KnownSession::id);
    if (named != sessions.end())
        return *named;
    const QString directory = QDir::cleanPath(QDir::current().absoluteFilePath(folderOrId));
    const QByteArrayList marks = marksOf(directory);
    const auto here = std::ranges::find_if(
        sessions, [&](const KnownSession &session) { return marks.contains(session.id); });
    if (here == sessions.end())
        return std::nullopt;
    // The folder may have been moved since.
    KnownSession session = *here;
    session.job.directory = directory;
    return session;
}

} // namespace gleaner
