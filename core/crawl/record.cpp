// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/record.h"

namespace gleaner
{

const char *keyword(SkipReason reason)
{
    switch (reason) {
    case SkipReason::Scope:
        return "scope";
    case SkipReason::Depth:
        return "depth";
    case SkipReason::Filter:
        return "filter";
    case SkipReason::Type:
        return "type";
    case SkipReason::Size:
        return "size";
    case SkipReason::Limit:
        return "limit";
    case SkipReason::Robots:
        return "robots";
    case SkipReason::Nofollow:
        return "nofollow";
    case SkipReason::Scheme:
        return "scheme";
    case SkipReason::PrivateAddress:
        return "private-address";
    case SkipReason::Downgrade:
        return "downgrade";
    case SkipReason::Trap:
        return "trap";
    case SkipReason::NoContent:
        return "no-content";
    case SkipReason::User:
        return "user";
    }
    Q_UNREACHABLE();
}

const char *keyword(Suspicion suspicion)
{
    switch (suspicion) {
    case Suspicion::None:
        return "";
    case Suspicion::Login:
        return "login";
    case Suspicion::Consent:
        return "consent";
    case Suspicion::NotFound:
        return "not-found";
    case Suspicion::SameAsMany:
        return "same-as-many";
    }
    Q_UNREACHABLE();
}

bool isByScope(SkipReason reason)
{
    return reason == SkipReason::Scope || reason == SkipReason::Depth
        || reason == SkipReason::Filter || reason == SkipReason::Nofollow
        || reason == SkipReason::Trap;
}

} // namespace gleaner
