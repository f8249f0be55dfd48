// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/failreason.h"

namespace gleaner
{

const char *keyword(FailReason reason)
{
    switch (reason) {
    case FailReason::Dns:
        return "dns";
    case FailReason::Refused:
        return "refused";
    case FailReason::Reset:
        return "reset";
    case FailReason::Timeout:
        return "timeout";
    case FailReason::Slow:
        return "slow";
    case FailReason::Tls:
        return "tls";
    case FailReason::Http:
        return "http";
    case FailReason::Incomplete:
        return "incomplete";
    case FailReason::InvalidResponse:
        return "invalid-response";
    case FailReason::Decode:
        return "decode";
    case FailReason::TooLarge:
        return "too-large";
    case FailReason::RedirectLoop:
        return "redirect-loop";
    case FailReason::Proxy:
        return "proxy";
    case FailReason::Auth:
        return "auth";
    case FailReason::Name:
        return "name";
    }
    Q_UNREACHABLE();
}

} // namespace gleaner
