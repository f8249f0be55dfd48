// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/storeddownload.h"

#include "core/crawl/filetype.h"
#include "core/crawl/heldsession.h"
#include "core/crawl/recordrows.h"
#include "core/store/sessiondatabase.h"
#include "core/store/sessionlist.h"

#include <QFileInfo>

#include <algorithm>

namespace gleaner
{

namespace
{

bool readLog(const SessionDatabase &database, CrawlLog &log)
{
    bool isSound = true;
    const bool isWhole =
        database.visitAddresses([&](const StoredAddress &row, const StoredFile *file) {
            auto record = recordOf(row);
            isSound = record && record->id == log.size();
            if (!isSound)
                return false;
            if (file) {
                record->path = QString::fromUtf8(file->path);
                record->bytes = file->size;
                record->type = mimeEssence(file->contentType);
                record->verified = file->verified;
            }
            log.restore(*record);
            return true;
        });
    return isSound && isWhole;
}

} // namespace

StoredDownload::StoredDownload() = default;
StoredDownload::StoredDownload(StoredDownload &&) noexcept = default;
StoredDownload &StoredDownload::operator=(StoredDownload &&) noexcept = default;
StoredDownload::~StoredDownload() = default;

Address StoredDownload::referrerOf(const Record &record) const
{
    return record.referrer < log.size() ? log.address(record.referrer) : Address();
}

QByteArrayList StoredDownload::paths() const
{
    QByteArrayList paths;
    for (RecordId id = 0; id < log.size(); ++id) {
        if (const QString path = log.at(id).path; !path.isEmpty())
            paths.append(path.toUtf8());
    }
    std::ranges::sort(paths);
    // Addresses with equal bytes may share a file.
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    return paths;
}

std::variant<std::unique_ptr<SessionLock>, ExportFailure> holdSession(const KnownSession &session)
{
    auto why = SessionLock::Failure::OutOfReach;
    auto lock = SessionLock::take(sessionFile(session.job.stateDirectory, session.id), &why);
    if (lock)
        return lock;
    using Kind = ExportFailure::Kind;
    return ExportFailure{why == SessionLock::Failure::InUse ? Kind::SessionInUse : Kind::NotRead,
        session.job.directory, {}};
}

std::variant<StoredDownload, ExportFailure> readStoredDownload(
    const KnownSession &session, SessionHolder holder)
{
    using Kind = ExportFailure::Kind;
    const QString file = sessionFile(session.job.stateDirectory, session.id);
    StoredDownload download;
    download.session = session;
    if (!QFileInfo(session.job.directory).isDir())
        return ExportFailure{Kind::FolderMissing, session.job.directory, {}};
    if (holder == SessionHolder::Nobody) {
        auto held = holdSession(session);
        if (const auto *failure = std::get_if<ExportFailure>(&held))
            return *failure;
        download.lock = std::move(std::get<std::unique_ptr<SessionLock>>(held));
    }
    const SessionDatabase database(file);
    if (database.state() != SessionDatabase::State::Open || !database.setAside().isEmpty()
        || !readLog(database, download.log))
        return ExportFailure{Kind::NotRead, file, database.problem()};
    if (const QByteArray versions = database.value(sessionvalue::versions); !versions.isEmpty())
        download.versions = versions.split('\n');
    return download;
}

} // namespace gleaner
