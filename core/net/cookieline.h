// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/cookie.h"

#include <QByteArrayView>

namespace gleaner
{

/// What one Set-Cookie field asks for, before anybody has judged whether it may.
struct CookieLine {
    QByteArray name;
    QByteArray value;
    QByteArray domain; ///< lower case, without the dot in front; empty: the host that sent it
    QByteArray path; ///< empty: the folder of the address that sent it
    std::optional<CookieTime> expires;
    bool secure = false;
};

/// Reads a Set-Cookie field (RFC 6265, section 5.2). Nothing if it is none, is longer than
/// `largestCookie`, or holds a control character other than TAB, which some servers refuse to
/// hear back. HttpOnly and SameSite are read and mean nothing here: there are no scripts, and every
/// request is one that the person wanted. Pure, linear in the line.
std::optional<CookieLine> parseCookieLine(QByteArrayView line, CookieTime now);

} // namespace gleaner
