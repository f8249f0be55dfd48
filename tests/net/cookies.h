// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/cookiejar.h"

namespace gleaner::test
{

/// A jar and the day it is asked on.
struct Cookies {
    CookieJar jar;
    CookieTime now = std::chrono::sys_days(std::chrono::year(2026) / 3 / 1);

    static Address address(const QByteArray &url) { return Address::parse(url).value(); }

    /// An answer from there with these Set-Cookie fields; how many of them were taken.
    int receive(const QByteArray &from, const QByteArrayList &fields)
    {
        return jar.receive(address(from), {200, {{"Set-Cookie", fields.join('\n')}}}, now);
    }
    /// The Cookie field of a request to there.
    QByteArray sent(const QByteArray &to) { return jar.fieldFor(address(to), now); }
};

} // namespace gleaner::test
