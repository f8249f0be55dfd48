// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/heldsession.h"

#include "core/crawl/jobfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace gleaner
{

namespace
{

using Readable = SessionReadable;

/// In ms: so long after it got its name a file may still not be known to be safe.
constexpr qint64 longestUnsafe = 60'000;

SaveError sessionError(DiskFaultKind kind, const QString &file, const QString &detail = {})
{
    return {DiskFault{kind, file, detail}, detail};
}

/// Does the folder that the session last was in still name it? Then this one is a copy of it.
bool isElsewhere(const QString &directory, const QString &here, const QByteArray &id)
{
    if (directory.isEmpty() || QFileInfo(directory) == QFileInfo(here))
        return false;
    Folder other(directory);
    return QFileInfo(directory).isDir() && !other.reopen() && other.marks().contains(id);
}

/// The session among those the folder names that began where this job begins.
std::optional<QByteArray> findSession(const QByteArrayList &ids, const CrawlJob &job)
{
    QByteArrayList newestFirst = ids;
    std::ranges::reverse(newestFirst);
    for (const QByteArray &id : std::as_const(newestFirst)) {
        const QString file = sessionFile(job.stateDirectory, id);
        if (!isSessionId(id) || !QFile::exists(file))
            continue;
        QHash<QString, QByteArray> values;
        const Readable readable = readSessionValues(file, values);
        const bool isOfHere = readable == Readable::No
            || (values.value(sessionvalue::starts) == startsText(job.starts)
                && !isElsewhere(
                    QString::fromUtf8(values.value(sessionvalue::directory)), job.directory, id));
        if (readable == Readable::Newer || isOfHere)
            return id;
    }
    return std::nullopt;
}

/// False if the rows contradict themselves: then nothing of them can be believed.
bool read(const HeldSession &held, OpenedSession &opened)
{
    auto log = restoreLog(*held.database);
    if (!log)
        return false;
    opened.log = std::move(*log);
    opened.stored = held.database->load();
    return true;
}

/// After a power cut the disk may have files, or beginnings of them, of whose landings it has
/// nothing. They are younger than what is known to be safe, and no row names them.
Folder::IsForgotten forgottenSince(const std::shared_ptr<HeldSession> &session, qint64 openSince)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const qint64 since = std::max(openSince, session->database->lastSaved() - longestUnsafe);
    return
        [session, since, now](const RelativePath &path, qint64 changedAt, const QByteArray &part) {
            return session->database && changedAt >= since && changedAt < now
                && !session->database->knows(path.folders.join('/'), path.file, part);
        };
}

} // namespace

void HeldSession::close()
{
    database.reset();
    lock.reset();
}

SaveError HeldSession::error() const
{
    const QString problem = database ? database->problem() : QString();
    const bool isFull = database && database->wasDiskFull();
    return sessionError(
        isFull ? DiskFaultKind::Full : DiskFaultKind::SessionOutOfReach, file, problem);
}

OpenedSession openSession(
    const std::shared_ptr<HeldSession> &session, Folder &folder, const CrawlJob &job)
{
    HeldSession &held = *session;
    OpenedSession opened;
    QByteArrayList ids = folder.marks();
    const auto found = findSession(ids, job);
    opened.id = found.value_or(newSessionId());
    held.file = sessionFile(job.stateDirectory, opened.id);

    auto why = SessionLock::Failure::OutOfReach;
    held.lock = SessionLock::take(held.file, &why);
    if (!held.lock) {
        opened.error =
            sessionError(why == SessionLock::Failure::InUse ? DiskFaultKind::SessionInUse
                                                            : DiskFaultKind::SessionOutOfReach,
                why == SessionLock::Failure::InUse ? job.directory : held.file);
        return opened;
    }
    held.database = std::make_unique<SessionDatabase>(held.file);
    if (held.database->state() != SessionDatabase::State::Open) {
        opened.error = held.database->state() == SessionDatabase::State::Newer
            ? sessionError(DiskFaultKind::SessionNewer, job.directory)
            : held.error();
        held.close();
        return opened;
    }
    if (!read(held, opened)) {
        held.database->startOver();
        if (held.database->state() != SessionDatabase::State::Open || !read(held, opened)) {
            opened.error = held.error();
            return opened;
        }
    }
    const qint64 crashed = opened.stored.values.value(sessionvalue::openSince).toLongLong();
    folder.setSession(
        opened.id, crashed > 0 ? forgottenSince(session, crashed) : Folder::IsForgotten());
    SessionChanges changes;
    changes.values.insert(
        sessionvalue::openSince, QByteArray::number(QDateTime::currentMSecsSinceEpoch()));
    changes.values.insert(sessionvalue::starts, startsText(job.starts));
    changes.values.insert(sessionvalue::directory, job.directory.toUtf8());
    changes.values.insert(sessionvalue::job, toJson(job));
    if (!held.database->write(changes)) {
        opened.error = held.error();
        return opened;
    }
    if (!found) {
        // The others stay: each is a download of its own into this folder.
        ids.removeIf([&](const QByteArray &id) {
            return !isSessionId(id) || !QFile::exists(sessionFile(job.stateDirectory, id));
        });
        ids.append(opened.id);
        opened.error = folder.setMarks(ids);
    }
    return opened;
}

} // namespace gleaner
