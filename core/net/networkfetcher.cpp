// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/networkfetcher.h"

#include "core/net/transfer.h"

#include <QSslError>

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

FetchFailure failure(FailReason reason, bool canHeal, int status, const QString &detail)
{
    FetchFailure failed;
    failed.reason = reason;
    failed.canHeal = canHeal;
    failed.status = status;
    failed.detail = detail;
    return failed;
}

FetchFailure tlsFailure(TlsProblem problem)
{
    FetchFailure failed = failure(FailReason::Tls, false, 0, QString::fromLatin1(keyword(problem)));
    failed.tls = problem;
    return failed;
}

/// A fault of the server's certificate that Qt, or we, broke off for.
std::optional<FetchFailure> identityFailure(const QNetworkReply &reply, TlsProblem known)
{
    if (known != TlsProblem::None && reply.error() == QNetworkReply::OperationCanceledError)
        return tlsFailure(known);
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        return tlsFailure(known == TlsProblem::None ? TlsProblem::Handshake : known);
    return std::nullopt;
}

FetchFailure networkFailure(QNetworkReply &reply, const Transfer &transfer)
{
    const int status = transfer.hasHead() ? transfer.head().status : 0;
    const QString words = reply.errorString();
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        return failure(FailReason::Dns, true, status, words);
    case QNetworkReply::ConnectionRefusedError:
        return failure(FailReason::Refused, true, status, words);
    case QNetworkReply::RemoteHostClosedError:
        return failure(
            transfer.hasHead() ? FailReason::Incomplete : FailReason::Reset, true, status, words);
    case QNetworkReply::TimeoutError:
        return failure(FailReason::Timeout, true, status, words);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return failure(FailReason::Proxy, true, status, words);
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        return failure(FailReason::InvalidResponse, false, status, words);
    default:
        return failure(FailReason::Reset, true, status, words);
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
        return networkFailure(transfer.reply(), transfer);
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
    const Managers::Slot slot = m_managers.take(origin);
    Transfer transfer(
        slot.manager(), m_requests.make(request, m_managers.credentials()), request, *progress);

    while (!transfer.hasHead() && !transfer.isFinished() && !transfer.isTimedOut())
        co_await transfer.changed();
    if (transfer.isTimedOut())
        co_return failure(FailReason::Timeout, true, 0, QStringLiteral("no answer"));
    if (!transfer.hasHead()) {
        const auto unproven = identityFailure(transfer.reply(), identity.problemOf(origin));
        if (unproven)
            co_return *unproven;
        co_return networkFailure(transfer.reply(), transfer);
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
