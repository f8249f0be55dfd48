// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"
#include "core/url/address.h"

#include <QHash>
#include <QNetworkProxy>
#include <QThreadPool>

#include <optional>

namespace gleaner
{

/// Which proxy a request goes through: the one that was given, for everything; without one, what
/// the system's settings say (http_proxy and no_proxy, the desktop's), never for this machine.
///
/// Asking the system can take seconds, so it is done in another thread, once per origin. In the
/// crawl thread; the destructor waits for a question that is under way.
class Proxies
{
public:
    explicit Proxies(std::optional<QNetworkProxy> given);

    bool isKnown(const Address &address) const;
    /// To be awaited before of() where it is not known.
    Task<void> find(Address address);

    /// NoProxy where there is none. Without name and password where authorization() is: Qt would
    /// give them to a server behind the proxy that asks for the same realm.
    QNetworkProxy of(const Address &address) const;
    /// What the proxy wants to see in the request itself, because it is the one that reads it:
    /// plain http by an HTTP proxy. Empty where Qt logs in when it connects, or nobody has to.
    QByteArray authorization(const Address &address) const;
    bool isDirect(const Address &address) const
    {
        return isAllDirect() || of(address).type() == QNetworkProxy::NoProxy;
    }
    /// Nothing that is known so far goes through a proxy: no need to look at an address.
    bool isAllDirect() const { return !m_given && !m_anyFound; }

private:
    QNetworkProxy settings(const Address &address) const;

    const std::optional<QNetworkProxy> m_given;
    QHash<QByteArray, QNetworkProxy> m_found; ///< by origin
    bool m_anyFound = false; ///< of m_found, other than NoProxy
    QThreadPool m_pool;
};

} // namespace gleaner
