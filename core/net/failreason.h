// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace gleaner
{

/// Why an address that was asked for is not saved. The words of the command line's JSON events;
/// ui/texts makes sentences of them.
enum class FailReason : quint8 {
    Dns,
    Refused,
    Reset,
    Timeout, ///< no connection, no headers or no data for too long
    Slow, ///< data came, but below the minimum speed
    Tls,
    Http, ///< a status that is an error
    Incomplete, ///< the body ended before its stated length
    InvalidResponse, ///< not HTTP, or contradicts itself
    Decode,
    TooLarge,
    RedirectLoop,
    Proxy,
    Auth,
    Name, ///< no safe file name can be made
};

/// "dns", "invalid-response": the JSON form.
const char *keyword(FailReason reason);

} // namespace gleaner
