// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/address.h"

namespace gleaner
{

/// The Referer field (RFC 9110, section 10.1.3) of a request for `target` that a link on `page` led
/// to: page without user, password, query and fragment, and for another origin no more than its
/// own. Empty from https to http: what was said in private stays there. A longer one than servers
/// take is the origin too (Referrer Policy, section 8.4). Pure.
QByteArray refererFor(const Address &page, const Address &target);

} // namespace gleaner
