// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/contentdecoder.h"
#include "core/net/cookiejar.h"
#include "core/net/fetcher.h"
#include "core/net/headflood.h"
#include "core/net/managers.h"
#include "core/net/ratelimit.h"
#include "core/net/requestmaker.h"
#include "core/net/resolver.h"

class QThreadPool;

namespace gleaner
{

class Transfer;

/// The fetcher over QNetworkAccessManager.
///
/// "Finished without error" is not taken for "whole": the stated length must be valid and equal to
/// what came. A chunked body with broken framing cannot be told from a whole one above Qt, so
/// only a stated length, or the checked end of a packed body, makes a result verified. Bodies are
/// unpacked on the pool. Owned by the crawl, in the crawl thread; the pool outlives it.
class NetworkFetcher : public Fetcher
{
public:
    /// Cookies go out with each request and are taken from each answer, as soon as its head is
    /// there and whatever its status. Pool, limit, jar and flood are shared and outlive the
    /// fetcher; without a jar there are no cookies, without a flood this is the program's only one.
    NetworkFetcher(QThreadPool &pool, RateLimit &limit, CookieJar *cookies = nullptr,
        const NetworkSettings &settings = {}, HeadFlood *flood = nullptr)
        : m_pool(pool)
        , m_limit(limit)
        , m_cookies(cookies)
        , m_flood(flood ? *flood : m_ownFlood)
        , m_requests(settings)
        , m_managers(settings)
    {
    }

    /// Finds a host as a request would; leaves it to the proxy where there is one.
    Task<Resolution> resolve(Address address, std::chrono::milliseconds timeout);

    Task<FetchOutcome> fetch(
        FetchRequest request, std::shared_ptr<Sink> sink, TransferProgress *progress) override;
    bool hasRoute(const Address &address) const override;

private:
    struct Body;
    static FetchOutcome bodyOutcome(Transfer &transfer, const Body &body);
    Task<void> drain(Transfer *transfer, qint64 statedLength, Exchange *exchange);
    Task<FetchOutcome> readBody(Transfer *transfer, Body *body, Sink *sink, qint64 minimumSpeed);
    Task<void> waitForRate(qint64 bytes);
    Task<bool> deliver(Sink *sink, Body *body, QByteArray bytes) const;

    QThreadPool &m_pool;
    RateLimit &m_limit;
    CookieJar *m_cookies;
    HeadFlood m_ownFlood;
    HeadFlood &m_flood;
    RequestMaker m_requests;
    Managers m_managers;
};

} // namespace gleaner
