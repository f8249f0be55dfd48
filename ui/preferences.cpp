// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences.h"

#include "core/net/proxyaddress.h"

#include <algorithm>

namespace gleaner
{

void applyPreferences(CrawlJob &job, const Preferences &preferences)
{
    job.workers = preferences.workers;
    setOptions(job, preferences.options);
    setRequestOptions(job, preferences.requests);
    job.perHost = std::min(job.perHost, job.workers);
    job.network.proxy = readProxyAddress(preferences.proxy);
}

} // namespace gleaner
