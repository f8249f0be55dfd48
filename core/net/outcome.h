// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/failreason.h"
#include "core/net/tlsproblem.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <chrono>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace gleaner
{

using HeaderList = std::vector<std::pair<QByteArray, QByteArray>>;

/// Status line and header fields of an answer. Text of the network.
struct ResponseHead {
    int status = 0;
    HeaderList headers; ///< repeated fields arrive joined by ", ", Set-Cookie by "\n" (Qt 6.4)

    /// The first field of that name, compared without case; empty if there is none.
    QByteArray header(QByteArrayView name) const;
    bool hasHeader(QByteArrayView name) const;
};

/// The stated length of a body (RFC 9110, section 8.6).
struct BodyLength {
    enum class Kind : quint8 {
        Unknown, ///< chunked, or until the connection is closed
        Stated,
        Invalid, ///< no number, too big, or several that differ
    };
    Kind kind = Kind::Unknown;
    qint64 bytes = -1;
};
BodyLength bodyLength(const ResponseHead &head);

/// The body is in the sink and is all there, as far as it can be known.
struct Fetched {
    ResponseHead head;
    qint64 bytes = 0; ///< unpacked, and with what was here already
    bool verified = false; ///< its length was stated and agrees, or it is packed and had its end
};

/// 3xx with a Location; following it is a new candidate, never the fetcher's doing.
struct RedirectAnswer {
    int status = 0;
    QByteArray location;
    bool setsCookies = false; ///< the next request to the same address may end otherwise
};

/// 204 and 205: a success without a body.
struct NoContentAnswer {
    int status = 0;
};

/// The sink did not want the body, or gave up; it knows why.
struct Declined {
    ResponseHead head;
};

/// 304 to a request that asked for it: the copy that is here is still what the server has.
struct NotModified {
    ResponseHead head;
};

/// The host lies in a private network that the download was not sent into; nothing was asked.
struct PrivateHost {
};

/// The rest of a body was asked for, and the server has something else: what is here cannot be
/// continued. Asked for the whole, it may still answer.
struct ContinuationRefused {
    int status = 0;
};

struct FetchFailure {
    FailReason reason = FailReason::InvalidResponse;
    TlsProblem tls = TlsProblem::None; ///< with FailReason::Tls
    int status = 0;
    QString detail; ///< technical words, partly the server's
    bool canHeal = false; ///< asking again may help
    std::optional<std::chrono::seconds> retryAfter; ///< what the host asks for, an hour at most
};

/// Every end that a request can have. Failures are values; exceptions are bugs.
using FetchOutcome = std::variant<Fetched, RedirectAnswer, NoContentAnswer, Declined, NotModified,
    ContinuationRefused, PrivateHost, FetchFailure>;

} // namespace gleaner
