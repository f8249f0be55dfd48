// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace gleaner::test
{

/// Listens to a crawl as the window and the terminal do, and notes whatever breaks a promise.
class Follower
{
public:
    void take(const Batch &batch)
    {
        expect(!ended(), "a batch after the last one");
        expect(acknowledged || isLast(batch), "a batch before the last was acknowledged");
        ++batches;
        acknowledged = false;
        QSet<RecordId> named;
        for (const Record &record : batch.added) {
            expect(record.id == records.size(), "ids with a gap");
            expect(!m_seen.contains(record.address), "an address twice");
            m_seen.insert(record.address, record.id);
            records.push_back(record);
            named.insert(record.id);
            tell(record);
        }
        for (const Record &record : batch.changed) {
            expect(!named.contains(record.id), "a record twice in one batch");
            named.insert(record.id);
            expect(record.id < records.size(), "a change of an unknown record");
            records[record.id] = record;
            tell(record);
        }
        for (const MovedFile &moved : batch.moved) {
            expect(isLast(batch), "a move before the end");
            expect(moved.id < records.size() && records[moved.id].path == moved.from,
                "a move of what is not there");
            if (moved.id < records.size())
                records[moved.id].path = moved.to;
            moves.append(moved.from.toUtf8() + " -> " + moved.to.toUtf8());
        }
        for (const TrapGroup &group : batch.traps) {
            expect(group.number <= traps.size(), "groups with a gap");
            traps.resize(std::max<size_t>(traps.size(), group.number + 1));
            traps[group.number] = group;
        }
        totals = batch.totals;
        phase = batch.phase;
        limitReached = batch.limitReached;
        fault = batch.fault;
        diskPauses = batch.diskPauses;
        connection = batch.connection;
        session = batch.session;
        versionsKept = batch.versionsKept;
        question = batch.question;
        questions = std::max(questions, batch.questions); // The last batch asks nothing.
        workers = batch.workers;
        lanes = batch.lanes;
        if (ended())
            addUp();
    }

    bool ended() const { return phase == CrawlPhase::Finished || phase == CrawlPhase::Stopped; }
    bool knows(const QByteArray &address) const { return m_seen.contains(parsed(address)); }
    const Record &record(const QByteArray &address) const
    {
        static const Record none;
        const auto id = m_seen.constFind(parsed(address));
        return id == m_seen.cend() ? none : records[*id];
    }
    /// "saved", "skipped depth", "failed reset", "waiting": what became of an address.
    QByteArray of(const QByteArray &address) const
    {
        return knows(address) ? described(record(address)) : "unknown";
    }
    int depthOf(const QByteArray &address) const { return record(address).depth; }

    static QByteArray described(const Record &record)
    {
        switch (record.state) {
        case RecordState::Saved:
            return "saved";
        case RecordState::Unchanged:
            return "unchanged";
        case RecordState::Redirected:
            return "redirected";
        case RecordState::Skipped:
            return QByteArray("skipped ") + keyword(record.skip);
        case RecordState::Failed:
            return QByteArray("failed ") + keyword(record.fail);
        default:
            return "waiting";
        }
    }

    /// A person asks for it again: it may end a second time.
    void forgetEnd(const QByteArray &address) { m_told.remove(record(address).id); }

    bool acknowledged = true;
    int batches = 0;
    std::vector<Record> records;
    std::vector<WorkerReport> workers;
    std::vector<LaneReport> lanes;
    std::vector<TrapGroup> traps; ///< by number, as they are now
    Totals totals;
    CrawlPhase phase = CrawlPhase::Running;
    bool limitReached = false;
    std::optional<DiskFault> fault;
    std::optional<qint64> versionsKept;
    int diskPauses = 0;
    Connection connection = Connection::There;
    QByteArrayList moves; ///< "from -> to"
    QByteArray session;
    GrowthQuestion question = GrowthQuestion::None;
    int questions = 0;
    QByteArrayList problems;

private:
    static Address parsed(const QByteArray &text)
    {
        return Address::parse(text).value_or(Address());
    }
    static bool isLast(const Batch &batch)
    {
        return batch.phase == CrawlPhase::Finished || batch.phase == CrawlPhase::Stopped;
    }
    void expect(bool holds, const char *problem)
    {
        if (!holds)
            problems.append(problem);
    }
    /// As the JSON events: every address ends in exactly one of them. What is skipped for its
    /// scope, depth, filter or nofollow, or at the end of too many redirects, may be taken back and
    /// is told at the end.
    void tell(const Record &record)
    {
        const bool provisional = record.state == RecordState::Skipped
            && (record.skip == SkipReason::Scope || record.skip == SkipReason::Depth
                || record.skip == SkipReason::Filter || record.skip == SkipReason::Nofollow
                || record.skip == SkipReason::Trap || record.skip == SkipReason::Host
                || record.skip == SkipReason::Unticked || record.skip == SkipReason::Limit);
        if (!isFinal(record.state) || provisional)
            return;
        if (m_told.contains(record.id))
            problems.append("told twice: " + record.address.bytes());
        m_told.insert(record.id);
    }
    void addUp()
    {
        QMap<RecordState, qint64> counts;
        qint64 waiting = 0;
        qint64 bytes = 0;
        for (const Record &record : records) {
            ++counts[record.state];
            waiting += isFinal(record.state) ? 0 : 1;
            bytes += record.state == RecordState::Saved ? record.bytes : 0;
        }
        expect(totals.known == qint64(records.size()), "known does not add up");
        expect(totals.saved == counts[RecordState::Saved], "saved does not add up");
        expect(totals.redirected == counts[RecordState::Redirected], "redirected does not add up");
        expect(totals.skipped == counts[RecordState::Skipped], "skipped does not add up");
        expect(totals.failed == counts[RecordState::Failed], "failed does not add up");
        expect(totals.waiting == waiting, "waiting does not add up");
        expect(totals.bytes == bytes, "bytes do not add up");
        expect(phase == CrawlPhase::Stopped || waiting == 0, "finished with addresses waiting");
    }

    QHash<Address, RecordId> m_seen;
    QSet<RecordId> m_told;
};

} // namespace gleaner::test
