// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/recordtree.h"
#include "ui/sessionstate.h"

#include <QHash>

#include <chrono>
#include <deque>
#include <vector>

namespace gleaner
{

enum class LogLevel : quint8 { Info, Warning, Error };

/// One thing that has happened, as values: its words are made when somebody reads them.
struct LogEntry {
    enum class Kind : quint8 {
        Outcome, ///< an address has ended, or is tried again
        State, ///< the download has another state
        Fault, ///< the disk refuses
        Question, ///< it has paused by itself, to ask
        Lane, ///< a host is left alone for a while
    };
    qint64 at = 0; ///< ms since 1970
    Kind kind = Kind::Outcome;
    LogLevel level = LogLevel::Info;
    RecordId record = noRecord; ///< of an outcome
    RecordState state = RecordState::Waiting;
    SkipReason skip = SkipReason::Scope;
    FailReason fail = FailReason::Http;
    TlsProblem tls = TlsProblem::None;
    quint16 status = 0;
    quint16 tries = 0;
    qint64 bytes = -1;
    SessionState session = SessionState::Earlier; ///< of a state
    LaneTrouble trouble = LaneTrouble::None; ///< of a lane
    qint64 wait = 0; ///< milliseconds
    QByteArray origin = {};
};

/// What has happened to a download lately: the last so many entries. Holds no text of passwords,
/// because it holds no text: addresses are named by their records, which have none.
///
/// A value of the window's thread, owned by its Session.
class SessionLog
{
public:
    static constexpr size_t most = 10'000;

    /// Takes what a batch says. What an earlier run has left is no news.
    void apply(const Batch &batch, qint64 now);
    void noteState(SessionState state, qint64 now);

    /// How many there were in all; the last `size()` of them are here.
    quint64 count() const { return m_count; }
    size_t size() const { return m_entries.size(); }
    quint64 first() const { return m_count - m_entries.size(); }
    /// By its number, from first() on.
    const LogEntry &at(quint64 number) const { return m_entries[size_t(number - first())]; }

private:
    void noteRecord(const Record &record, qint64 now);
    void noteLanes(const std::vector<LaneReport> &lanes, qint64 now);
    void add(LogEntry entry);

    std::deque<LogEntry> m_entries;
    quint64 m_count = 0;
    QHash<QByteArray, std::chrono::milliseconds> m_parked; ///< by origin: what is left of its wait
    int m_faults = 0;
    int m_questions = 0;
};

} // namespace gleaner
