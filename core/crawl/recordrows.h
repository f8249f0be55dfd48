// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/linkmemory.h"
#include "core/crawl/record.h"
#include "core/store/storedrows.h"

namespace gleaner
{

// Records as the session database keeps them, and back. Its numbers are fixed: enums may grow at
// their end only.

/// As it is on disk: what is on its way waits again, and what is unchanged is saved.
StoredAddress rowOf(const Record &record);

/// Nothing if the row holds what no record can.
std::optional<Record> recordOf(const StoredAddress &row);

/// Whom an address leads to.
QByteArray packedLinks(const std::vector<Onward> &links);
/// As far as they can be read; targets below `records` only.
std::vector<Onward> unpackedLinks(const QByteArray &packed, RecordId records);

} // namespace gleaner
