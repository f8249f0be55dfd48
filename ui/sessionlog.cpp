// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessionlog.h"

#include <algorithm>

namespace gleaner
{

using namespace std::chrono_literals;

void SessionLog::add(LogEntry entry)
{
    m_entries.push_back(std::move(entry));
    ++m_count;
    if (m_entries.size() > most)
        m_entries.pop_front();
}

void SessionLog::apply(const Batch &batch, qint64 now)
{
    for (const Record &record : batch.added) {
        // Not asked in this run: it was known before, or is out of scope like a thousand others.
        if (record.tries > 0)
            noteRecord(record, now);
    }
    for (const Record &record : batch.changed)
        noteRecord(record, now);
    noteLanes(batch.lanes, now);
    if (batch.diskPauses > m_faults || (batch.fault && m_faults == 0)) {
        m_faults = std::max(batch.diskPauses, 1);
        add({.at = now, .kind = LogEntry::Kind::Fault, .level = LogLevel::Error});
    }
    if (batch.questions > m_questions) {
        m_questions = batch.questions;
        add({.at = now, .kind = LogEntry::Kind::Question});
    }
}

void SessionLog::noteRecord(const Record &record, qint64 now)
{
    const bool retries = record.state == RecordState::Retrying;
    if (!isFinal(record.state) && !retries)
        return;
    LogEntry entry{.at = now, .record = record.id, .state = record.state};
    if (record.state == RecordState::Failed)
        entry.level = LogLevel::Error;
    else if (retries)
        entry.level = LogLevel::Warning;
    entry.skip = record.skip;
    entry.fail = record.fail;
    entry.tls = record.tls;
    entry.status = record.status;
    entry.tries = record.tries;
    entry.bytes = record.bytes;
    add(std::move(entry));
}

void SessionLog::noteLanes(const std::vector<LaneReport> &lanes, qint64 now)
{
    QHash<QByteArray, std::chrono::milliseconds> parked;
    for (const LaneReport &lane : lanes) {
        if (lane.parkedFor <= 0ms)
            continue;
        parked.insert(lane.origin, lane.parkedFor);
        // A wait that grows is another one.
        const auto known = m_parked.constFind(lane.origin);
        if (known != m_parked.cend() && lane.parkedFor <= *known + 100ms)
            continue;
        LogEntry entry{.at = now, .kind = LogEntry::Kind::Lane, .level = LogLevel::Warning};
        entry.trouble = lane.why;
        entry.status = quint16(lane.busyStatus);
        entry.wait = lane.parkedFor.count();
        entry.origin = lane.origin;
        add(std::move(entry));
    }
    m_parked = std::move(parked);
}

void SessionLog::noteState(SessionState state, qint64 now)
{
    add({.at = now, .kind = LogEntry::Kind::State, .session = state});
}

} // namespace gleaner
