// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/outcome.h"

class QNetworkProxy;
class QNetworkReply;

namespace gleaner
{

/// What is known of a failure, as a value.
FetchFailure failure(FailReason reason, bool canHeal, int status, const QString &detail);

/// The server's identity is in doubt.
FetchFailure tlsFailure(TlsProblem problem);

/// What Qt's error of a reply means; `status` is that of its head, 0 if there was none.
FetchFailure networkFailure(const QNetworkReply &reply, int status);

/// The same before there was a head: then it may have been the proxy's fault, or the
/// certificate's. `known` is the last fault found with the origin's certificate.
FetchFailure failureWithoutHead(
    const QNetworkReply &reply, const QNetworkProxy &proxy, TlsProblem known);

} // namespace gleaner
