// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawllog.h"

#include <algorithm>

namespace gleaner
{

CrawlLog::CrawlLog()
{
    m_clock.start();
}

CrawlLog::Added CrawlLog::add(
    const Address &address, LinkKind kind, FoundIn found, RecordId referrer, int depth)
{
    const auto [id, isNew] = m_addresses.add(address);
    if (!isNew)
        return {id, false};
    Record record;
    record.id = id;
    record.address = address;
    record.kind = kind;
    record.found = found;
    record.referrer = referrer;
    record.depth = quint16(std::min(depth, 65535));
    m_records.push_back({});
    m_records.back().pack(record, m_addresses, m_common);
    m_isChanged.push_back(false);
    m_isUnstored.push_back(false);
    ++m_totals.known;
    count(record, +1);
    return {id, true};
}

Record CrawlLog::at(RecordId id) const
{
    Record record;
    record.id = id;
    record.address = m_addresses.at(id);
    m_records[id].unpack(record, m_addresses, m_common);
    return record;
}

void CrawlLog::restore(const Record &record)
{
    // The log's numbers are the table's, whatever a damaged database holds.
    m_addresses.append(record.address);
    m_records.push_back({});
    m_records.back().pack(record, m_addresses, m_common);
    m_isChanged.push_back(false);
    m_isUnstored.push_back(false);
    m_stored = m_records.size();
    ++m_totals.known;
    count(record, +1);
}

std::optional<RecordId> CrawlLog::endOfRedirects(const Address &address) const
{
    auto id = find(address);
    // A chain that loops ends in a failure.
    while (id && state(*id) == RecordState::Redirected)
        id = find(at(*id).target);
    return id;
}

std::vector<RecordId> CrawlLog::takeUnstored()
{
    std::vector<RecordId> ids = std::exchange(m_unstored, {});
    for (const RecordId id : ids)
        m_isUnstored[id] = false;
    for (; m_stored < m_records.size(); ++m_stored)
        ids.push_back(RecordId(m_stored));
    return ids;
}

void CrawlLog::moveNearer(RecordId id, int depth)
{
    m_records[id].setDepth(quint16(std::min(depth, 65535)));
    markUnstored(id);
    if (!isFinal(state(id)))
        markChanged(id);
}

bool CrawlLog::movePath(RecordId id, const QString &path)
{
    Record record = at(id);
    record.path = path;
    m_records[id].pack(record, m_addresses, m_common);
    return id < m_announced && !m_isChanged[id];
}

Totals CrawlLog::totals() const
{
    Totals totals = m_totals;
    totals.seconds = double(m_clock.elapsed()) / 1000;
    return totals;
}

Batch CrawlLog::takeBatch(size_t mostAdded)
{
    Batch batch;
    const size_t end = m_announced + std::min(mostAdded, m_records.size() - m_announced);
    batch.added.reserve(end - m_announced);
    for (size_t id = m_announced; id < end; ++id)
        batch.added.push_back(at(RecordId(id)));
    batch.changed.reserve(m_changed.size());
    for (const RecordId id : m_changed) {
        m_isChanged[id] = false;
        // What is new is in `added` already, as it is now, or will be.
        if (id < m_announced)
            batch.changed.push_back(at(id));
    }
    m_changed.clear();
    m_announced = end;
    batch.totals = totals();
    return batch;
}

void CrawlLog::count(const Record &record, int sign)
{
    m_totals.suspects += record.suspicion == Suspicion::None ? 0 : sign;
    switch (record.state) {
    case RecordState::Saved:
        m_totals.saved += sign;
        m_totals.bytes += sign * record.bytes;
        return;
    case RecordState::Unchanged:
        m_totals.unchanged += sign;
        return;
    case RecordState::Redirected:
        m_totals.redirected += sign;
        return;
    case RecordState::Skipped:
        m_totals.skipped += sign;
        return;
    case RecordState::Failed:
        m_totals.failed += sign;
        return;
    default:
        m_totals.waiting += sign;
    }
}

void CrawlLog::markUnstored(RecordId id)
{
    if (id >= m_stored || m_isUnstored[id])
        return;
    m_isUnstored[id] = true;
    m_unstored.push_back(id);
}

void CrawlLog::markChanged(RecordId id)
{
    markUnstored(id);
    if (m_isChanged[id])
        return;
    m_isChanged[id] = true;
    m_changed.push_back(id);
}

} // namespace gleaner
