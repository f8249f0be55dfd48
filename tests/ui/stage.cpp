// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/stage.h"

#include "ui/actions.h"
#include "ui/icontheme.h"
#include "ui/pickpanel.h"
#include "ui/treeview.h"

#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QDialog>
#include <QTest>

#include <algorithm>

namespace gleaner
{

namespace
{

constexpr const char *site = "https://docs.example.org/";

CrawlJob jobFor(const char *address)
{
    CrawlJob job;
    job.starts = {Address::parse(address).value()};
    job.directory =
        QStringLiteral("/home/ada/Downloads/") + QString::fromLatin1(job.starts.front().host());
    return job;
}

} // namespace

QWidget *Stage::front() const
{
    if (QWidget *modal = QApplication::activeModalWidget())
        return modal;
    // Some let the window be used beside them.
    const auto dialogs = m_window->findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if (dialog->isVisible())
            return dialog;
    }
    return m_window.get();
}

/// Chips and sums follow a moment later; a picture is to have them.
void Stage::settle()
{
    if (qEnvironmentVariableIsSet("GLEANER_PICTURES"))
        QTest::qWait(600);
}

void Stage::empty()
{
    // As in a program that starts in a dark desktop, or a light one.
    useIconFallback(QApplication::palette());
    open();
}

void Stage::start()
{
    useIconFallback(QApplication::palette());
    m_id = "made up";
    open({jobFor(site), {}});
}

