// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/proxies.h"

#include "core/net/publicaddress.h"
#include "core/task/offload.h"

#include <QNetworkProxyFactory>

#include <algorithm>

namespace gleaner
{

namespace
{

bool isUsable(const QNetworkProxy &proxy)
{
    switch (proxy.type()) {
    case QNetworkProxy::NoProxy:
    case QNetworkProxy::HttpProxy:
    case QNetworkProxy::HttpCachingProxy:
    case QNetworkProxy::Socks5Proxy:
        return true;
    default:
        return false;
    }
}

QNetworkProxy systemProxy(const QUrl &url)
{
    const auto found = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    const auto usable = std::ranges::find_if(found, isUsable);
    return usable == found.end() ? QNetworkProxy(QNetworkProxy::NoProxy) : *usable;
}

/// Plain http by an HTTP proxy is asked of the proxy; all else goes through it.
bool isAskedOfProxy(const QNetworkProxy &proxy, const Address &address)
{
    const bool isHttp =
        proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::HttpCachingProxy;
    return isHttp && address.scheme() == QByteArrayView("http");
}

} // namespace

Proxies::Proxies(std::optional<QNetworkProxy> given)
    : m_given(std::move(given))
{
    // libproxy answers one question at a time anyway.
    m_pool.setMaxThreadCount(1);
}

bool Proxies::isKnown(const Address &address) const
{
    return m_given || isThisMachine(address) || m_found.contains(address.origin());
}

Task<void> Proxies::find(Address address)
{
    auto ask = [url = address.toUrl()] { return systemProxy(url); };
    const QNetworkProxy proxy = co_await runOnPool(m_pool, ask);
    m_found.insert(address.origin(), proxy);
    m_anyFound = m_anyFound || proxy.type() != QNetworkProxy::NoProxy;
}

QNetworkProxy Proxies::settings(const Address &address) const
{
    return m_given.value_or(m_found.value(address.origin(), QNetworkProxy::NoProxy));
}

QNetworkProxy Proxies::of(const Address &address) const
{
    QNetworkProxy proxy = settings(address);
    if (isAskedOfProxy(proxy, address)) {
        proxy.setUser({});
        proxy.setPassword({});
    }
    return proxy;
}

QByteArray Proxies::authorization(const Address &address) const
{
    if (isAllDirect())
        return {};
    const QNetworkProxy proxy = settings(address);
    if (!isAskedOfProxy(proxy, address) || proxy.user().isEmpty())
        return {};
    return "Basic " + (proxy.user() + u':' + proxy.password()).toUtf8().toBase64();
}

} // namespace gleaner
