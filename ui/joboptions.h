// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlrules.h"

namespace gleaner
{

/// What a person may choose for a download beside what stands in the form: what is wanted of it,
/// and how it is saved. A value.
struct JobOptions {
    CrawlRules rules;
    LargeDownload whenLarge = LargeDownload::Ask;
    TrapPolicy traps = TrapPolicy::SetAside;
    LinkPolicy links = LinkPolicy::Relative;
    NameSource names = NameSource::Address;
    OriginNote originNote = OriginNote::Written;
    Archiving archiving = Archiving::None;
    OldVersions oldVersions = OldVersions::Replaced;
};

inline JobOptions optionsOf(const CrawlJob &job)
{
    return {rulesOf(job), job.whenLarge, job.traps, job.links, job.names, job.originNote,
        job.archiving, job.oldVersions};
}

inline void setOptions(CrawlJob &job, const JobOptions &options)
{
    setRules(job, options.rules);
    job.whenLarge = options.whenLarge;
    job.traps = options.traps;
    job.links = options.links;
    job.names = options.names;
    job.originNote = options.originNote;
    job.archiving = options.archiving;
    job.oldVersions = options.oldVersions;
}

} // namespace gleaner