std::vector<Record> Stage::everyState() const
{
    std::vector<Record> records;
    const auto add = [&records](const char *path) -> Record & {
        records.push_back(foundRecord(RecordId(records.size()), QByteArray(site) + path,
            records.empty() ? noRecord : RecordId(0)));
        return records.back();
    };
    const auto in = [&add](const char *path, RecordState state) { add(path).state = state; };
    Record &index = add("");
    index = savedRecord(index, 18'432, QStringLiteral("index.html"));
    Record &style = add("style.css");
    style = savedRecord(style, 4'096, QStringLiteral("style.css"));
    style.type = "text/css";
    in("guide/introduction/how-everything-began-and-where-it-leads.html", RecordState::Waiting);
    in("guide/first-steps.html", RecordState::Connecting);
    in("guide/video.mp4", RecordState::Downloading);
    in("guide/install.html", RecordState::ReadingLinks);
    in("guide/api.json", RecordState::Retrying);
    records.back().fail = FailReason::Http;
    records.back().status = 503;
    records.back().tries = 2;
    records.back().retryAt = QDateTime::currentMSecsSinceEpoch() + 40'000;
    in("guide/same-as-before.html", RecordState::Unchanged);
    records.back().path = QStringLiteral("guide/same-as-before.html");
    records.back().bytes = 2'345;
    in("guide/old.html", RecordState::Redirected);
    records.back().target = Address::parse("https://docs.example.org/guide/intro.html").value();
    Record &gone = add("guide/gone.html");
    gone = failedRecord(gone, FailReason::Http, 404);
    Record &slow = add("guide/slow.html");
    slow = failedRecord(slow, FailReason::Timeout);
    for (int reason = 1; reason <= int(SkipReason::User); ++reason) {
        in("skipped/", RecordState::Skipped);
        Record &skipped = records.back();
        skipped.address =
            Address::parse(QByteArray(site) + "skipped/page" + QByteArray::number(reason) + ".html")
                .value();
        skipped.skip = SkipReason(reason);
    }
    return records;
}

void Stage::running(CrawlPhase phase)
{
    start();
    send(everyState());
    // Only what a person has asked for is shown as a pause, or as an end that is coming.
    if (phase == CrawlPhase::Paused)
        m_window->findChild<Actions *>()->pause->trigger();
    if (phase == CrawlPhase::Stopping)
        m_window->findChild<Actions *>()->stop->trigger();
    reportWorkers(phase);
    settle();
}

void Stage::reportWorkers(CrawlPhase phase)
{
    Batch batch;
    batch.phase = phase;
    batch.fault = m_fault;
    batch.diskPauses = m_diskPauses;
    batch.question = m_question;
    batch.questions = m_questions;
    batch.traps = m_traps;
    batch.totals = totalsOf(m_known);
    batch.totals.seconds = 192;
    batch.totals.bytesPerSecond = 2'202'009;
    // Each at a row of its state, as far as rows have it.
    const struct {
        WorkerState state;
        RecordId record;
    } workers[] = {{WorkerState::Downloading, 4}, {WorkerState::WaitingForServer, 3},
        {WorkerState::Connecting, 2}, {WorkerState::Finishing, 5}, {WorkerState::Idle, noRecord},
        {WorkerState::Paused, noRecord}};
    for (const auto &[state, record] : workers) {
        WorkerReport report;
        report.number = int(batch.workers.size()) + 1;
        report.state = state;
        report.leaving = state == WorkerState::Finishing;
        report.done = 12 - report.number;
        if (record != noRecord) {
            const bool isComing = state == WorkerState::Downloading;
            report.record = record;
            report.address = m_known[record].address;
            report.received = isComing ? 19'922'944 : 0;
            report.expected = isComing ? 32'505'856 : -1;
            report.bytesPerSecond = isComing ? 1'153'433 : 0;
            report.milliseconds = isComing ? 18'000 : 1'000;
        }
        batch.workers.push_back(report);
    }
    LaneReport quick;
    quick.origin = "https://docs.example.org";
    quick.slots = 6;
    quick.active = 4;
    quick.waiting = 117;
    quick.latency = std::chrono::milliseconds(84);
    LaneReport busy;
    busy.origin = "https://pictures-and-other-large-files.example.org";
    busy.slots = 2;
    busy.waiting = 12;
    busy.why = LaneTrouble::Busy;
    busy.busyStatus = 429;
    busy.parkedFor = std::chrono::seconds(42);
    batch.lanes = {quick, busy};
    Q_EMIT m_download->batchReady(batch);
}

void Stage::finished(bool withFailures)
{
    start();
    std::vector<Record> records = everyState();
    for (Record &record : records) {
        const bool isOpen = !isFinal(record.state);
        if (isOpen || (!withFailures && record.state == RecordState::Failed))
            record = savedRecord(record, 30'000 + record.id,
                QString::fromLatin1(record.address.path().sliced(1).toByteArray()));
    }
    send(records, CrawlPhase::Finished);
    settle();
}

void Stage::failedStart()
{
    start();
    send({failedRecord(foundRecord(0, site), FailReason::Dns)}, CrawlPhase::Finished);
}

void Stage::diskFull()
{
    m_fault = {DiskFaultKind::Full, QStringLiteral("/home/ada/Downloads/docs.example.org"),
        QStringLiteral("ENOSPC")};
    m_diskPauses = 1;
    running(CrawlPhase::Paused);
}

void Stage::asking()
{
    m_question = GrowthQuestion::ManyFiles;
    m_questions = 1;
    running(CrawlPhase::Paused);
}

void Stage::setAside()
{
    const struct {
        TrapKind kind;
        const char *shape;
    } groups[] = {{TrapKind::LaterDates, "https://docs.example.org/calendar/*/*/"},
        {TrapKind::Counter, "https://docs.example.org/list?page=*"}};
    for (const auto &[kind, shape] : groups) {
        TrapGroup group;
        group.number = TrapNumber(m_traps.size());
        group.kind = kind;
        group.shape = shape;
        group.count = 1204;
        group.examples = {QByteArray(shape).replace("*", "2031")};
        m_traps.push_back(group);
    }
    running();
}

void Stage::severalDownloads()
{
    start();
    send(everyState());
    JobForm *form = m_window->findChild<JobForm *>();
    for (const char *address : {"https://www.example.net/manual/", "https://wiki.example.com/",
             "https://photos.example.com/2026/summer/"}) {
        form->setAddress(QString::fromLatin1(address));
        Q_EMIT form->submitted();
        send({foundRecord(0, address)});
        m_known.clear();
    }
}

void Stage::earlierDownload()
{
    KnownSession known;
    known.id = "one";
    known.state = KnownSession::State::Unfinished;
    known.job = jobFor(site);
    known.job.directory = m_folder.path();
    known.totals.known = 3400;
    known.totals.waiting = 2200;
    known.changedAt = QDateTime::currentMSecsSinceEpoch();
    m_sessions = {known};
    open();
    QTRY_VERIFY(m_window->findChild<JobForm *>() && !message().isEmpty());
}

void Stage::scanned()
{
    CrawlJob job = jobFor(site);
    job.purpose = Purpose::Scan;
    m_id = "scan";
    open({job, {}});
    std::vector<Record> records = everyState();
    for (Record &record : records) {
        record.state = RecordState::Skipped;
        record.skip = SkipReason::Unticked;
        record.type = record.id % 2 == 0 ? "text/html" : "application/vnd.oasis.opendocument.text";
        record.bytes = record.id % 3 == 0 ? -1 : 1'234'567 * qint64(record.id);
    }
    send(records, CrawlPhase::Finished);
    // Sites with nothing to pick are hidden, and it is looked ten times a second.
    const auto *found = m_window->findChild<PickPanel *>()->findChild<QTreeView *>();
    QTRY_VERIFY(found->model()->rowCount() > 0 && !found->isRowHidden(0, {}));
}

void Stage::refused()
{
    start();
    send({savedRecord(foundRecord(0, site), 18'432, QStringLiteral("index.html")),
        failedRecord(
            foundRecord(1, "https://docs.example.org/members/", 0), FailReason::Auth, 401)});
    auto *tree = m_window->findChild<TreeView *>();
    tree->setCurrentIndex(m_window->session()->tree()->indexOf(1));
}

void Stage::chooseRow()
{
    auto *tree = m_window->findChild<TreeView *>();
    if (tree->model())
        tree->setCurrentIndex(tree->model()->index(0, 0));
}

} // namespace gleaner
