// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jsonevents.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace gleaner
{

namespace
{

/// Written as it is between quotes; QJsonDocument knows how to write the others.
bool isPlain(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(),
        [](char letter) { return uchar(letter) >= ' ' && letter != '"' && letter != '\\'; });
}

/// Only documents can be written by Qt, so the value goes in an array and loses its brackets.
QByteArray writtenByQt(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).sliced(1).chopped(1);
}

/// A document for each value took a sixth of the crawl thread's time; most values need none.
QByteArray written(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return "null";
    case QJsonValue::Bool:
        return value.toBool() ? "true" : "false";
    case QJsonValue::Double: {
        const qint64 whole = value.toInteger();
        return value == QJsonValue(whole) ? QByteArray::number(whole) : writtenByQt(value);
    }
    case QJsonValue::String: {
        const QByteArray text = value.toString().toUtf8();
        return isPlain(text) ? '"' + text + '"' : writtenByQt(value);
    }
    default:
        return writtenByQt(value);
    }
}

/// One line, members in the order they are added: QJsonObject would sort them, and `event` comes
/// first.
class Line
{
public:
    explicit Line(const char *event) { add("event", QLatin1String(event)); }

    Line &add(const char *name, const QJsonValue &value)
    {
        m_text += m_text.isEmpty() ? '{' : ',';
        m_text += '"' + QByteArray(name) + "\":" + written(value);
        return *this;
    }
    Line &add(const char *name, const Address &address)
    {
        return add(name, address.isNull() ? QJsonValue() : text(address.bytes()));
    }
    QByteArray finish() { return m_text + '}'; }

    static QJsonValue text(const QByteArray &bytes) { return QString::fromUtf8(bytes); }

private:
    QByteArray m_text;
};

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(int number)
{
    return number == 0 ? QJsonValue() : QJsonValue(number);
}

QByteArray saved(const Record &record, const Address &referrer)
{
    return Line("saved")
        .add("url", record.address)
        .add("path", record.path)
        .add("bytes", record.bytes)
        .add("status", orNull(record.status))
        .add("type", orNull(QString::fromUtf8(record.type)))
        .add("depth", record.depth)
        .add("referrer", referrer)
        .add("seconds", record.seconds)
        .add("verified", record.verified)
        .finish();
}

QByteArray failed(const Record &record, const Address &referrer)
{
    return Line("failed")
        .add("url", record.address)
        .add("reason", QLatin1String(keyword(record.fail)))
        .add("detail", orNull(record.detail))
        .add("status", orNull(record.status))
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
        urls.append(Line::text(start.bytes()));
    return Line("started")
        .add("urls", urls)
        .add("directory", job.directory)
        .add("workers", job.workers)
        .add("session", orNull(QString::fromLatin1(session)))
        .finish();
}

QByteArray endedEvent(const Record &record, const Address &referrer)
{
    switch (record.state) {
    case RecordState::Saved:
        return saved(record, referrer);
    case RecordState::Unchanged:
        return Line("unchanged").add("url", record.address).add("path", record.path).finish();
    case RecordState::Redirected:
        return Line("redirected")
            .add("url", record.address)
            .add("to", record.target)
            .add("status", orNull(record.status))
            .finish();
    case RecordState::Skipped:
        return Line("skipped")
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
    return Line("moved").add("url", address).add("from", moved.from).add("path", moved.to).finish();
}

QByteArray finishedEvent(const Batch &last)
{
    const Totals &totals = last.totals;
    const char *outcome = last.phase == CrawlPhase::Stopped ? "stopped"
        : totals.failed > 0                                 ? "incomplete"
                                                            : "complete";
    return Line("finished")
        .add("outcome", QLatin1String(outcome))
        .add("saved", totals.saved)
        .add("unchanged", totals.unchanged)
        .add("redirected", totals.redirected)
        .add("skipped", totals.skipped)
        .add("failed", totals.failed)
        .add("waiting", totals.waiting)
        .add("known", totals.known)
        .add("bytes", totals.bytes)
        .add("seconds", totals.seconds)
        .finish();
}

} // namespace gleaner
