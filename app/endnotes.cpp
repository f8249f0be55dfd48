// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endnotes.h"

#include "ui/texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace gleaner
{

namespace
{

const Record *find(const std::vector<Record> &records, const Address &address)
{
    const auto found = std::ranges::find(records, address, &Record::address);
    return found == records.end() ? nullptr : &*found;
}

/// Where a start's redirects lead; null if it was never found.
const Record *endOf(const std::vector<Record> &records, const Address &start)
{
    const Record *record = find(records, start);
    // A chain that loops ends in a failure.
    while (record && record->state == RecordState::Redirected)
        record = find(records, record->target);
    return record;
}

} // namespace

QStringList endNotes(const std::vector<Record> &records, const CrawlJob &job)
{
    QStringList notes;
    for (const Address &start : job.starts) {
        const Record *record = endOf(records, start);
        if (record && record->state == RecordState::Skipped)
            notes.append(addressText(record->address) + QStringLiteral(": ")
                + statusText(*record, job.scope));
    }
    const auto unverified = std::ranges::count_if(records, [](const Record &record) {
        return record.state == RecordState::Saved && !record.verified;
    });
    if (unverified > 0)
        notes.append(QCoreApplication::translate("Headless",
            "%n of the saved files could be incomplete: the server did not say how long.", nullptr,
            int(unverified)));
    return notes;
}

} // namespace gleaner
