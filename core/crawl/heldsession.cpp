// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/heldsession.h"

#include "core/crawl/jobfile.h"
#include "core/crawl/namemoves.h"
#include "core/crawl/recordrows.h"
#include "core/crawl/sessionsearch.h"
#include "core/save/safename.h"
#include "core/save/versions.h"

#include <QDateTime>

#include <algorithm>
#include <ctime>
#include <utility>

namespace gleaner
{

namespace
{

/// In ms: so long after it got its name a file may still not be known to be safe.
constexpr qint64 longestUnsafe = 60'000;

SaveError sessionError(DiskFaultKind kind, const QString &file, const QString &detail = {})
{
    return {DiskFault{kind, file, detail}, detail};
}

/// Does the job go on because it wants what an earlier run has set aside? As it stands it judges
/// that anew in any case.
bool wantsTraps(const CrawlJob &job, const SessionDatabase &database)
{
    return job.rerun == Rerun::Update
        && (job.traps == TrapPolicy::Follow || !job.releasedTraps.empty())
        && database.hasReason(int(RecordState::Skipped), int(SkipReason::Trap));
}

/// Does the job want what a scan has only listed?
bool wantsListed(const CrawlJob &job, const SessionDatabase &database)
{
    return job.rerun == Rerun::Update && job.purpose == Purpose::Download
        && database.hasReason(int(RecordState::Skipped), int(SkipReason::Unticked));
}

/// What has been decided by other options than the job's now.
Reopened reopenedBy(const CrawlJob &job, const QByteArray &storedJob)
{
    Reopened reasons;
    if (job.purpose == Purpose::Download)
        reasons.always.push_back(SkipReason::Unticked);
    if (job.purpose == Purpose::Scan)
        reasons.byUpdate.push_back(SkipReason::Unticked);
    const auto before = jobFromJson(storedJob);
    if (!before)
        return reasons;
    if (before->robots != job.robots)
        reasons.always.push_back(SkipReason::Robots);
    if (before->maxFileSize != job.maxFileSize)
        reasons.always.push_back(SkipReason::Size);
    if (before->types != job.types)
        reasons.always.push_back(SkipReason::Type);
    return reasons;
}

/// Landings of what has been saved since. They are there for others that were noted with them, and
/// only the address says whose they are: an id that no row had yet may be another's by now.
void forgetSaved(const HeldSession &held, const CrawlLog &log, std::vector<StoredLanding> &landings)
{
    // What is forgotten of an address is the newest, and with it what that had replaced.
    QHash<QByteArray, bool> isSaved;
    for (size_t i = landings.size(); i-- > 0;) {
        const StoredLanding &landing = landings[i];
        if (isSaved.contains(landing.address))
            continue;
        const auto address = Address::parse(landing.address);
        const auto id = address ? log.find(*address) : std::nullopt;
        const auto file = id ? held.database->fileOf(*id) : std::nullopt;
        isSaved.insert(landing.address, file && file->hash == landing.saved.hash);
        if (isSaved.value(landing.address))
            held.database->forgetLanding(landing.address);
    }
    std::erase_if(
        landings, [&](const StoredLanding &landing) { return isSaved.value(landing.address); });
}

/// False if it cannot be read, or the rows contradict themselves.
bool read(const HeldSession &held, Folder &folder, const CrawlJob &job, OpenedSession &opened)
{
    opened.error.reset();
    auto stored = held.database->load();
    if (!stored)
        return false;
    // The machine's fault and not the rows': nothing is to be set aside for it.
    opened.error = finishMoves(held, folder);
    if (opened.error)
        return true;
    const bool isUpdating = !stored->values.value(sessionvalue::updating).isEmpty();
    const bool isRewriting = !stored->values.value(sessionvalue::rewriting).isEmpty();
    const Restoring restoring = isUpdating ? Restoring::AsUpdate
        : wantsTraps(job, *held.database)  ? Restoring::AsContinuation
        : wantsListed(job, *held.database) ? Restoring::AsContinuation
        : isRewriting                      ? Restoring::ToFinish
        : job.rerun == Rerun::Update       ? Restoring::AsItStands
                                           : Restoring::WithoutUpdate;
    const auto isThere = [&](const QByteArray &path, qint64 size) {
        return folder.has(pathFromText(path), size);
    };
    auto log = restoreLog(*held.database, restoring,
        reopenedBy(job, stored->values.value(sessionvalue::job)), isThere);
    if (!log)
        return false;
    forgetSaved(held, log->log, stored->landings);
    opened.log = std::move(*log);
    opened.stored = std::move(*stored);
    return true;
}

/// The last run did not come to its end. The reason may be a page that is met only in writing: then
/// no run ever would.
bool wasCutOff(const SessionDatabase &database)
{
    return !database.value(sessionvalue::openSince).isEmpty()
        || !database.value(sessionvalue::rewriting).isEmpty();
}

const QByteArray withoutVersions = "yes";

/// From now on what is replaced is kept, if the job says so. An update that goes on keeps its
/// folder for that, so that a kill leaves no trace in what is kept.
void keepVersions(
    Folder &folder, const CrawlJob &job, const OpenedSession &opened, SessionChanges &changes)
{
    const auto before = [&](const QString &name) { return opened.stored.values.value(name); };
    QByteArray updating = withoutVersions;
    if (job.oldVersions == OldVersions::Kept) {
        updating = before(sessionvalue::updating);
        if (updating.isEmpty() || updating == withoutVersions)
            updating = versionsName(QDateTime::currentMSecsSinceEpoch());
        folder.keepVersions(updating);
        QByteArray versions = before(sessionvalue::versions);
        if (!versions.split('\n').contains(updating))
            versions += (versions.isEmpty() ? "" : "\n") + updating;
        changes.values.insert(sessionvalue::versions, versions);
    }
    changes.values.insert(sessionvalue::updating, opened.log.isUpdate ? updating : QByteArray());
}

qint64 bootTime()
{
    timespec sinceBoot{};
    clock_gettime(CLOCK_BOOTTIME, &sinceBoot);
    return QDateTime::currentMSecsSinceEpoch() - qint64(sinceBoot.tv_sec) * 1000;
}

/// After a power cut the disk may have files, or beginnings of them, of whose landings it has
/// nothing. They are younger than what is known to be safe and older than this boot, and no row
/// names them. What a person has made of our files since is not among them.
Folder::IsForgotten forgottenSince(const std::shared_ptr<HeldSession> &session, qint64 openSince)
{
    const qint64 until = bootTime();
    const qint64 since = std::max(openSince, session->database->lastSaved() - longestUnsafe);
    return [session, since, until](
               const RelativePath &path, qint64 changedAt, const QByteArray &part) {
        if (!session->database || changedAt < since || changedAt >= until)
            return false;
        const auto isKnown = [&](const QByteArray &name) {
            return session->database->knows(path.folders.join('/'), name, part);
        };
        const auto base = withoutSpareMark(path.file);
        return !isKnown(path.file) && !(base && isKnown(*base));
    };
}

/// Reads it, and notes that it goes on. False if the database is at fault: it cannot be read or
/// written, or its rows contradict themselves.
bool begin(const std::shared_ptr<HeldSession> &session, Folder &folder, const CrawlJob &job,
    OpenedSession &opened)
{
    HeldSession &held = *session;
    if (!read(held, folder, job, opened)) {
        opened.error = held.error();
        // Without a problem of SQLite's it is the rows that contradict themselves.
        return !held.database->isDamaged() && !held.database->problem().isEmpty();
    }
    if (opened.error)
        return !held.database->isDamaged();
    const qint64 crashed = opened.stored.values.value(sessionvalue::openSince).toLongLong();
    folder.setSession(
        opened.id, crashed > 0 ? forgottenSince(session, crashed) : Folder::IsForgotten());
    SessionChanges changes;
    changes.values.insert(
        sessionvalue::openSince, QByteArray::number(QDateTime::currentMSecsSinceEpoch()));
    keepVersions(folder, job, opened, changes);
    changes.values.insert(sessionvalue::starts, startsText(job.starts));
    changes.values.insert(sessionvalue::directory, job.directory.toUtf8());
    changes.values.insert(sessionvalue::job, toJson(job));
    // With the job that lets them in: the next run does not see any more that it was another.
    for (const RecordId id : opened.log.reopened)
        changes.addresses.push_back(rowOf(opened.log.log.at(id)));
    if (held.database->write(changes))
        return true;
    opened.error = held.error();
    return !held.database->isDamaged();
}

} // namespace

std::vector<Rewriting> rewritingsAt(const SessionDatabase &database, const QByteArray &path)
{
    std::vector<Rewriting> all;
    for (const StoredRewrite &row : database.rewritesAt(path))
        all.push_back({row.hash, row.size, row.served, row.servedSize});
    return all;
}

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
    // Two programs that begin here at once would not see each other's mark.
    const Descriptor alone = folder.lockMarks();
    const auto marks = folder.marks();
    if (const auto *error = std::get_if<SaveError>(&marks)) {
        opened.error = *error;
        return opened;
    }
    const auto &ids = std::get<QByteArrayList>(marks);
    opened.id = findSession(ids, job).value_or(newSessionId());
    if (!ids.contains(opened.id))
        opened.error = folder.addMark(opened.id);
    if (opened.error)
        return opened;
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
    if (wasCutOff(*held.database) && !held.database->isSound())
        held.database->startOver();
    if (held.database->state() != SessionDatabase::State::Open) {
        opened.error = held.error();
        return opened;
    }
    folder.setRewritings([session](const QByteArray &path) {
        return session->database ? rewritingsAt(*session->database, path)
                                 : std::vector<Rewriting>();
    });
    if (!begin(session, folder, job, opened)) {
        held.database->startOver();
        if (held.database->state() != SessionDatabase::State::Open
            || !begin(session, folder, job, opened))
            opened.error = held.error();
    }
    return opened;
}

} // namespace gleaner
