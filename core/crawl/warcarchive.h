// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/archivedrecords.h"
#include "core/crawl/record.h"
#include "core/save/diskwriter.h"
#include "core/task/pipeliner.h"

#include <QHash>

#include <memory>
#include <optional>

class QThreadPool;

namespace gleaner
{

/// The WARC files of a run: requests, answers, and short records for what has come before.
///
/// Records are packed on the pool and written by the disk thread, one after the other, each before
/// the file that it is about gets its name. A body that lies in a file is read from there, in
/// pieces. Owned by the crawl, in its thread; writer and pool outlive it.
class WarcArchive
{
public:
    WarcArchive(DiskWriter &writer, QThreadPool &pool, const CrawlJob &job);
    /// As after finish(), but without saying how the run has ended.
    ~WarcArchive();
    Q_DISABLE_COPY_MOVE(WarcArchive)

    /// Ends when the records are written.
    Task<std::optional<SaveError>> keep(WarcEntry entry);
    /// The run is over: what was not written to its end is cut off, the file gets its name.
    void finish(const Totals &totals);

    /// So many payloads are known again within a run; those after them are all kept as a whole.
    static constexpr qsizetype mostSeen = 250'000;

private:
    struct Disk; ///< the disk thread's alone
    struct Seen {
        QByteArray target;
        qint64 date = 0;
    };
    using Error = std::optional<SaveError>;

    Task<QByteArray> hashOf(std::shared_ptr<ArchivedRecords> record);
    Task<Error> write(std::shared_ptr<ArchivedRecords> record);
    Task<Error> writeFile(std::shared_ptr<ArchivedRecords> record);
    Task<Error> append(QByteArray member);
    Task<void> finishLeftovers();

    DiskWriter &m_writer;
    QThreadPool &m_pool;
    const HttpSecrets m_secrets;
    const QByteArray m_target; ///< what the file as a whole is about
    QHash<QByteArray, Seen> m_seen; ///< by the payload's SHA-256
    std::shared_ptr<Disk> m_disk;
    bool m_hasLooked = false; ///< for what killed runs have left
    Pipeliner m_turns{1};
};

} // namespace gleaner
