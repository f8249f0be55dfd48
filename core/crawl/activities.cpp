// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/activities.h"

#include <algorithm>

namespace gleaner
{

namespace
{

WorkerState stateOf(const TransferProgress &progress)
{
    switch (progress.stage) {
    case TransferProgress::Stage::Idle:
        return WorkerState::Finishing;
    case TransferProgress::Stage::Connecting:
        return WorkerState::Connecting;
    case TransferProgress::Stage::WaitingForServer:
        return WorkerState::WaitingForServer;
    case TransferProgress::Stage::Downloading:
        return WorkerState::Downloading;
    }
    Q_UNREACHABLE();
}

} // namespace

Activities::Running::Running(
    Activities &activities, int worker, RecordId record, const Address &address)
    : m_activities(activities)
    , m_activity(activities.m_byWorker[worker])
    , m_done(activities.m_done[worker])
{
    m_activity = {};
    m_activity.record = record;
    m_activity.address = address;
    m_activity.since.start();
    m_activity.heard.start();
}

Activities::Running::~Running()
{
    m_activities.collect(m_activity);
    m_activity.record = noRecord;
    ++m_done;
}

void Activities::collect(Activity &activity)
{
    // The fetcher resets its progress when it ends; what was counted stays counted.
    const qint64 fresh = std::max<qint64>(activity.progress.received - activity.counted, 0);
    activity.counted += fresh;
    m_received += fresh;
}

void Activities::listen(Activity &activity)
{
    const TransferProgress &progress = activity.progress;
    if (progress.received == activity.seen && progress.stage == activity.seenStage)
        return;
    activity.seen = progress.received;
    activity.seenStage = progress.stage;
    activity.heard.restart();
}

qint64 Activities::bytesPerSecond()
{
    if (!m_clock.isValid())
        m_clock.start();
    for (auto &[worker, activity] : m_byWorker) {
        if (activity.record != noRecord)
            collect(activity);
    }
    const Sample now{m_clock.elapsed(), m_received};
    m_samples[m_next] = now;
    m_next = (m_next + 1) % m_samples.size();
    m_count = std::min(m_count + 1, m_samples.size());
    Sample oldest = now;
    for (size_t i = 0; i < m_count; ++i) {
        const Sample &sample = m_samples[i];
        if (now.milliseconds - sample.milliseconds <= 1200
            && sample.milliseconds < oldest.milliseconds)
            oldest = sample;
    }
    const qint64 span = now.milliseconds - oldest.milliseconds;
    return span > 0 ? (now.received - oldest.received) * 1000 / span : 0;
}

std::vector<WorkerReport> Activities::report(const Pipeliner &pipeliner, bool paused, int wanted)
{
    std::vector<WorkerReport> reports;
    const auto rowFor = [&](int number) -> WorkerReport & {
        WorkerReport row;
        row.number = number;
        row.state = paused ? WorkerState::Paused : WorkerState::Idle;
        const auto done = m_done.find(number);
        row.done = done == m_done.end() ? 0 : done->second;
        return reports.emplace_back(row);
    };
    for (const Pipeliner::WorkerState &worker : pipeliner.workers()) {
        WorkerReport &row = rowFor(worker.number);
        // Paused, every worker is on its way out of the pipeliner, but not out of the window.
        row.leaving = worker.leaving && (!paused || worker.number > wanted);
        const auto found = m_byWorker.find(worker.number);
        if (!worker.busy || found == m_byWorker.end() || found->second.record == noRecord)
            continue;
        Activity &activity = found->second;
        listen(activity);
        row.silentFor = activity.heard.elapsed();
        row.state = stateOf(activity.progress);
        row.record = activity.record;
        row.address = activity.address;
        row.received = activity.progress.received;
        row.expected = activity.progress.expected;
        row.milliseconds = activity.since.elapsed();
        row.bytesPerSecond =
            row.milliseconds > 0 ? row.received * 1000 / row.milliseconds : row.received;
    }
    for (int number = 1; paused && number <= wanted; ++number) {
        if (std::ranges::find(reports, number, &WorkerReport::number) == reports.end())
            rowFor(number);
    }
    std::ranges::sort(reports, {}, &WorkerReport::number);
    return reports;
}

} // namespace gleaner
