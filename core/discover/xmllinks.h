// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/reference.h"

namespace gleaner
{

/// The caps of the sitemap protocol (sitemaps.org, "Sitemap index files"): what stands behind is
/// not read.
inline constexpr int MaxSitemapEntries = 50'000;
inline constexpr qsizetype MaxSitemapBytes = 50 << 20;

/// A sitemap or a sitemap index, with the image, video and xhtml:link extensions.
///
/// These three read UTF-8 and hand over references without offsets (their files are not
/// rewritten). Linear, any thread; broken XML gives what stands before and around the damage.
void scanSitemap(QByteArrayView xml, ReferenceSink &sink);

/// RSS 0.9 to 2.0 and Atom (RFC 4287): entries, enclosures, Media RSS, pictures, and the HTML
/// inside of entries. `xml:base` counts.
void scanFeed(QByteArrayView xml, ReferenceSink &sink);

/// A DASH manifest's (ISO/IEC 23009-1) addresses that are written out: BaseURL, SegmentURL,
/// Initialization, Location. Templates with `$Number$` or `$Time$` are not expanded.
void scanDash(QByteArrayView xml, const Address &document, ReferenceSink &sink);

} // namespace gleaner
