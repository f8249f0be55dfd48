// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storedrows.h"

namespace gleaner
{

/// What a damaged session database can still say about files, as landings: whoever gets them looks
/// at the files themselves, by size and hash, before he believes it. The database is only read.
std::vector<StoredLanding> salvage(const QString &database);
/// And about files whose links were rewritten: without that nobody would know them again.
std::vector<StoredRewrite> salvageRewrites(const QString &database);

} // namespace gleaner
