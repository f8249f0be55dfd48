// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/filerewriting.h"
#include "core/save/diskwriter.h"

#include <QHash>

#include <memory>

class QThreadPool;

namespace gleaner
{

struct HeldSession;

/// Goes once through a session's saved documents and leaves each with its links rewritten, or as it
/// was served.
///
/// Each file is changed as a whole: what is to lie there, and the way back, is in the session
/// before it is written beside the file and put in its place. A kill, or a power cut, leaves files
/// of both kinds; the next pass goes on. Owned by the crawler, crawl thread; writer and pool
/// outlive it.
class RewritePass
{
public:
    RewritePass(std::shared_ptr<HeldSession> held, DiskWriter &writer, QThreadPool &pool,
        std::shared_ptr<const CrawlLog> log, LinkPolicy policy);
    Q_DISABLE_COPY_MOVE(RewritePass)

    /// To be awaited once. Its error is the disk's or the session's.
    Task<std::optional<SaveError>> run();
    /// It ends before the next batch.
    void stop() { m_isStopped = true; }
    bool wasStopped() const { return m_isStopped; }

    struct Sums {
        qint64 changed = 0;
        qint64 unreadable = 0; ///< left as served: nobody can say how to change them
    };
    const Sums &sums() const { return m_sums; }

private:
    struct Batch {
        std::vector<FileToRewrite> files;
        std::vector<RewrittenFile> results; ///< of these
        std::vector<QByteArray> parts; ///< under which they are written; empty if they are not
        size_t next = 0; ///< the document to go on with
    };
    /// What the disk thread needs to know from its own calls before. What survey() finds stays.
    struct Known {
        std::shared_ptr<HeldSession> held;
        std::shared_ptr<Folder> folder;
        std::shared_ptr<const LinkTargets> targets;
        std::vector<RecordId> documents; ///< the first address of each file with links
        QHash<QByteArray, std::vector<RecordId>> sharing; ///< of several, by path
        std::vector<RewriteKey> gone; ///< what lies nowhere any more, once that is safe
    };

    Task<std::vector<RewrittenFile>> work(std::shared_ptr<Batch> batch, size_t begin, size_t end);
    Task<std::optional<SaveError>> change(std::shared_ptr<Batch> batch);
    Task<std::optional<SaveError>> finish();

    // In the disk thread.
    static bool prepare(
        Known &known, const std::shared_ptr<const CrawlLog> &log, LinkPolicy policy);
    static void survey(Known &known, const std::shared_ptr<const CrawlLog> &log);
    static std::shared_ptr<Batch> read(const Known &known, size_t next);
    static std::optional<SaveError> write(Known &known, Batch &batch);
    static void replace(Known &known, const Batch &batch);

    const std::shared_ptr<Known> m_known;
    DiskWriter &m_writer;
    QThreadPool &m_pool;
    const std::shared_ptr<const CrawlLog> m_log;
    const LinkPolicy m_policy;
    Sums m_sums;
    bool m_isStopped = false;
};

} // namespace gleaner
