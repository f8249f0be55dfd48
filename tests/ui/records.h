// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"

namespace gleaner
{

/// A record as the engine would report it when it is found.
inline Record foundRecord(RecordId id, QByteArrayView address, RecordId referrer = noRecord)
{
    Record record;
    record.id = id;
    record.address = Address::parse(address).value();
    record.referrer = referrer;
    record.found = {"a", "href"};
    return record;
}

inline Record savedRecord(Record record, qint64 bytes, const QString &path)
{
    record.state = RecordState::Saved;
    record.status = 200;
    record.bytes = bytes;
    record.path = path;
    record.type = "text/html";
    return record;
}

inline Record failedRecord(Record record, FailReason reason, quint16 status = 0)
{
    record.state = RecordState::Failed;
    record.fail = reason;
    record.status = status;
    record.tries = 4;
    return record;
}

/// Counts as the engine counts.
inline Totals totalsOf(const std::vector<Record> &records)
{
    Totals totals;
    for (const Record &record : records) {
        ++totals.known;
        switch (record.state) {
        case RecordState::Saved:
            ++totals.saved;
            totals.bytes += record.bytes;
            break;
        case RecordState::Unchanged:
            ++totals.unchanged;
            break;
        case RecordState::Redirected:
            ++totals.redirected;
            break;
        case RecordState::Skipped:
            ++totals.skipped;
            break;
        case RecordState::Failed:
            ++totals.failed;
            break;
        default:
            ++totals.waiting;
        }
    }
    return totals;
}

} // namespace gleaner
