// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/reference.h"

namespace gleaner
{

/// An HLS playlist (RFC 8216): segments, variants, keys and maps. Offsets are set.
void scanPlaylist(QByteArrayView text, ReferenceSink &sink);

/// A list of absolute addresses, one a line, with `#` comments: text/uri-list (RFC 2483) and text
/// sitemaps. If a line is anything else, it is no such list and nothing is found. Capped like a
/// sitemap.
void scanAddressList(QByteArrayView text, ReferenceSink &sink);

} // namespace gleaner
