// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/headflood.h"
#include "core/net/laneboard.h"
#include "core/net/ratelimit.h"

#include <map>
#include <memory>
#include <optional>

namespace gleaner
{

class CrawlRun;

/// What the downloads of one program have in common, whatever each of them asks for: how often a
/// host may be asked, how many bytes a second may come, and what the kernel has counted.
///
/// Crawl thread; outlives its runs. Everything else (session, folder, workers, cookies,
/// connections) is each one's own.
class CrawlShare
{
public:
    const std::shared_ptr<LaneBoard> &lanes() const { return m_lanes; }
    RateLimit &rateLimit() { return m_rateLimit; }
    HeadFlood &flood() { return m_flood; }

    /// Bytes per second; nothing is no limit. The smallest of all runs' limits bounds them
    /// together, so that each of them keeps what was promised for it.
    void setRate(const CrawlRun &run, std::optional<qint64> rate);
    void forget(const CrawlRun &run);

private:
    void applyRates();

    std::shared_ptr<LaneBoard> m_lanes = std::make_shared<LaneBoard>();
    RateLimit m_rateLimit;
    HeadFlood m_flood;
    std::map<const CrawlRun *, std::optional<qint64>> m_rates;
};

} // namespace gleaner
