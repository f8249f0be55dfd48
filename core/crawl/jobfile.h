// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"

namespace gleaner
{

/// A job as a session keeps it: JSON, without its folders, and without anything that is secret:
/// headers, cookies, names and passwords, the proxy's too.
QByteArray toJson(const CrawlJob &job);

/// Nothing if it is not such a job. What is missing or out of its range stands at its default.
std::optional<CrawlJob> jobFromJson(const QByteArray &json);

/// Where the download begins, as text that is equal for equal starts.
QByteArray startsText(const std::vector<Address> &starts);
std::vector<Address> startsFromText(const QByteArray &text);

} // namespace gleaner
