// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endnotes.h"

#include "ui/texts.h"
#include "ui/traptexts.h"

#include <QCoreApplication>

#include <algorithm>

namespace gleaner
{

QStringList endNotes(const CrawlLog &log, const CrawlJob &job)
{
    QStringList notes;
    for (const Address &start : job.starts) {
        const auto id = log.endOfRedirects(start);
        if (!id || log.state(*id) != RecordState::Skipped)
            continue;
        const Record record = log.at(*id);
        notes.append(
            addressText(record.address) + QStringLiteral(": ") + statusText(record, job.scope));
    }
    int unverified = 0;
    int robots = 0;
    for (RecordId id = 0; id < log.size(); ++id) {
        if (log.state(id) == RecordState::Saved && !log.at(id).verified)
            ++unverified;
        if (log.state(id) == RecordState::Skipped && log.skipReason(id) == SkipReason::Robots)
            ++robots;
    }
    if (robots > 0)
        notes.append(QCoreApplication::translate("Headless",
            "%n addresses were left out because robots.txt asks for it, or could not be read; "
            "--no-robots asks for them, too.",
            nullptr, robots));
    if (unverified > 0)
        notes.append(QCoreApplication::translate("Headless",
            "%n of the saved files could be incomplete: the server did not say how long.", nullptr,
            unverified));
    return notes;
}

QStringList trapNotes(const std::vector<TrapGroup> &groups)
{
    constexpr size_t mostNamed = 5;
    QStringList notes;
    const std::vector<TrapGroup> parked = parkedGroups(groups);
    for (size_t i = 0; i < std::min(mostNamed, parked.size()); ++i)
        notes.append(trapText(parked[i]));
    if (parked.size() > mostNamed)
        notes.append(QCoreApplication::translate(
            "Headless", "%n more of that kind.", nullptr, int(parked.size() - mostNamed)));
    if (!parked.empty())
        notes.append(QCoreApplication::translate(
            "Headless", "The same command with --no-traps asks for these as well."));
    return notes;
}

} // namespace gleaner
