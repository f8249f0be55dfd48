// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"

#include <QHash>

#include <vector>

namespace gleaner
{

/// How far the requests are that are under way: at most one a worker. Window thread.
class ActiveRows
{
public:
    struct Progress {
        qint64 received = 0;
        qint64 expected = -1; ///< -1 unknown
        qint64 bytesPerSecond = 0;
        WorkerState state = WorkerState::Connecting;
        qint64 silentFor = 0; ///< ms
    };

    /// Takes a batch's; returns the records that are or were among them, in no order.
    std::vector<RecordId> apply(const std::vector<WorkerReport> &workers);
    /// Null where no request is under way.
    const Progress *find(RecordId id) const
    {
        const auto found = m_rows.constFind(id);
        return found == m_rows.constEnd() ? nullptr : &*found;
    }

private:
    QHash<RecordId, Progress> m_rows;
};

} // namespace gleaner
