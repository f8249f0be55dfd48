// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/records.h"
#include "ui/download.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTimer>

namespace gleaner
{

/// A download that is made up as it goes: pages are found, fetched, saved, or not, for the eyes of
/// a person who looks at the window without a network. Repeatable: the same seed, the same site.
class MadeUpDownload : public Download
{
public:
    /// With so many pages done it asks whether to go on, if it is to ask. So many groups of it
    /// are set aside.
    explicit MadeUpDownload(int pages, int perBatch = 6, size_t askAt = 0, int groups = 0);

    void start(const CrawlJob &job) override;
    void pause() override { m_phase = CrawlPhase::Paused; }
    void resume() override { m_phase = CrawlPhase::Running; }
    void stop() override { m_phase = CrawlPhase::Stopping; }
    void setWorkerCount(int count) override { m_job.workers = count; }
    void releaseTrap(TrapNumber number) override;
    void setRules(const CrawlRules &) override { }
    void retry(const std::vector<RecordId> &) override { }
    void retryFailed() override { }
    void skip(const std::vector<RecordId> &) override { }
    void prefer(const std::vector<RecordId> &, const QByteArrayList &) override { }
    void tryConnection() override { }

private:
    void turn();
    void find(Batch &batch);
    void end(Batch &batch);
    Record ended(Record record);
    void reportWorkers(Batch &batch);
    void setAside(Batch &batch);

    CrawlJob m_job;
    CrawlPhase m_phase = CrawlPhase::Running;
    int m_pages;
    int m_perBatch;
    size_t m_askAt;
    int m_questions = 0;
    int m_groups;
    std::vector<TrapNumber> m_released;
    std::vector<Record> m_records;
    size_t m_ended = 0;
    qint64 m_bytes = 0;
    QRandomGenerator m_random{1};
    QElapsedTimer m_clock;
    QTimer m_turns;
};

} // namespace gleaner
