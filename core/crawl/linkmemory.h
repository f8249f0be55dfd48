// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/pieces.h"
#include "core/crawl/record.h"

#include <vector>

namespace gleaner
{

/// Where a link leads.
struct Onward {
    RecordId target = noRecord;
    LinkKind kind = LinkKind::Navigation; ///< of this link, whatever the target was first found as
    bool isRedirect = false; ///< then the target is of the kind that its source is
};

/// Who leads where. A link costs five bytes, because there are many more links than addresses;
/// those of one page come in a few runs, each of which lies in one piece.
class LinkMemory
{
public:
    void add(RecordId source, const Onward &link);
    /// In no order.
    std::vector<Onward> from(RecordId source) const;
    /// It is read again. What it led to stays in memory, for nobody.
    void forget(RecordId source);

private:
    struct Run {
        RecordId source;
        quint32 older; ///< the run before of the same source
        size_t begin;
    };
    static constexpr quint32 noRun = 0xFFFFFFFF;

    Pieces<RecordId> m_targets;
    Pieces<quint8> m_kinds; ///< of the same links
    Pieces<Run> m_runs; ///< each ends where the next begins
    Pieces<quint32> m_newest; ///< by source: its last run
};

} // namespace gleaner
