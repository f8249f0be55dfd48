// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/fetcher.h"
#include "core/net/networksettings.h"
#include "core/net/proxies.h"

#include <QNetworkRequest>

namespace gleaner
{

/// Makes Qt's request of ours, each from nothing: what one request carried, the next does not.
/// A value in the crawl thread.
class RequestMaker
{
public:
    explicit RequestMaker(const NetworkSettings &settings);

    /// `url` is the request's address, which is spelt anew each time it is asked for.
    QNetworkRequest make(const QUrl &url, const FetchRequest &request, const Proxies &proxies,
        const CredentialGiver &credentials) const;

private:
    QNetworkRequest m_prototype;
};

} // namespace gleaner
