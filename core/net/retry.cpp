// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/retry.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QTimeZone>

#include <algorithm>

namespace gleaner
{

namespace
{

using namespace std::chrono_literals;

constexpr auto firstRetryDelay = 1000ms;

} // namespace

bool canHealStatus(int status)
{
    switch (status) {
    case 408:
    case 425:
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
        return true;
    default:
        return false;
    }
}

bool isBusyStatus(int status)
{
    return status == 429 || status == 503;
}

std::optional<std::chrono::seconds> readRetryAfter(const ResponseHead &head, const QDateTime &now)
{
    const QByteArray field = head.header("retry-after").trimmed();
    const bool isNumber =
        !field.isEmpty() && std::ranges::all_of(field, [](char c) { return c >= '0' && c <= '9'; });
    if (isNumber) {
        bool fits = false;
        const qint64 seconds = field.toLongLong(&fits);
        return fits ? std::min(std::chrono::seconds(seconds), longestRetryAfter)
                    : longestRetryAfter;
    }
    const QDateTime until = readHttpDate(field, now);
    if (!until.isValid())
        return std::nullopt;
    const QDateTime sent = readHttpDate(head.header("date"), now);
    const std::chrono::seconds wait((sent.isValid() ? sent : now).secsTo(until));
    return std::clamp<std::chrono::seconds>(wait, 0s, longestRetryAfter);
}

QDateTime readHttpDate(QByteArrayView text, const QDateTime &now)
{
    const QString date = QString::fromLatin1(text).simplified();
    const auto read = [&](const QString &format) {
        QDateTime parsed = QLocale::c().toDateTime(date, format);
        parsed.setTimeZone(QTimeZone::utc());
        return parsed;
    };
    QDateTime parsed = read(QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!parsed.isValid())
        parsed = read(QStringLiteral("ddd MMM d HH:mm:ss yyyy"));
    if (!parsed.isValid()) {
        // The day of the week depends on the century, which is not there.
        const qsizetype comma = date.indexOf(u", ");
        parsed = QLocale::c().toDateTime(
            date.mid(comma + 2), QStringLiteral("dd-MMM-yy HH:mm:ss 'GMT'"));
        parsed.setTimeZone(QTimeZone::utc());
        // Two digits of a year mean the nearest one that is not more than 50 years ahead.
        if (parsed.isValid()) {
            const int century = now.date().year() / 100 * 100;
            parsed = parsed.addYears(century - parsed.date().year() / 100 * 100);
            if (parsed > now.addYears(50))
                parsed = parsed.addYears(-100);
        }
    }
    return parsed;
}

std::chrono::milliseconds retryDelay(int tries)
{
    const auto delay = firstRetryDelay * (1 << (2 * std::clamp(tries - 1, 0, 3)));
    return delay + delay * QRandomGenerator::global()->bounded(256) / 1024;
}

} // namespace gleaner
