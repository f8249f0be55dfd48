// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/networkfetcher.h"

#include "core/net/networkfailure.h"
#include "core/net/transfer.h"

namespace gleaner
{

namespace
{

/// A connection is worth more than this many unwanted bytes.
constexpr qint64 worthDraining = 128 * 1024;

bool isBodyStatus(int status)
{
    return status == 200 || status == 203;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool canHealStatus(int status)
{
    switch (status) {
    case 408:
    case 425:
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
        return true;
    default:
        return false;
    }
}

FetchFailure statusFailure(const ResponseHead &head)
{
    const FailReason reason = head.status == 401 ? FailReason::Auth
        : head.status == 407                     ? FailReason::Proxy
                                                 : FailReason::Http;
    FetchFailure failed = failure(reason, canHealStatus(head.status), head.status, QString());
    bool isNumber = false;
    const qint64 seconds = head.header("retry-after").trimmed().toLongLong(&isNumber);
    if (isNumber && seconds >= 0)
        failed.retryAfterSeconds = seconds;
    return failed;
}

/// What an answer without a body for the sink means.
FetchOutcome answerOutcome(const ResponseHead &head)
{
    if (isRedirect(head.status)) {
        if (const QByteArray location = head.header("location"); !location.isEmpty())
            return RedirectAnswer{head.status, location};
        return failure(FailReason::InvalidResponse, false, head.status,
            QStringLiteral("redirect without Location"));
    }
    if (head.status == 204 || head.status == 205)
        return NoContentAnswer{head.status};
    if (head.status >= 400)
        return statusFailure(head);
    // 103 is handed out as a final answer by Qt 6.4; asking again may find the real one.
    return failure(FailReason::InvalidResponse, head.status < 200, head.status,
        QStringLiteral("unexpected status"));
}

/// Reasons to refuse a body before its first byte; nothing if there is none.
std::optional<FetchFailure> refusal(const ResponseHead &head, const BodyLength &length)
{
    if (length.kind == BodyLength::Kind::Invalid)
        return failure(FailReason::InvalidResponse, false, head.status,
            QStringLiteral("invalid Content-Length"));
    const QByteArray coding = head.header("content-encoding").trimmed().toLower();
    if (!coding.isEmpty() && coding != "identity")
        return failure(FailReason::Decode, false, head.status,
            QStringLiteral("an encoding that was not asked for"));
    return std::nullopt;
}

FetchOutcome bodyOutcome(Transfer &transfer, const BodyLength &length)
{
    const ResponseHead &head = transfer.head();
    if (transfer.reply().error() != QNetworkReply::NoError)
        return networkFailure(transfer.reply(), head.status);
    if (length.kind == BodyLength::Kind::Stated && length.bytes != transfer.received())
        return failure(FailReason::Incomplete, true, head.status,
            QStringLiteral("%1 of %2 bytes").arg(transfer.received()).arg(length.bytes));
    return Fetched{head, transfer.received(), length.kind == BodyLength::Kind::Stated};
}

} // namespace

NetworkFetcher::NetworkFetcher(const NetworkSettings &settings)
    : m_requests(settings)
    , m_managers(settings)
{
}

Task<Resolution> NetworkFetcher::resolve(Address address, std::chrono::milliseconds timeout)
{
    if (!m_managers.proxies().isKnown(address))
        co_await m_managers.proxies().find(address);
    if (!m_managers.proxies().isDirect(address))
        co_return Resolution{Resolution::Kind::LeftToProxy, {}};
    Resolution resolution = co_await resolveBySystem(address, timeout);
    co_return resolution;
}

Task<FetchOutcome> NetworkFetcher::fetch(
    FetchRequest request, std::shared_ptr<Sink> sink, TransferProgress *progress)
{
    if (!request.address.isWeb())
        co_return failure(FailReason::InvalidResponse, false, 0, QStringLiteral("not http"));
    if (!request.address.toUrl().isValid())
        co_return failure(FailReason::Dns, false, 0, QStringLiteral("not a host name"));
    const QByteArray origin = request.address.origin();
    ServerIdentity &identity = m_managers.identity();
    if (identity.isRefuted(origin))
        co_return tlsFailure(identity.problemOf(origin));
    if (!m_managers.proxies().isKnown(request.address))
        co_await m_managers.proxies().find(request.address);
    const Managers::Slot slot = m_managers.take(origin);
    Transfer transfer(slot.manager(),
        m_requests.make(request, m_managers.proxies(), m_managers.credentials()), request,
        *progress);

    while (!transfer.hasHead() && !transfer.isFinished() && !transfer.isTimedOut())
        co_await transfer.changed();
    if (transfer.isTimedOut())
        co_return failure(FailReason::Timeout, true, 0, QStringLiteral("no answer"));
    if (!transfer.hasHead()) {
        const QNetworkProxy proxy = m_managers.proxies().of(request.address);
        co_return failureWithoutHead(transfer.reply(), proxy, identity.problemOf(origin));
    }

    if (!identity.proves(transfer.reply(), request.address))
        co_return tlsFailure(identity.problemOf(origin));
    const ResponseHead head = transfer.head();
    const BodyLength length = bodyLength(head);
    const bool hasBody = isBodyStatus(head.status);
    if (hasBody) {
        const auto refused = refusal(head, length);
        if (refused)
            co_return *refused;
    }
    bool wanted = hasBody && sink->begin(head, length);
    if (!wanted)
        transfer.discardBody();
    for (;;) {
        const bool last = transfer.isFinished();
        QByteArray bytes = transfer.read();
        if (wanted && !bytes.isEmpty()) {
            transfer.setReading(false);
            wanted = co_await sink->write(std::move(bytes));
            transfer.setReading(true);
            if (!wanted)
                co_return Declined{head};
        }
        if (last)
            break;
        if (!wanted && std::max(length.bytes, transfer.received()) > worthDraining)
            break;
        if (transfer.isTimedOut())
            break;
        co_await transfer.changed();
    }
    if (!hasBody)
        co_return answerOutcome(head);
    if (!wanted)
        co_return Declined{head};
    if (transfer.isTimedOut())
        co_return failure(FailReason::Timeout, true, head.status, QStringLiteral("no more data"));
    co_return bodyOutcome(transfer, length);
}

} // namespace gleaner
