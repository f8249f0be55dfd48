// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlshare.h"

#include <algorithm>

namespace gleaner
{

void CrawlShare::setRate(const CrawlRun &run, std::optional<qint64> rate)
{
    m_rates[&run] = rate;
    applyRates();
}

void CrawlShare::forget(const CrawlRun &run)
{
    m_rates.erase(&run);
    applyRates();
}

void CrawlShare::applyRates()
{
    std::optional<qint64> smallest;
    for (const auto &[run, rate] : m_rates) {
        if (rate)
            smallest = std::min(*rate, smallest.value_or(*rate));
    }
    if (smallest != m_rateLimit.rate())
        m_rateLimit.setRate(smallest, Clock::now());
}

} // namespace gleaner
