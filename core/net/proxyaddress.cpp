// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/proxyaddress.h"

#include <QUrl>

namespace gleaner
{

std::optional<QNetworkProxy> readProxyAddress(const QString &typed)
{
    const QUrl url(typed, QUrl::StrictMode);
    const bool isHttp = url.scheme() == QLatin1String("http");
    const bool isSocks = url.scheme() == QLatin1String("socks5");
    const bool isWhole = (url.path().isEmpty() || url.path() == QLatin1String("/"))
        && !url.hasQuery() && !url.hasFragment();
    if (!url.isValid() || (!isHttp && !isSocks) || url.host().isEmpty() || url.port() < 1
        || !isWhole)
        return {};
    return QNetworkProxy(isHttp ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy, url.host(),
        quint16(url.port()), url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
}

} // namespace gleaner
