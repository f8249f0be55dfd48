// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlrules.h"
#include "core/crawl/record.h"

#include <optional>
#include <vector>

namespace gleaner
{

/// A discovered link that has not been judged.
struct Candidate {
    Address address;
    LinkKind kind = LinkKind::Navigation;
    FoundIn found;
    RecordId referrer = noRecord;
    int depth = 0;
    bool nofollow = false; ///< the page asks robots not to follow it
};

/// May it be fetched? Nothing is yes; else why not.
using Verdict = std::optional<SkipReason>;

/// The one gate: every link, redirect and requisite passes it before it may be asked for.
/// A value in the crawl thread, no I/O.
class Scope
{
public:
    explicit Scope(const CrawlJob &job);

    Verdict check(const Candidate &candidate) const;
    /// Is this address one whose pages are followed, apart from depth and filters?
    bool covers(const Address &address) const;

    /// From now on; the starts and what they have moved to stay.
    void setRules(const CrawlRules &rules) { m_rules = rules; }
    /// A start address redirects: what it stood for, its target stands for now.
    void moveStart(const Address &from, const Address &to);
    const std::vector<Address> &starts() const { return m_starts; }

private:
    struct Bounds;
    std::vector<Address> m_starts;
    CrawlRules m_rules;
    RobotsPolicy m_robots;
};

/// From https to http. Such a redirect is not followed, whatever it is for: what was asked for in
/// private would go on in public.
bool isDowngrade(const Address &from, const Address &to);

/// Longer addresses are not asked for.
constexpr int longestAddress = 8192;
/// More hops from the first address to one that answers are a failure.
constexpr int longestRedirectChain = 10;

} // namespace gleaner
