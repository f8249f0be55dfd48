// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/packedrecord.h"

#include <QElapsedTimer>

#include <limits>
#include <optional>
#include <vector>

namespace gleaner
{

/// Every address of the run and what became of it: the records, the seen-set, the sums, and what
/// of all this the window has not heard of yet. Owned by the crawler, crawl thread.
///
/// Records are kept packed and made when they are asked for; who needs one field asks for that.
class CrawlLog
{
public:
    CrawlLog();

    struct Added {
        RecordId id;
        bool isNew;
    };
    /// Tests and inserts in one step. A new record waits.
    Added add(const Address &address, LinkKind kind, FoundIn found, RecordId referrer, int depth);

    /// Puts a record of an earlier run back; its id is the next one, its address unknown so far.
    void restore(const Record &record);

    Record at(RecordId id) const;
    Address address(RecordId id) const { return m_addresses.at(id); }
    QByteArrayView addressBytes(RecordId id) const { return m_addresses.bytesAt(id); }
    RecordId referrer(RecordId id) const { return m_records[id].referrer(); }
    RecordState state(RecordId id) const { return m_records[id].state(); }
    SkipReason skipReason(RecordId id) const { return m_records[id].skip(); }
    int depth(RecordId id) const { return m_records[id].depth(); }

    std::optional<RecordId> find(const Address &address) const { return m_addresses.find(address); }
    /// Where an address's redirects lead, as far as they are known; nothing if it is unknown.
    std::optional<RecordId> endOfRedirects(const Address &address) const;
    size_t size() const { return m_records.size(); }

    /// Changes a record through `change(Record &)`; sums and batches follow. Its number and
    /// address are not to be changed.
    template <typename Change>
    void update(RecordId id, Change change)
    {
        Record record = at(id);
        count(record, -1);
        change(record);
        count(record, +1);
        m_records[id].pack(record, m_addresses, m_common);
        markChanged(id);
    }

    /// Found in fewer clicks. A record that has ended is not announced again for that: it ends
    /// once, and whoever counts ends by the batches must not see it twice.
    void moveNearer(RecordId id, int depth);

    /// Its file has another name. A record that was told is not announced again for that, either:
    /// true says that somebody has to be told otherwise. The session is to be told otherwise.
    [[nodiscard]] bool movePath(RecordId id, const QString &path);

    /// The sums but for the speed.
    Totals totals() const;

    /// What is new since the last call, no more than so many records that were not told before;
    /// the caller fills in workers, speed and phase.
    Batch takeBatch(size_t mostAdded = std::numeric_limits<size_t>::max());
    bool hasNews() const { return m_announced < m_records.size() || !m_changed.empty(); }

    /// What is new or changed since the last call, for whoever writes it down, each id once.
    std::vector<RecordId> takeUnstored();
    bool hasUnstored() const { return m_stored < m_records.size() || !m_unstored.empty(); }

private:
    void count(const Record &record, int sign);
    void markChanged(RecordId id);
    void markUnstored(RecordId id);

    AddressTable m_addresses;
    Pieces<PackedRecord> m_records;
    CommonValues m_common;
    std::vector<RecordId> m_changed;
    std::vector<bool> m_isChanged;
    size_t m_announced = 0; ///< records below this were in a batch
    std::vector<RecordId> m_unstored; ///< of those below m_stored
    std::vector<bool> m_isUnstored;
    size_t m_stored = 0; ///< records below this have been taken to be written down
    Totals m_totals;
    QElapsedTimer m_clock;
};

} // namespace gleaner
