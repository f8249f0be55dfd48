// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"

namespace gleaner
{

/// Which addresses are wanted: what of a job may change while it runs. A value.
struct CrawlRules {
    ScopeKind scope = ScopeKind::Host;
    std::optional<int> depth; ///< clicks from the start address; nothing is no limit
    QByteArrayList include;
    QByteArrayList exclude;
    TypeSelection types;
    HostChoices hosts; ///< instead of the scope
};

inline CrawlRules rulesOf(const CrawlJob &job)
{
    return {job.scope, job.depth, job.include, job.exclude, job.types, job.hosts};
}

inline void setRules(CrawlJob &job, const CrawlRules &rules)
{
    job.scope = rules.scope;
    job.depth = rules.depth;
    job.include = rules.include;
    job.exclude = rules.exclude;
    job.types = rules.types;
    job.hosts = rules.hosts;
}

} // namespace gleaner
