// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/exchange.h"
#include "core/url/address.h"

#include <QByteArrayList>

namespace gleaner
{

struct CrawlJob;

/// What of requests and answers is nobody else's business.
struct HttpSecrets {
    QByteArrayList requestFields; ///< lower case; their fields are left out
    /// What servers set for somebody who has shown who they are: it would let others in as well.
    enum class SetCookies : quint8 { Kept, LeftOut } setCookies = SetCookies::Kept;
};
/// Passwords, cookies, and every header that the person brings.
HttpSecrets secretsOf(const CrawlJob &job);

// HTTP messages as a WARC record holds them. Pure functions, any thread.

/// The request line and its fields, Host and Connection as Qt adds them.
QByteArray archivedRequest(
    const Address &address, const Exchange &exchange, const HttpSecrets &secrets);

/// Status line and fields of an answer, for a body of that size as it was handed out. What was said
/// about its framing or a coding that is no longer there stands behind a prefix, and its true
/// length in its place.
QByteArray archivedResponseHead(
    const Exchange &exchange, qint64 bodySize, const HttpSecrets &secrets);

/// In front of the names of such fields, as other archives have it.
inline const QByteArray framingPrefix = "X-Archive-Orig-";

} // namespace gleaner
