// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logtexts.h"

#include "ui/figures.h"
#include "ui/lanetexts.h"
#include "ui/session.h"
#include "ui/texts.h"

#include <QCoreApplication>

namespace gleaner
{

namespace
{

/// Gives the strings below their context in the translations.
struct LogTexts {
    Q_DECLARE_TR_FUNCTIONS(gleaner::LogTexts)
};

QString stateText(SessionState state)
{
    switch (state) {
    case SessionState::Earlier:
        return LogTexts::tr("Not begun");
    case SessionState::Queued:
        return LogTexts::tr("The download waits for its turn");
    case SessionState::Running:
        return LogTexts::tr("The download runs");
    case SessionState::Pausing:
        return LogTexts::tr("The download is being paused");
    case SessionState::Paused:
        return LogTexts::tr("The download is paused");
    case SessionState::Stopping:
        return LogTexts::tr("The download is being stopped");
    case SessionState::Stopped:
        return LogTexts::tr("The download was stopped");
    case SessionState::Finished:
        return LogTexts::tr("The download has finished");
    }
    return {};
}

/// As it was then: the record may have gone on since.
QString outcomeText(const LogEntry &entry, const Session &session)
{
    const RecordTree &tree = session.tree()->tree();
    if (entry.record >= tree.size())
        return {};
    Record record = tree.record(entry.record);
    record.state = entry.state;
    record.skip = entry.skip;
    record.fail = entry.fail;
    record.tls = entry.tls;
    record.status = entry.status;
    const QString address = addressText(record.address);
    if (entry.state == RecordState::Retrying)
        return LogTexts::tr("Failed, tried again (try %1): %2: %3")
            .arg(countText(entry.tries + 1), failText(entry.fail, entry.status), address);
    const QString status = statusText(record, session.job().scope);
    if (entry.bytes >= 0 && entry.state == RecordState::Saved)
        return LogTexts::tr("%1: %2 (%3)").arg(status, address, sizeText(entry.bytes));
    return LogTexts::tr("%1: %2").arg(status, address);
}

QString laneText(const LogEntry &entry)
{
    LaneReport lane;
    lane.origin = entry.origin;
    lane.why = entry.trouble;
    lane.busyStatus = entry.status;
    lane.parkedFor = std::chrono::milliseconds(entry.wait);
    return LogTexts::tr("%1: %2").arg(laneHostText(lane), laneStateText(lane));
}

} // namespace

QString logLevelText(LogLevel level)
{
    switch (level) {
    case LogLevel::Info:
        return LogTexts::tr("Information");
    case LogLevel::Warning:
        return LogTexts::tr("Warning");
    case LogLevel::Error:
        return LogTexts::tr("Error");
    }
    return {};
}

QString logText(const LogEntry &entry, const Session &session)
{
    switch (entry.kind) {
    case LogEntry::Kind::Outcome:
        return outcomeText(entry, session);
    case LogEntry::Kind::State:
        return stateText(entry.session);
    case LogEntry::Kind::Fault:
        return session.fault() ? diskFaultText(*session.fault())
                               : LogTexts::tr("The disk could not be written to");
    case LogEntry::Kind::Question:
        return LogTexts::tr("The download has become large and asks whether to go on");
    case LogEntry::Kind::Lane:
        return laneText(entry);
    }
    return {};
}

} // namespace gleaner
