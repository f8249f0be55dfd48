// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/placement.h"
#include "core/crawl/record.h"
#include "core/save/folder.h"
#include "core/save/namerule.h"
#include "core/store/storedrows.h"
#include "core/task/task.h"

#include <QHash>

class QThreadPool;

namespace gleaner
{

class CrawlLog;
class SessionKeeper;

/// Gives every file the name that the rule gives it, once all of them are here.
///
/// On arrival the first to come has the plain name, because nobody knows what else will. What the
/// rule gives to another is moved when the run is done, so that names depend on what is saved and
/// on nothing else. Most downloads have nothing to move. Owned by the crawler, crawl thread; log,
/// keeper and pool outlive it.
class NamePass
{
public:
    NamePass(CrawlLog &log, SessionKeeper &keeper, QThreadPool &pool);
    Q_DISABLE_COPY_MOVE(NamePass)

    /// A file that others shared has changed for one of its addresses, which has another one now.
    /// If nobody has it when the names are settled, it goes.
    void leave(const StoredFile &file);
    /// All of these, as the session keeps them.
    QByteArray left() const;
    void loadLeft(const QByteArray &packed);

    /// To be awaited once, when nothing of the crawl goes on any more. Its error is the disk's or
    /// the session's.
    Task<std::optional<SaveError>> run(NameSource names, QByteArray startOrigin);
    /// Who wants it to end need not wait: the next run settles the names.
    void stop() { m_isStopped = true; }

    /// What has moved and was told under another name.
    std::vector<MovedFile> takeMoved() { return std::exchange(m_moved, {}); }

private:
    Placement placementFor(const Record &record) const;
    Task<std::vector<StoredMove>> movesOf(std::vector<RecordId> involved);
    Task<std::optional<SaveError>> carryOut(std::vector<StoredMove> moves);
    void note(const StoredMove &move);

    CrawlLog &m_log;
    SessionKeeper &m_keeper;
    QThreadPool &m_pool;
    NameSource m_names = NameSource::Address;
    QByteArray m_startOrigin;
    NameSurvey m_survey;
    QHash<QByteArray, FiledBefore> m_left; ///< by path
    std::vector<MovedFile> m_moved;
    bool m_isStopped = false;
};

} // namespace gleaner
