// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "core/crawl/crawllog.h"
#include "core/crawl/trapgroups.h"

#include <QSet>

namespace gleaner
{

struct Discovery;

/// When does it matter what a page says? That takes time to be read.
enum class PrintNeed : quint8 {
    Never,
    IfLeadingDeeper, ///< pages that are found on it may be copies of it
    Always, ///< its address has numbers or names a session, or it may be one copy too many
};
/// Of the page that has these links. Pure, any thread.
bool isPrintNeeded(PrintNeed need, const Discovery &discovery, const Address &page);

/// What a site makes up without end: recognised, set aside in groups, released. Owned by the
/// crawler, crawl thread; no I/O.
///
/// Only what shows that there is no end to it is set aside (see shapewatch.h for the figures), and
/// only what was found on its own likes: what a page outside names is asked for. An address that is
/// in no group any more, or is found elsewhere, is judged anew like one that was out of scope.
///
/// Memory: TrapGroups and ShapeWatch are bounded; four bytes for an address whose page was read,
/// and some 30 for one that names a session.
class Traps
{
public:
    /// `today` in days since 1970-01-01: what lies ahead of it has not happened yet.
    explicit Traps(TrapPolicy policy, qint64 today = currentDay());
    ~Traps();
    Q_DISABLE_COPY_MOVE(Traps)
    static qint64 currentDay();

    /// Must it be set aside? `id` is its own number, `referrer` the page that leads to it.
    bool holds(const CrawlLog &log, const Address &address, RecordId id, RecordId referrer) const;
    /// It is skipped for that: into its group, if it is not in one.
    void park(const CrawlLog &log, RecordId id);
    /// As park() with what an earlier run set aside. What nothing holds any more stays out.
    void parkAgain(const CrawlLog &log, RecordId id);
    void leave(RecordId id) { m_groups.leave(id); }
    std::vector<RecordId> release(TrapNumber number) { return m_groups.release(number); }

    /// Of a page that has come and is to be read.
    PrintNeed printNeed(const CrawlLog &log, RecordId id) const;

    // What is learnt, in this order for each page.

    /// An address is known from now on.
    void noteAddress(const CrawlLog &log, RecordId id);
    /// A page has come; its links are going to be judged. 0 where its print is not needed.
    void beginPage(const CrawlLog &log, RecordId id, PagePrint print);
    /// It has led to an address that nobody knew.
    void noteFound(const CrawlLog &log, RecordId page, const Address &found);
    /// All its links have been judged.
    void endPage(const CrawlLog &log, RecordId id);
    /// A file that is not read for links is saved.
    void noteFile(const CrawlLog &log, RecordId id, QByteArrayView sha256);

    const TrapGroups &groups() const { return m_groups; }
    std::vector<TrapGroup> takeChanged(size_t most = mostTold)
    {
        return m_groups.takeChanged(most);
    }
    QByteArray packed() const { return m_groups.packed(); }
    void unpack(const QByteArray &packed) { m_groups.unpack(packed); }

    /// So many groups are told of at a time.
    static constexpr size_t mostTold = 50;

private:
    /// Why an address is to be set aside: in a group that exists, or will.
    struct Finding {
        TrapKey key;
        QByteArray shape;
    };
    std::optional<Finding> find(
        const CrawlLog &log, const Address &address, RecordId id, RecordId referrer) const;
    std::optional<Finding> repetition(const Address &address) const;
    std::optional<Finding> session(const CrawlLog &log, const Address &address, RecordId id) const;
    std::optional<Finding> endless(const Address &address, const Address &referrer) const;
    std::optional<Finding> copy(
        const CrawlLog &log, const Address &address, RecordId referrer) const;
    std::optional<TrapNumber> copiesAbove(const Address &address, PagePrint print) const;

    void judgeCopies(const CrawlLog &log, RecordId id);
    void judgeSession(const CrawlLog &log, RecordId id);

    struct Learnt; ///< what is remembered of the pages
    const TrapPolicy m_policy;
    const qint64 m_today;
    TrapGroups m_groups;
    const std::unique_ptr<Learnt> m_learnt;
};

} // namespace gleaner
