// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/storeddownload.h"

#include <functional>

namespace gleaner
{

/// Writes what became of a download as one page for people: HTML that needs nothing beside it, no
/// script, and shows all text of the network as text. In the order of what a person asks first:
/// what it was, what failed and why, totals by type and by host, what was saved from where, what
/// was left out and why. Any thread.
void writeReportPage(
    const StoredDownload &download, const std::function<void(QByteArrayView)> &write);

/// A table shows so many rows; a browser gets no further with more. The other reports have all.
constexpr int mostReportRows = 20'000;

} // namespace gleaner
