// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"
#include "core/net/fetcher.h"
#include "core/task/pipeliner.h"

#include <QElapsedTimer>

#include <array>
#include <map>

namespace gleaner
{

/// What each worker does, for the window: written by the items that run, read for each batch.
/// Owned by the crawler; outlives its items.
class Activities
{
public:
    struct Activity {
        RecordId record = noRecord;
        Address address;
        QElapsedTimer since;
        TransferProgress progress;
        qint64 counted = 0; ///< of progress.received, in the sum already
        QElapsedTimer heard; ///< since a report has last seen that something had come
        qint64 seen = 0; ///< of progress.received, by then
        TransferProgress::Stage seenStage = TransferProgress::Stage::Idle;
    };

    /// An item begins on that worker; it is over when the result is destroyed.
    class Running
    {
    public:
        Running(Activities &activities, int worker, RecordId record, const Address &address);
        ~Running();
        Q_DISABLE_COPY_MOVE(Running)
        TransferProgress *progress() { return &m_activity.progress; }

    private:
        Activities &m_activities;
        Activity &m_activity;
        qint64 &m_done;
    };

    std::vector<WorkerReport> report(const Pipeliner &pipeliner, bool paused, int wanted);
    /// Bytes received in about the last second. To be called a few times a second.
    qint64 bytesPerSecond();

private:
    void collect(Activity &activity);
    void listen(Activity &activity);

    std::map<int, Activity> m_byWorker; ///< nodes stay where they are while items run
    std::map<int, qint64> m_done; ///< by worker
    qint64 m_received = 0; ///< by everything that ran or runs
    struct Sample {
        qint64 milliseconds = 0;
        qint64 received = 0;
    };
    std::array<Sample, 32> m_samples;
    size_t m_next = 0;
    size_t m_count = 0;
    QElapsedTimer m_clock;
};

} // namespace gleaner
