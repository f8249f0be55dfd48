// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "core/crawl/crawllog.h"

#include <QStringList>

namespace gleaner
{

/// What a person without a window has to hear when a download is over, besides what has failed: why
/// a start was skipped, itself or where it redirects to, and how many files nobody could check.
QStringList endNotes(const CrawlLog &log, const CrawlJob &job);

/// What was set aside because there is no end of it, and how it can be had. `groups` by number.
QStringList trapNotes(const std::vector<TrapGroup> &groups);

} // namespace gleaner
