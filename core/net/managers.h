// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/credentials.h"
#include "core/net/networksettings.h"
#include "core/net/proxies.h"
#include "core/net/serveridentity.h"

#include <QByteArray>
#include <QHash>

#include <memory>
#include <vector>

class QNetworkAccessManager;

namespace gleaner
{

/// The QNetworkAccessManagers of one crawl, in the crawl thread.
///
/// Qt 6.4 opens six connections to a host per manager, hard-wired, and queues the rest where one
/// socket error fails all of them. So no manager ever gets a seventh request to one origin: the
/// next manager does. Each costs a thread of Qt's.
class Managers
{
public:
    explicit Managers(const NetworkSettings &settings = {});
    ~Managers();
    Q_DISABLE_COPY_MOVE(Managers)

    /// A place for one request to one origin; gives it back when destroyed.
    class Slot
    {
    public:
        Slot(Slot &&other) noexcept;
        ~Slot();
        Slot &operator=(Slot &&) = delete;
        QNetworkAccessManager &manager() const { return *m_manager; }
        /// No later request shares a connection with this one: who comes next to this place gets
        /// a new manager, and the old one ends with the last request that has it.
        void retireManager();

    private:
        friend class Managers;
        Slot(Managers &owner, size_t index, QByteArray origin);
        Managers *m_owner;
        std::shared_ptr<QNetworkAccessManager> m_manager;
        size_t m_index;
        QByteArray m_origin;
    };
    Slot take(const QByteArray &origin);

    size_t count() const { return m_managers.size(); }
    ServerIdentity &identity() { return m_identity; }
    Proxies &proxies() { return m_proxies; }
    const Proxies &proxies() const { return m_proxies; }
    const CredentialGiver &credentials() const { return m_credentials; }

private:
    std::shared_ptr<QNetworkAccessManager> makeWatched();

    struct Managed {
        std::shared_ptr<QNetworkAccessManager> manager;
        QHash<QByteArray, int> inFlight; ///< by origin
    };
    Proxies m_proxies;
    ServerIdentity m_identity;
    CredentialGiver m_credentials;
    std::vector<Managed> m_managers;
};

/// A manager set up as ours all are: no redirects, no cookies, no cache, buffered sockets. It asks
/// `proxies`, which outlives it, if there is one; what is not known there is direct.
std::unique_ptr<QNetworkAccessManager> makeManager(const Proxies *proxies = nullptr);

} // namespace gleaner
