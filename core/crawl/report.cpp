// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/report.h"

#include "core/crawl/jsonline.h"
#include "core/save/sheets.h"

namespace gleaner
{

namespace
{

const char *keyword(Change change)
{
    switch (change) {
    case Change::None:
        return "";
    case Change::New:
        return "new";
    case Change::Changed:
        return "changed";
    case Change::Gone:
        return "gone";
    }
    Q_UNREACHABLE();
}

const char *reasonOf(const Record &record)
{
    if (record.state == RecordState::Skipped)
        return keyword(record.skip);
    return record.state == RecordState::Failed ? keyword(record.fail) : "";
}

QByteArray numberOrNothing(qint64 number, qint64 nothing)
{
    return number == nothing ? QByteArray() : QByteArray::number(number);
}

bool isSaved(const Record &record)
{
    return record.state == RecordState::Saved || record.state == RecordState::Unchanged;
}

const char *yesOrNo(bool value)
{
    return value ? "true" : "false";
}

} // namespace

const char *keyword(RecordState state)
{
    switch (state) {
    case RecordState::Saved:
        return "saved";
    case RecordState::Unchanged:
        return "unchanged";
    case RecordState::Redirected:
        return "redirected";
    case RecordState::Skipped:
        return "skipped";
    case RecordState::Failed:
        return "failed";
    default:
        return "waiting";
    }
}

QByteArray reportTitles()
{
    return csvLine({"url", "state", "reason", "status", "type", "bytes", "path", "referrer",
        "depth", "to", "tries", "seconds", "verified", "kept", "change", "detail", "suspect"});
}

QByteArray reportRow(const Record &record, const Address &referrer)
{
    return csvLine({record.address.bytes(), keyword(record.state), reasonOf(record),
        numberOrNothing(record.status, 0), record.type, numberOrNothing(record.bytes, -1),
        record.path.toUtf8(), referrer.bytes(), QByteArray::number(record.depth),
        record.target.bytes(), QByteArray::number(record.tries),
        QByteArray::number(record.seconds, 'f', 3), isSaved(record) ? yesOrNo(record.verified) : "",
        yesOrNo(record.kept), keyword(record.change), record.detail.toUtf8(),
        keyword(record.suspicion)});
}

QByteArray reportLine(const Record &record, const Address &referrer)
{
    return JsonLine()
               .add("url", record.address)
               .add("state", QLatin1String(keyword(record.state)))
               .add("reason", textOrNull(QByteArray(reasonOf(record))))
               .add("status", numberOrNull(record.status))
               .add("type", textOrNull(record.type))
               .add("bytes", record.bytes < 0 ? QJsonValue() : QJsonValue(record.bytes))
               .add("path", textOrNull(record.path))
               .add("referrer", referrer)
               .add("depth", record.depth)
               .add("to", record.target)
               .add("tries", record.tries)
               .add("seconds", record.seconds)
               .add("verified", isSaved(record) ? QJsonValue(record.verified) : QJsonValue())
               .add("kept", record.kept)
               .add("change", textOrNull(QByteArray(keyword(record.change))))
               .add("detail", textOrNull(record.detail))
               .add("suspect", textOrNull(QByteArray(keyword(record.suspicion))))
               .finish()
        + '\n';
}

} // namespace gleaner
