// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawllog.h"

#include <QSet>

#include <functional>
#include <optional>
#include <vector>

namespace gleaner
{

class SessionDatabase;

/// The log of an earlier run as a new one begins with it. Made in the disk thread, row by row: a
/// million records are never there twice.
///
/// With addresses that wait it is to be continued: what has ended stays as it is, except where the
/// job may judge it otherwise and where a failure may have healed. Without any it is to be updated:
/// everything is asked for again, what is saved only if it has changed. Or else nothing is taken up
/// but what the job may judge otherwise, because somebody will say what to retry.
struct RestoredLog {
    CrawlLog log;
    bool isUpdate = false;
    std::vector<RecordId> reopened; ///< what other options let in; its rows say otherwise still
    std::vector<bool> toResume; ///< by id: to be taken up once the starts have answered
    QSet<RecordId> shared; ///< their files are other addresses' too
    qint64 files = 0; ///< that earlier runs have saved
    qint64 bytes = 0; ///< of these
};

enum class Restoring : quint8 {
    AsItStands,
    WithoutUpdate, ///< even if it is finished
    AsUpdate, ///< an update was begun and is not done
    ToFinish, ///< all but its links is done: nothing is asked for that is saved
    AsContinuation, ///< nothing waits, but something that was set aside is wanted now
};
/// Does a saved file still lie there, as long as it was?
using FileLook = std::function<bool(const QByteArray &path, qint64 size)>;

/// What was skipped for one of these may be judged otherwise now, beside what is always judged anew
/// by where it was found: see isByScope().
struct Reopened {
    std::vector<SkipReason> always;
    std::vector<SkipReason> byUpdate; ///< only where everything is asked for again
};

/// Nothing if the rows cannot be read, or contradict themselves: then none of them can be believed.
std::optional<RestoredLog> restoreLog(const SessionDatabase &database, Restoring restoring,
    const Reopened &reopened, const FileLook &isThere);

/// Of records, each with a hash of its path, those that have the same path as another of them.
/// Puts them into another order.
QSet<RecordId> sharedPaths(const CrawlLog &log, std::vector<std::pair<size_t, RecordId>> &paths);

/// A record of before, to be asked for as if it were new; it keeps the path of its file.
void waitAsNew(Record &record);

} // namespace gleaner
