// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"

namespace gleaner
{

/// What a person asks to see, by what has become of a record: the chips above the tree. All comes
/// first; the others share out the records among them.
enum class RowGroup : quint8 {
    All,
    Active, ///< a request is on its way, or its answer is being read
    Waiting, ///< for its turn, or for another try
    Saved,
    Unchanged,
    Redirected,
    Skipped,
    Failed,
};
constexpr int rowGroups = int(RowGroup::Failed) + 1;

inline RowGroup groupOf(RecordState state)
{
    switch (state) {
    case RecordState::Waiting:
    case RecordState::Retrying:
        return RowGroup::Waiting;
    case RecordState::Connecting:
    case RecordState::Downloading:
    case RecordState::ReadingLinks:
        return RowGroup::Active;
    case RecordState::Saved:
        return RowGroup::Saved;
    case RecordState::Unchanged:
        return RowGroup::Unchanged;
    case RecordState::Redirected:
        return RowGroup::Redirected;
    case RecordState::Skipped:
        return RowGroup::Skipped;
    case RecordState::Failed:
        return RowGroup::Failed;
    }
    return RowGroup::All;
}

} // namespace gleaner
