// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/sessionvalues.h"

#include "core/net/retry.h"

#include <QDataStream>
#include <QDateTime>
#include <QIODevice>

#include <algorithm>
#include <set>
#include <tuple>

namespace gleaner
{

namespace
{

constexpr qint64 noExpiry = -1;
constexpr std::chrono::seconds longestOwnWait(15);

} // namespace

std::vector<Cookie> cookiesWithout(std::vector<Cookie> cookies, const std::vector<Cookie> &others)
{
    const auto key = [](const Cookie &cookie) {
        return std::tuple(cookie.domain, cookie.path, cookie.name, cookie.value);
    };
    // There may be thousands of both, and this is asked twice a second.
    std::set<decltype(key(Cookie()))> keys;
    for (const Cookie &other : others)
        keys.insert(key(other));
    std::erase_if(cookies, [&](const Cookie &cookie) { return keys.contains(key(cookie)); });
    return cookies;
}

QByteArray packedCookies(const std::vector<Cookie> &cookies)
{
    std::vector<QByteArray> each;
    for (const Cookie &cookie : cookies) {
        QByteArray packed;
        QDataStream stream(&packed, QIODevice::WriteOnly);
        stream << cookie.domain << cookie.path << cookie.name << cookie.value
               << quint8(cookie.reach) << cookie.secure
               << (cookie.expires ? qint64(cookie.expires->time_since_epoch().count()) : noExpiry);
        each.push_back(packed);
    }
    // The jar has no order, and what has not changed is not to be written again.
    std::ranges::sort(each);
    QByteArray all;
    for (const QByteArray &packed : each)
        all += packed;
    return all;
}

std::vector<Cookie> unpackedCookies(const QByteArray &packed)
{
    std::vector<Cookie> cookies;
    QDataStream stream(packed);
    while (!stream.atEnd()) {
        Cookie cookie;
        quint8 reach = 0;
        qint64 expires = noExpiry;
        stream >> cookie.domain >> cookie.path >> cookie.name >> cookie.value >> reach
            >> cookie.secure >> expires;
        if (stream.status() != QDataStream::Ok || reach > quint8(Cookie::Reach::Subdomains))
            break;
        cookie.reach = Cookie::Reach(reach);
        if (expires != noExpiry)
            cookie.expires = CookieTime(std::chrono::seconds(expires));
        cookies.push_back(std::move(cookie));
    }
    return cookies;
}

QByteArray packedLanes(const std::vector<LaneReport> &lanes)
{
    QByteArray packed;
    QDataStream stream(&packed, QIODevice::WriteOnly);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (const LaneReport &lane : lanes) {
        // Shorter waits are our own, after trouble that may be over when the next run begins. By
        // the second: what has not changed is not to be written again.
        if (lane.parkedFor > longestOwnWait)
            stream << lane.origin << (now + lane.parkedFor.count() + 500) / 1000;
    }
    return packed;
}

std::vector<ParkedLane> unpackedLanes(const QByteArray &packed)
{
    std::vector<ParkedLane> lanes;
    QDataStream stream(packed);
    while (!stream.atEnd()) {
        QByteArray origin;
        qint64 until = 0;
        stream >> origin >> until;
        if (stream.status() != QDataStream::Ok)
            break;
        const std::chrono::milliseconds wait(until * 1000 - QDateTime::currentMSecsSinceEpoch());
        // A clock that was set back must not make it longer than a host may ask for.
        if (wait.count() > 0)
            lanes.push_back({origin, std::min<std::chrono::milliseconds>(wait, longestRetryAfter)});
    }
    return lanes;
}

QByteArray totalsText(const Totals &totals)
{
    QByteArrayList numbers;
    for (const qint64 number : {totals.saved, totals.unchanged, totals.redirected, totals.skipped,
             totals.failed, totals.waiting, totals.known, totals.bytes})
        numbers.append(QByteArray::number(number));
    return numbers.join(' ');
}

Totals totalsFromText(const QByteArray &text)
{
    const QByteArrayList numbers = text.split(' ');
    const auto number = [&](qsizetype index) {
        return std::max<qint64>(numbers.value(index).toLongLong(), 0);
    };
    Totals totals;
    totals.saved = number(0);
    totals.unchanged = number(1);
    totals.redirected = number(2);
    totals.skipped = number(3);
    totals.failed = number(4);
    totals.waiting = number(5);
    totals.known = number(6);
    totals.bytes = number(7);
    return totals;
}

} // namespace gleaner
