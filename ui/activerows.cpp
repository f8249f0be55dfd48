// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activerows.h"

namespace gleaner
{

std::vector<RecordId> ActiveRows::apply(const std::vector<WorkerReport> &workers)
{
    std::vector<RecordId> touched;
    for (auto row = m_rows.keyBegin(); row != m_rows.keyEnd(); ++row)
        touched.push_back(*row);
    m_rows.clear();
    for (const WorkerReport &worker : workers) {
        if (worker.record == noRecord || worker.state == WorkerState::Idle)
            continue;
        touched.push_back(worker.record);
        m_rows.insert(worker.record,
            {worker.received, worker.expected, worker.bytesPerSecond, worker.state,
                worker.silentFor});
    }
    return touched;
}

} // namespace gleaner
