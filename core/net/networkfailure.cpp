// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/networkfailure.h"

#include <QNetworkProxy>
#include <QNetworkReply>

namespace gleaner
{

namespace
{

/// A fault of the server's certificate that Qt, or we, broke off for.
std::optional<FetchFailure> identityFailure(const QNetworkReply &reply, TlsProblem known)
{
    if (known != TlsProblem::None && reply.error() == QNetworkReply::OperationCanceledError)
        return tlsFailure(known);
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        return tlsFailure(known == TlsProblem::None ? TlsProblem::Handshake : known);
    return std::nullopt;
}

/// A failure that Qt reports as the server's although it is the proxy's; nothing if it is not.
std::optional<FetchFailure> proxyFailure(const QNetworkReply &reply, const QNetworkProxy &proxy)
{
    if (proxy.type() == QNetworkProxy::NoProxy)
        return std::nullopt;
    const bool isHttp = proxy.type() != QNetworkProxy::Socks5Proxy;
    switch (reply.error()) {
    case QNetworkReply::UnknownNetworkError:
        return failure(FailReason::Proxy, true, 0, reply.errorString());
    // Whether the server's name is known, an HTTP proxy tells by a status. SOCKS has this error for
    // it too, and then it cannot be told whose name it is.
    case QNetworkReply::HostNotFoundError:
        if (isHttp)
            return failure(FailReason::Proxy, true, 0, QStringLiteral("proxy not found"));
        return std::nullopt;
    case QNetworkReply::ConnectionRefusedError:
        if (isHttp)
            return failure(FailReason::Proxy, true, 0, QStringLiteral("proxy refused"));
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

} // namespace

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

FetchFailure networkFailure(const QNetworkReply &reply, int status)
{
    const QString words = reply.errorString();
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        return failure(FailReason::Dns, true, status, words);
    case QNetworkReply::ConnectionRefusedError:
        return failure(FailReason::Refused, true, status, words);
    case QNetworkReply::RemoteHostClosedError:
        return failure(
            status != 0 ? FailReason::Incomplete : FailReason::Reset, true, status, words);
    case QNetworkReply::TimeoutError:
        return failure(FailReason::Timeout, true, status, words);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return failure(FailReason::Proxy, true, status, words);
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return failure(FailReason::Proxy, false, status, words);
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        return failure(FailReason::InvalidResponse, false, status, words);
    default:
        return failure(FailReason::Reset, true, status, words);
    }
}

FetchFailure failureWithoutHead(
    const QNetworkReply &reply, const QNetworkProxy &proxy, TlsProblem known)
{
    if (const auto unproven = identityFailure(reply, known))
        return *unproven;
    if (const auto proxys = proxyFailure(reply, proxy))
        return *proxys;
    return networkFailure(reply, 0);
}

} // namespace gleaner
