// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/modifiedtime.h"

#include "core/net/cookiedate.h"

namespace gleaner
{

std::optional<qint64> modifiedTime(QByteArrayView lastModified, qint64 now)
{
    constexpr qint64 wrongClock = 24 * 60 * 60;
    // Servers write every form of a date here too.
    const auto date = parseCookieDate(lastModified);
    if (!date)
        return std::nullopt;
    const qint64 seconds = date->time_since_epoch().count();
    return seconds >= 0 && seconds <= now + wrongClock ? std::optional(seconds) : std::nullopt;
}

} // namespace gleaner
