// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jsonevents.h"

#include "core/crawl/jsonline.h"

#include <QJsonArray>

namespace gleaner
{

namespace
{

JsonLine event(const char *name)
{
    return JsonLine().add("event", QLatin1String(name));
}

QByteArray saved(const Record &record, const Address &referrer)
{
    return event("saved")
        .add("url", record.address)
        .add("path", record.path)
        .add("bytes", record.bytes)
        .add("status", numberOrNull(record.status))
        .add("type", textOrNull(record.type))
        .add("depth", record.depth)
        .add("referrer", referrer)
        .add("seconds", record.seconds)
        .add("verified", record.verified)
        .finish();
}

QByteArray failed(const Record &record, const Address &referrer)
{
    return event("failed")
        .add("url", record.address)
        .add("reason", QLatin1String(keyword(record.fail)))
        .add("detail", textOrNull(record.detail))
        .add("status", numberOrNull(record.status))
        .add("tries", record.tries)
        .add("referrer", referrer)
        .add("kept", record.kept)
        .finish();
}

} // namespace

QByteArray startedEvent(const CrawlJob &job, const QByteArray &session)
{
    QJsonArray urls;
    for (const Address &start : job.starts)
        urls.append(QString::fromUtf8(start.bytes()));
    return event("started")
        .add("urls", urls)
        .add("directory", job.directory)
        .add("workers", job.workers)
        .add("session", textOrNull(session))
        .finish();
}

QByteArray endedEvent(const Record &record, const Address &referrer)
{
    switch (record.state) {
    case RecordState::Saved:
        return saved(record, referrer);
    case RecordState::Unchanged:
        return event("unchanged").add("url", record.address).add("path", record.path).finish();
    case RecordState::Redirected:
        return event("redirected")
            .add("url", record.address)
            .add("to", record.target)
            .add("status", numberOrNull(record.status))
            .finish();
    case RecordState::Skipped:
        return event("skipped")
            .add("url", record.address)
            .add("reason", QLatin1String(keyword(record.skip)))
            .add("referrer", referrer)
            .finish();
    case RecordState::Failed:
        return failed(record, referrer);
    default:
        Q_UNREACHABLE();
    }
}

QByteArray movedEvent(const Address &address, const MovedFile &moved)
{
    return event("moved")
        .add("url", address)
        .add("from", moved.from)
        .add("path", moved.to)
        .finish();
}

QByteArray finishedEvent(const Batch &last)
{
    const Totals &totals = last.totals;
    const char *outcome = last.phase == CrawlPhase::Stopped ? "stopped"
        : totals.failed > 0                                 ? "incomplete"
                                                            : "complete";
    JsonLine line = event("finished");
    line.add("outcome", QLatin1String(outcome))
        .add("saved", totals.saved)
        .add("unchanged", totals.unchanged)
        .add("redirected", totals.redirected)
        .add("skipped", totals.skipped)
        .add("failed", totals.failed)
        .add("waiting", totals.waiting)
        .add("known", totals.known)
        .add("bytes", totals.bytes)
        .add("seconds", totals.seconds);
    if (last.versionsKept)
        line.add("versions", *last.versionsKept);
    return line.finish();
}

} // namespace gleaner
