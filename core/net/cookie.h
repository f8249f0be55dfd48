// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>

namespace gleaner
{

/// Seconds since 1970, UTC. Whoever asks about cookies brings the time.
using CookieTime = std::chrono::sys_seconds;

/// One cookie as it is kept and sent (RFC 6265, section 5.3). A value; name and value are secrets
/// of the person and text of the network, never shown or logged.
struct Cookie {
    enum class Reach : quint8 {
        Host, ///< exactly this host
        Subdomains, ///< this host and every one below it
    };

    QByteArray name;
    QByteArray value;
    QByteArray domain; ///< lower case ASCII without a dot at either end
    Reach reach = Reach::Host;
    QByteArray path = "/";
    std::optional<CookieTime> expires; ///< nothing: it ends with the run
    bool secure = false; ///< goes out over https only
};

/// Longer ones, name and value together, are neither kept nor sent.
constexpr qsizetype largestCookie = 4096;

} // namespace gleaner
