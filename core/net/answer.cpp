// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/answer.h"

#include "core/net/networkfailure.h"
#include "core/net/retry.h"

namespace gleaner
{

namespace
{

/// Of a header, in a detail for people.
constexpr qsizetype longestQuote = 100;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

FetchFailure statusFailure(const ResponseHead &head)
{
    const FailReason reason = head.status == 401 ? FailReason::Auth
        : head.status == 407                     ? FailReason::Proxy
                                                 : FailReason::Http;
    FetchFailure failed = failure(reason, canHealStatus(head.status), head.status, QString());
    failed.retryAfter = readRetryAfter(head, QDateTime::currentDateTimeUtc());
    if (failed.retryAfter)
        failed.detail = QStringLiteral("Retry-After: ")
            + QString::fromLatin1(head.header("retry-after").left(longestQuote));
    return failed;
}

} // namespace

void addConditions(FetchRequest &request)
{
    if (request.continuation) {
        const QByteArray from = QByteArray::number(request.continuation->offset);
        request.headers.emplace_back("Range", "bytes=" + from + '-');
        request.headers.emplace_back("If-Range", request.continuation->validator.forIfRange());
    } else if (request.copy) {
        if (!request.copy->etag.isEmpty())
            request.headers.emplace_back("If-None-Match", request.copy->etag);
        if (!request.copy->lastModified.isEmpty())
            request.headers.emplace_back("If-Modified-Since", request.copy->lastModified);
    }
}

bool isBodyStatus(int status)
{
    return status == 200 || status == 203;
}

FetchOutcome answerOutcome(const ResponseHead &head, int cookiesTaken)
{
    if (isRedirect(head.status)) {
        if (const QByteArray location = head.header("location"); !location.isEmpty())
            return RedirectAnswer{head.status, location, cookiesTaken > 0};
        return failure(FailReason::InvalidResponse, false, head.status,
            QStringLiteral("redirect without Location"));
    }
    if (head.status == 204 || head.status == 205)
        return NoContentAnswer{head.status};
    if (head.status >= 400)
        return statusFailure(head);
    // Asking again may find the answer that this one only announced.
    return failure(FailReason::InvalidResponse, head.status < 200, head.status,
        QStringLiteral("unexpected status"));
}

std::optional<FetchOutcome> insteadOfRest(const ResponseHead &head,
    const Continuation &continuation, const BodyCoding &coding, Sink &sink)
{
    if (head.status == 416 && saysNothingIsMissing(head, continuation) && sink.resume(head))
        return Fetched{head, continuation.offset, true};
    const bool fits =
        head.status == 206 && coding.isPlain() && totalOfRest(head, continuation).has_value();
    const bool isAboutTheRange = head.status == 206 || head.status == 412 || head.status == 416;
    if (isAboutTheRange && !fits)
        return ContinuationRefused{head.status};
    return std::nullopt;
}

std::optional<FetchFailure> refusal(
    const ResponseHead &head, const BodyLength &length, const BodyCoding &coding)
{
    // Qt 6.4 hands out a head of more than 256 KiB, or of too many fields, without any of them;
    // then neither the body's end nor its coding is known.
    if (head.headers.empty())
        return failure(FailReason::InvalidResponse, false, head.status,
            QStringLiteral("no header fields, or too many"));
    if (length.kind == BodyLength::Kind::Invalid)
        return failure(FailReason::InvalidResponse, false, head.status,
            QStringLiteral("invalid Content-Length"));
    return coding.hasFailed() ? coding.failure(head.status) : std::nullopt;
}

} // namespace gleaner
