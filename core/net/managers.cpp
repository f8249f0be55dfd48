// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/managers.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>

#include <algorithm>

namespace gleaner
{

namespace
{

constexpr int connectionsPerManager = 6;

/// The proxy where there is one; else direct connections, but through a buffered socket.
///
/// Without a proxy QNetworkAccessManager opens its sockets unbuffered and reads status line and
/// headers with one read(2) per byte; asked to use "the default proxy" it opens a buffered one,
/// which finds out when it connects that the application's default is none. Plain http becomes
/// four to six times faster, and libproxy is not asked for every request. bench_fetch shows both.
class ProxyFactory : public QNetworkProxyFactory
{
public:
    explicit ProxyFactory(const Proxies *proxies)
        : m_proxies(proxies)
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        // This is asked for every request.
        if (m_proxies && !m_proxies->isAllDirect()) {
            const auto address = Address::parse(query.url().toEncoded());
            if (address && !m_proxies->isDirect(*address))
                return {m_proxies->of(*address)};
        }
        return {QNetworkProxy(QNetworkProxy::DefaultProxy)};
    }

private:
    const Proxies *m_proxies;
};

} // namespace

std::unique_ptr<QNetworkAccessManager> makeManager(const Proxies *proxies)
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setAutoDeleteReplies(false);
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    manager->setProxyFactory(new ProxyFactory(proxies));
    return manager;
}

Managers::Managers(const NetworkSettings &settings)
    : m_proxies(settings.proxy)
    , m_credentials(settings.credentials)
{
}

Managers::~Managers() = default;

Managers::Slot Managers::take(const QByteArray &origin)
{
    auto free = std::ranges::find_if(m_managers, [&](const Managed &managed) {
        return managed.inFlight.value(origin) < connectionsPerManager;
    });
    if (free == m_managers.end())
        free = m_managers.insert(free, Managed{makeWatched(), {}});
    ++free->inFlight[origin];
    return Slot(*this, size_t(free - m_managers.begin()), origin);
}

std::shared_ptr<QNetworkAccessManager> Managers::makeWatched()
{
    std::shared_ptr<QNetworkAccessManager> manager = makeManager(&m_proxies);
    m_identity.watch(*manager);
    m_credentials.watch(*manager);
    return manager;
}

Managers::Slot::Slot(Managers &owner, size_t index, QByteArray origin)
    : m_owner(&owner)
    , m_manager(owner.m_managers[index].manager)
    , m_index(index)
    , m_origin(std::move(origin))
{
}

Managers::Slot::Slot(Slot &&other) noexcept
    : m_owner(std::exchange(other.m_owner, nullptr))
    , m_manager(std::move(other.m_manager))
    , m_index(other.m_index)
    , m_origin(std::move(other.m_origin))
{
}

Managers::Slot::~Slot()
{
    if (!m_owner)
        return;
    auto &inFlight = m_owner->m_managers[m_index].inFlight;
    const auto entry = inFlight.find(m_origin);
    if (--entry.value() == 0)
        inFlight.erase(entry);
}

void Managers::Slot::retireManager()
{
    Managed &managed = m_owner->m_managers[m_index];
    // Somebody else may have retired it meanwhile.
    if (managed.manager == m_manager)
        managed.manager = m_owner->makeWatched();
}

} // namespace gleaner
