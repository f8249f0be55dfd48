// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/madeup.h"

#include <algorithm>

namespace gleaner
{

MadeUpDownload::MadeUpDownload(int pages, int perBatch, size_t askAt, int groups)
    : m_pages(pages)
    , m_perBatch(perBatch)
    , m_askAt(askAt)
    , m_groups(groups)
{
    connect(&m_turns, &QTimer::timeout, this, &MadeUpDownload::turn);
    m_turns.setInterval(40);
}

void MadeUpDownload::start(const CrawlJob &job)
{
    m_job = job;
    m_clock.start();
    m_turns.start();
}

void MadeUpDownload::turn()
{
    Batch batch;
    if (m_phase == CrawlPhase::Running) {
        find(batch);
        end(batch);
    }
    reportWorkers(batch);
    setAside(batch);
    if (m_phase == CrawlPhase::Running && m_ended == m_records.size())
        m_phase = CrawlPhase::Finished;
    else if (m_phase == CrawlPhase::Stopping)
        m_phase = CrawlPhase::Stopped;
    if (m_askAt > 0 && m_ended >= m_askAt && m_questions == 0) {
        m_phase = CrawlPhase::Paused;
        ++m_questions;
    }
    batch.questions = m_questions;
    if (m_questions > 0 && m_phase == CrawlPhase::Paused)
        batch.question = GrowthQuestion::ManyFiles;
    batch.phase = m_phase;
    batch.totals = totalsOf(m_records);
    batch.totals.seconds = double(m_clock.elapsed()) / 1000;
    batch.totals.bytesPerSecond =
        m_phase == CrawlPhase::Running ? 1'200'000 + m_random.bounded(2'000'000) : 0;
    if (m_phase == CrawlPhase::Finished || m_phase == CrawlPhase::Stopped)
        m_turns.stop();
    Q_EMIT batchReady(batch);
}

void MadeUpDownload::releaseTrap(TrapNumber number)
{
    m_released.push_back(number);
}

void MadeUpDownload::setAside(Batch &batch)
{
    for (int number = 0; number < m_groups && m_ended > 0; ++number) {
        TrapGroup group;
        group.number = TrapNumber(number);
        group.kind = TrapKind((number + 2) % TrapKinds);
        const QByteArray common =
            m_job.starts.front().origin() + "/events/" + QByteArray::number(number);
        group.shape = common + "/calendar?year=*&month=*&view=list";
        if (std::ranges::count(m_released, group.number) > 0) {
            group.state = TrapGroup::State::Released;
        } else {
            group.count = 1 + qint64(m_ended) * (number + 3);
            group.examples = {common + "/calendar?year=2047&month=11&view=list"};
        }
        batch.traps.push_back(group);
    }
}

void MadeUpDownload::find(Batch &batch)
{
    static const char *const names[] = {"index.html", "guide/", "guide/intro.html",
        "guide/setup.html", "guide/images/window.png", "guide", "api/", "api/reference.html",
        "api/classes/widget.html", "api/classes/caf%C3%A9.html", "style.css",
        "downloads/manual.pdf", "downloads/invoice%E2%80%AEgpj.exe", "old/page.html",
        "search?q=gleaner&page=2"};
    constexpr int nameCount = int(std::size(names));
    const QByteArray origin = m_job.starts.front().origin();
    for (int i = 0; i < 2 * m_perBatch && int(m_records.size()) < m_pages; ++i) {
        const RecordId id = RecordId(m_records.size());
        const int number = int(id);
        QByteArray address = origin + '/';
        if (number > 0 && number <= nameCount)
            address += names[number - 1];
        else if (number > 0 && number % 23 == 0)
            address = "https://cdn.example.net/lib/" + QByteArray::number(number) + ".js";
        else if (number > 0)
            address += "book/chapter" + QByteArray::number(number / 12) + "/page"
                + QByteArray::number(number) + ".html";
        m_records.push_back(
            foundRecord(id, address, number == 0 ? noRecord : RecordId(number / 9)));
        batch.added.push_back(m_records.back());
    }
}

Record MadeUpDownload::ended(Record record)
{
    switch (record.id % 17) {
    case 5:
        return failedRecord(record, FailReason::Http, 404);
    case 9:
        record.state = RecordState::Skipped;
        record.skip = record.id % 2 ? SkipReason::Robots : SkipReason::Scope;
        return record;
    case 13:
        record.state = RecordState::Redirected;
        record.target = record.address.resolve("intro.html").value();
        return record;
    case 15:
        return failedRecord(record, FailReason::Timeout);
    default:
        const qint64 bytes = m_random.bounded(900, 400'000);
        return savedRecord(
            record, bytes, QString::fromLatin1(record.address.path().sliced(1).toByteArray()));
    }
}

void MadeUpDownload::end(Batch &batch)
{
    for (int i = 0; i < m_perBatch && m_ended < m_records.size(); ++i, ++m_ended) {
        m_records[m_ended] = ended(m_records[m_ended]);
        batch.changed.push_back(m_records[m_ended]);
    }
    for (size_t i = m_ended; i < qMin(m_ended + size_t(m_job.workers), m_records.size()); ++i) {
        constexpr RecordState atWork[] = {
            RecordState::Connecting, RecordState::Downloading, RecordState::ReadingLinks};
        m_records[i].state = atWork[i % 3];
        batch.changed.push_back(m_records[i]);
    }
}

void MadeUpDownload::reportWorkers(Batch &batch)
{
    for (int number = 1; number <= m_job.workers; ++number) {
        WorkerReport report;
        report.number = number;
        const size_t at = m_ended + size_t(number) - 1;
        if (m_phase == CrawlPhase::Paused) {
            report.state = WorkerState::Paused;
        } else if (at < m_records.size()) {
            report.state = WorkerState(1 + at % 4);
            report.record = RecordId(at);
            report.address = m_records[at].address;
            report.received = qint64(at) * 1000;
            report.expected = at % 5 ? qint64(at) * 1700 : -1;
            report.bytesPerSecond = report.state == WorkerState::Downloading ? 300'000 : 0;
            report.milliseconds = qint64(at % 40) * 100;
            report.silentFor = number == 2 ? 21'000 : 0;
            report.done = qint64(m_ended) / m_job.workers;
        }
        batch.workers.push_back(report);
    }
    if (m_phase != CrawlPhase::Running)
        return;
    LaneReport lane;
    lane.origin = m_job.starts.front().origin();
    lane.slots = 6;
    lane.active = std::min(6, m_job.workers);
    lane.waiting = int(m_records.size() - m_ended);
    lane.isProven = true;
    lane.latency = std::chrono::milliseconds(38);
    batch.lanes.push_back(lane);
    lane.origin = "https://cdn.example.net";
    lane.active = 0;
    lane.waiting = 4;
    lane.why = LaneTrouble::Busy;
    lane.busyStatus = 429;
    lane.parkedFor = std::chrono::milliseconds(45'000 - m_clock.elapsed());
    batch.lanes.push_back(lane);
}

} // namespace gleaner
