// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/restoredlog.h"

#include "core/crawl/filetype.h"
#include "core/crawl/recordrows.h"
#include "core/net/retry.h"
#include "core/store/sessiondatabase.h"

#include <algorithm>
#include <utility>

namespace gleaner
{

namespace
{

/// The same address may end otherwise now.
bool mayHaveHealed(const Record &record)
{
    switch (record.fail) {
    case FailReason::Dns:
    case FailReason::Refused:
    case FailReason::Reset:
    case FailReason::Timeout:
    case FailReason::Slow:
    case FailReason::Incomplete:
    case FailReason::Proxy:
        return true;
    default:
        return record.kept || canHealStatus(record.status);
    }
}

/// How a record of that run begins this one. True if it is to be taken up.
bool beginAgain(Record &record, bool isUpdate, bool retriesFailed, const Reopened &reopened)
{
    const RecordState state = record.state;
    if (isUpdate) {
        if (state != RecordState::Skipped)
            waitAsNew(record);
        return state != RecordState::Skipped || record.skip != SkipReason::User;
    }
    if (state == RecordState::Saved) {
        record.state = RecordState::Unchanged;
        return false;
    }
    const bool isReopened =
        state == RecordState::Skipped && std::ranges::count(reopened, record.skip) > 0;
    if (state == RecordState::Waiting || isReopened
        || (state == RecordState::Failed && retriesFailed && mayHaveHealed(record))) {
        waitAsNew(record);
        return true;
    }
    return state == RecordState::Skipped && isByScope(record.skip);
}

} // namespace

QSet<RecordId> sharedPaths(const CrawlLog &log, std::vector<std::pair<size_t, RecordId>> &paths)
{
    QSet<RecordId> shared;
    std::ranges::sort(paths);
    for (size_t i = 1; i < paths.size(); ++i) {
        const RecordId one = paths[i - 1].second;
        const RecordId other = paths[i].second;
        if (paths[i - 1].first == paths[i].first && log.at(one).path == log.at(other).path) {
            shared.insert(one);
            shared.insert(other);
        }
    }
    return shared;
}

void waitAsNew(Record &record)
{
    record.state = RecordState::Waiting;
    record.change = Change::None;
    record.suspicion = Suspicion::None;
    record.status = 0;
    record.tries = 0;
    record.kept = false;
    record.detail.clear();
    record.target = Address();
    record.seconds = 0;
}

std::optional<RestoredLog> restoreLog(const SessionDatabase &database, Restoring restoring,
    const Reopened &reopened, const FileLook &isThere)
{
    RestoredLog restored;
    const bool isFinished = !database.hasStateBelow(int(RecordState::Saved));
    restored.isUpdate =
        restoring == Restoring::AsUpdate || (restoring == Restoring::AsItStands && isFinished);
    const bool retriesFailed = restoring != Restoring::WithoutUpdate || !isFinished;
    std::vector<std::pair<size_t, RecordId>> paths;
    bool isSound = true;
    qint64 lastReferrer = StoredAddress::none;
    const bool isWhole =
        database.visitAddresses([&](const StoredAddress &row, const StoredFile *file) {
            auto record = recordOf(row);
            isSound = record && record->id == restored.log.size()
                && (file || record->state != RecordState::Saved);
            if (!isSound)
                return false;
            lastReferrer = std::max(lastReferrer, row.referrer);
            if (file) {
                record->path = QString::fromUtf8(file->path);
                record->bytes = file->size;
                ++restored.files;
                restored.bytes += file->size;
                record->type = mimeEssence(file->contentType);
                record->verified = file->verified;
                record->offered = QString::fromUtf8(file->offered);
                paths.emplace_back(qHash(record->path), record->id);
                // What the person has removed is not here, whatever was saved.
                if (record->state == RecordState::Saved && !isThere(file->path, file->size))
                    record->state = RecordState::Waiting;
            }
            const bool wasSkipped = record->state == RecordState::Skipped;
            restored.toResume.push_back(
                beginAgain(*record, restored.isUpdate, retriesFailed, reopened));
            if (wasSkipped && record->state == RecordState::Waiting)
                restored.reopened.push_back(record->id);
            restored.log.restore(*record);
            return true;
        });
    // Any of them, because what is taken back belongs to a page that may be younger.
    if (!isSound || !isWhole || lastReferrer >= qint64(restored.log.size()))
        return std::nullopt;
    restored.isUpdate = restored.isUpdate && restored.log.size() > 0;
    restored.shared = sharedPaths(restored.log, paths);
    return restored;
}

} // namespace gleaner
