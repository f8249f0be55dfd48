// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/fetcher.h"
#include "core/net/managers.h"
#include "core/net/requestmaker.h"
#include "core/net/resolver.h"

namespace gleaner
{

/// The fetcher over QNetworkAccessManager.
///
/// "Finished without error" is not taken for "whole": the stated length must be valid and equal to
/// what came. A chunked body with broken framing cannot be told from a whole one above Qt, so
/// only a stated length makes a result verified. Owned by the crawl, in the crawl thread.
class NetworkFetcher : public Fetcher
{
public:
    explicit NetworkFetcher(const NetworkSettings &settings = {});

    /// Finds a host as a request would; leaves it to the proxy where there is one.
    Task<Resolution> resolve(Address address, std::chrono::milliseconds timeout);

    Task<FetchOutcome> fetch(
        FetchRequest request, std::shared_ptr<Sink> sink, TransferProgress *progress) override;

private:
    RequestMaker m_requests;
    Managers m_managers;
};

} // namespace gleaner
