// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// Those of the records that an address leads to under a depth limit.
struct OnwardLink {
    RecordId target;
    LinkKind kind; ///< of this link, whatever the target was first found as
    bool isRedirect = false; ///< then the target is of the kind that its source is
};
QByteArray packedLinks(const std::vector<OnwardLink> &links);
/// As far as they can be read; targets below `records` only.
std::vector<OnwardLink> unpackedLinks(const QByteArray &packed, RecordId records);

} // namespace gleaner
