// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session.h"

// What a person wants of a download, or does not want of it any more. Whoever was stopped at once
// has no engine left.

namespace gleaner
{

void Session::releaseTrap(TrapNumber number)
{
    if (m_download)
        m_download->releaseTrap(number);
}

void Session::askForAnswer(RecordId id)
{
    if (m_download)
        m_download->askForAnswer(id);
}

void Session::prefer(const std::vector<RecordId> &those, const QByteArrayList &branches)
{
    if (m_download)
        m_download->prefer(those, branches);
}

void Session::tryConnection()
{
    if (m_download)
        m_download->tryConnection();
}

void Session::noteDisposing()
{
    m_isDisposing = true;
    Q_EMIT progressed();
}

void Session::noteDisposed(const std::vector<RecordId> &gone)
{
    m_isDisposing = false;
    Batch batch;
    for (const RecordId id : gone) {
        if (id >= m_tree.tree().size())
            continue;
        Record record = m_tree.tree().record(id);
        m_totals.saved -= record.state == RecordState::Saved;
        m_totals.unchanged -= record.state == RecordState::Unchanged;
        m_totals.failed -= record.state == RecordState::Failed;
        m_totals.skipped += record.state != RecordState::Skipped;
        m_totals.suspects -= record.suspicion != Suspicion::None;
        m_totals.bytes -= record.state == RecordState::Saved ? record.bytes : 0;
        record.state = RecordState::Skipped;
        record.skip = SkipReason::User;
        record.suspicion = Suspicion::None;
        record.path.clear();
        record.bytes = -1;
        batch.changed.push_back(record);
    }
    m_tree.apply(batch);
    m_problems.apply(batch);
    Q_EMIT told(batch);
    Q_EMIT progressed();
}

const Record *Session::failedStart() const
{
    if (m_state != SessionState::Finished || m_totals.saved + m_totals.unchanged > 0)
        return nullptr;
    const RecordTree &tree = m_tree.tree();
    const Record *failed = nullptr;
    const Record *skipped = nullptr;
    for (RecordId id = 0; id < tree.size(); ++id) {
        const Record &record = tree.record(id);
        // Of an earlier run there is something to show.
        if (!record.path.isEmpty())
            return nullptr;
        if (record.state == RecordState::Failed && !failed)
            failed = &record;
        // It is there, and nobody has wanted it so far, or wants it any more.
        if (record.state == RecordState::Skipped
            && (record.skip == SkipReason::Unticked || record.skip == SkipReason::User))
            return nullptr;
        if (record.state == RecordState::Skipped && !skipped)
            skipped = &record;
    }
    return failed ? failed : skipped;
}

} // namespace gleaner
