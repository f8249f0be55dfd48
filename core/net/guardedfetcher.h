// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/fetcher.h"
#include "core/net/resolver.h"

#include <QHash>

#include <vector>

namespace gleaner
{

/// Keeps a download out of private networks it was not sent into: what a page on the internet
/// links must not make this program talk to this machine or its network.
///
/// Every request of a crawl passes here, whatever it is for: pages, requisites, redirects'
/// targets, robots.txt, sitemaps, another try. The start addresses' own hosts are always asked.
/// Any other host with a private address (one of several is enough) is asked only if every start
/// host is private. A name is found once per origin for the whole run. Owned by the crawl, in its
/// thread.
class GuardedFetcher : public Fetcher
{
public:
    /// `inner` outlives it.
    GuardedFetcher(Fetcher &inner, const std::vector<Address> &starts, Resolver resolver);

    Task<FetchOutcome> fetch(
        FetchRequest request, std::shared_ptr<Sink> sink, TransferProgress *progress) override;
    bool hasRoute(const Address &address) const override { return m_inner.hasRoute(address); }

private:
    enum class Kind : quint8 {
        Public,
        Private,
        Mixed, ///< has addresses of both sorts
        Unknown, ///< left to a proxy
    };
    enum class Verdict : quint8 { Allowed, Private, NotFound, NoAnswer };

    Task<Verdict> judge(Address address, std::chrono::milliseconds timeout);
    Task<Verdict> find(Address address, std::chrono::milliseconds timeout);
    bool isKnown(const Address &address) const { return m_kinds.contains(address.origin()); }
    bool isStartHost(const Address &address) const;

    Fetcher &m_inner;
    const std::vector<Address> m_starts;
    const Resolver m_resolver;
    QHash<QByteArray, Kind> m_kinds; ///< by origin: a proxy may be for one scheme only
};

} // namespace gleaner
