// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/sessionsearch.h"

#include "core/crawl/heldsession.h"
#include "core/crawl/jobfile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace gleaner
{

namespace
{

/// Does the folder that the session last was in still name it? Then this one is a copy of it.
bool isElsewhere(const QString &directory, const QString &here, const QByteArray &id)
{
    return !directory.isEmpty() && QFileInfo(directory) != QFileInfo(here)
        && marksOf(directory).contains(id);
}

bool beganAlike(const QHash<QString, QByteArray> &values, const CrawlJob &job)
{
    return values.value(sessionvalue::starts) == startsText(job.starts);
}

/// The session among those the folder names that began where this job begins; else one that is so
/// damaged that nobody knows where it began.
std::optional<QByteArray> findMarked(const QByteArrayList &ids, const CrawlJob &job)
{
    QByteArrayList newestFirst = ids;
    std::ranges::reverse(newestFirst);
    std::optional<QByteArray> damaged;
    for (const QByteArray &id : std::as_const(newestFirst)) {
        const QString file = sessionFile(job.stateDirectory, id);
        if (!isSessionId(id) || !QFile::exists(file))
            continue;
        QHash<QString, QByteArray> values;
        const SessionReadable readable = readSessionValues(file, values);
        if (readable == SessionReadable::Newer)
            return id;
        if (readable == SessionReadable::No)
            damaged = damaged.value_or(id);
        else if (beganAlike(values, job)
            && !isElsewhere(
                QString::fromUtf8(values.value(sessionvalue::directory)), job.directory, id))
            return id;
    }
    return damaged;
}

/// The session of that folder whose mark was removed.
std::optional<QByteArray> findUnmarked(const CrawlJob &job)
{
    for (const SessionSummary &summary : listSessions(job.stateDirectory)) {
        if (beganAlike(summary.values, job)
            && summary.values.value(sessionvalue::directory) == job.directory.toUtf8())
            return summary.id;
    }
    return std::nullopt;
}

} // namespace

QByteArrayList marksOf(const QString &directory)
{
    Folder folder(directory);
    if (!QFileInfo(directory).isDir() || folder.reopen())
        return {};
    const auto marks = folder.marks();
    const auto *ids = std::get_if<QByteArrayList>(&marks);
    return ids ? *ids : QByteArrayList();
}

std::optional<QByteArray> findSession(const QByteArrayList &marks, const CrawlJob &job)
{
    const auto marked = findMarked(marks, job);
    return marked ? marked : findUnmarked(job);
}

} // namespace gleaner
