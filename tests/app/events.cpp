// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"

#include <QHash>
#include <QJsonDocument>
#include <QSet>

#include <array>

namespace gleaner::test
{

namespace
{

constexpr std::array ends{"saved", "unchanged", "redirected", "skipped", "failed"};

const QHash<QString, QByteArray> &contract()
{
    static const QHash<QString, QByteArray> table{
        {QStringLiteral("started"), "urls directory workers session"},
        {QStringLiteral("saved"), "url path bytes status type depth referrer seconds verified"},
        {QStringLiteral("unchanged"), "url path"}, {QStringLiteral("redirected"), "url to status"},
        {QStringLiteral("skipped"), "url reason referrer"},
        {QStringLiteral("failed"), "url reason detail status tries referrer kept"},
        {QStringLiteral("moved"), "url from path"},
        {QStringLiteral("finished"),
            "outcome saved unchanged redirected skipped failed waiting known bytes seconds"}};
    return table;
}

QString kindOf(const QJsonObject &event)
{
    return event[QLatin1String("event")].toString();
}

QString wrongWithLine(const QByteArray &line, const QJsonObject &event)
{
    const QString kind = kindOf(event);
    if (!line.startsWith("{\"event\":\"") || !contract().contains(kind))
        return QStringLiteral("no event: ") + QString::fromUtf8(line);
    QStringList names{QStringLiteral("event")};
    names += QString::fromLatin1(contract()[kind]).split(u' ');
    names.sort();
    QStringList keys = event.keys();
    // Only where old versions are kept.
    if (kind == QLatin1String("finished"))
        keys.removeAll(QStringLiteral("versions"));
    if (keys != names)
        return QStringLiteral("wrong members: ") + QString::fromUtf8(line);
    return {};
}

} // namespace

Events::Events(const QByteArray &output)
    : m_lines(output.split('\n'))
    , m_endsWithLine(m_lines.takeLast().isEmpty())
{
    for (const QByteArray &line : m_lines)
        m_events.append(QJsonDocument::fromJson(line).object());
}

QList<QJsonObject> Events::of(const char *kind) const
{
    QList<QJsonObject> found;
    for (const QJsonObject &event : m_events) {
        if (kindOf(event) == QLatin1String(kind))
            found.append(event);
    }
    return found;
}

QStringList Events::urls(const char *kind) const
{
    QStringList found;
    for (const QJsonObject &event : of(kind))
        found.append(event[QLatin1String("url")].toString());
    found.sort();
    return found;
}

QJsonObject Events::about(const QString &url) const
{
    for (const QJsonObject &event : m_events) {
        if (event[QLatin1String("url")].toString() == url)
            return event;
    }
    return {};
}

QString Events::whatIsWrong(int status) const
{
    if (!m_endsWithLine)
        return QStringLiteral("the last line has no end");
    if (m_events.size() < 2)
        return QStringLiteral("there are %1 lines").arg(m_events.size());
    QSet<QString> seen;
    for (qsizetype i = 0; i < m_events.size(); ++i) {
        if (QString wrong = wrongWithLine(m_lines[i], m_events[i]); !wrong.isEmpty())
            return wrong;
        const QString kind = kindOf(m_events[i]);
        if ((kind == QLatin1String("started")) != (i == 0)
            || (kind == QLatin1String("finished")) != (i == m_events.size() - 1))
            return QStringLiteral("in the wrong place: ") + QString::fromUtf8(m_lines[i]);
        const bool isMove = kind == QLatin1String("moved");
        const QString url = isMove ? QString() : m_events[i][QLatin1String("url")].toString();
        if (!url.isEmpty() && seen.contains(url))
            return QStringLiteral("twice: ") + QString::fromUtf8(m_lines[i]);
        seen.insert(url);
    }
    const QString outcome = finished()[QLatin1String("outcome")].toString();
    const QString expected = status == 0 ? QStringLiteral("complete")
        : status == 1 || status == 3     ? QStringLiteral("incomplete")
                                         : QStringLiteral("stopped");
    if (outcome != expected && !(status == 3 && outcome == QLatin1String("complete")))
        return QStringLiteral("exit status %1 with outcome %2").arg(status).arg(outcome);
    return wrongWithSums(finished());
}

QString Events::wrongWithSums(const QJsonObject &finished) const
{
    qint64 known = finished[QLatin1String("waiting")].toInteger();
    for (const char *kind : ends) {
        const qint64 told = finished[QLatin1String(kind)].toInteger(-1);
        if (told != of(kind).size())
            return QStringLiteral("%1 is %2, but there were %3")
                .arg(QLatin1String(kind))
                .arg(told)
                .arg(of(kind).size());
        known += told;
    }
    if (known != finished[QLatin1String("known")].toInteger())
        return QStringLiteral("the sums do not add up to known");
    qint64 bytes = 0;
    for (const QJsonObject &saved : of("saved"))
        bytes += saved[QLatin1String("bytes")].toInteger();
    if (bytes != finished[QLatin1String("bytes")].toInteger())
        return QStringLiteral("bytes is %1, but %2 were saved")
            .arg(finished[QLatin1String("bytes")].toInteger())
            .arg(bytes);
    return {};
}

} // namespace gleaner::test
