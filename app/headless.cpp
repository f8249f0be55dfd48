// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"

#include "app/endnotes.h"
#include "app/jsonevents.h"
#include "core/crawl/crawlrun.h"
#include "core/save/versions.h"
#include "ui/plaintext.h"
#include "ui/texts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace gleaner
{

namespace
{

constexpr qint64 progressInterval = 1000;

/// These can be taken back while links are still being found: the same address may turn out to
/// be nearer, or needed by a page; and what an earlier run has skipped is judged anew. They are
/// told at the end.
bool isProvisional(RecordState state)
{
    return state == RecordState::Skipped;
}

QString say(const char *sentence)
{
    return QCoreApplication::translate("Headless", sentence);
}

/// The person's own choice keeps these from being saved; they could be had all the same.
bool isChoice(SkipReason reason)
{
    return reason == SkipReason::Type || reason == SkipReason::Size
        || reason == SkipReason::Unticked || reason == SkipReason::NoContent;
}

} // namespace

Headless::Headless(CommandLine line, std::function<void()> quit)
    : m_line(std::move(line))
    , m_quit(std::move(quit))
    , m_terminal(isatty(STDERR_FILENO))
{
}

Headless::~Headless() = default;

void Headless::start()
{
    m_sinceProgress.start();
    m_run = std::make_unique<CrawlRun>(m_line.job, [this](const Batch &batch) { take(batch); });
    m_run->crawler().start();
}

void Headless::stop()
{
    if (m_run)
        m_run->crawler().stop();
}

void Headless::take(const Batch &batch)
{
    // The session's name is not known earlier.
    if (!std::exchange(m_toldStart, true) && m_line.json)
        writeEvent(startedEvent(m_line.job, batch.session));
    if (m_ended)
        return;
    for (const TrapGroup &group : batch.traps) {
        m_traps.resize(std::max<size_t>(m_traps.size(), group.number + 1));
        m_traps[group.number] = group;
    }
    m_told.resize(m_told.size() + batch.added.size());
    for (const Record &record : batch.added)
        report(record);
    for (const Record &record : batch.changed)
        report(record);
    if (batch.phase == CrawlPhase::Finished || batch.phase == CrawlPhase::Stopped) {
        reportProvisional();
        for (const MovedFile &moved : batch.moved) {
            if (m_line.json)
                writeEvent(movedEvent(m_run->crawler().log().address(moved.id), moved));
        }
        showEnd(batch);
        if (m_line.json)
            writeEvent(finishedEvent(batch));
        end(statusOf(batch));
        return;
    }
    showNetwork(batch);
    showProgress(batch);
    m_run->crawler().acknowledge();
}

void Headless::report(const Record &record)
{
    if (isFinal(record.state) && !isProvisional(record.state))
        reportEnd(record);
}

void Headless::reportProvisional()
{
    const CrawlLog &log = m_run->crawler().log();
    for (RecordId id = 0; id < log.size(); ++id) {
        if (isProvisional(log.state(id)))
            reportEnd(log.at(id));
    }
}

void Headless::reportEnd(const Record &record)
{
    if (m_told[record.id])
        return;
    m_told[record.id] = true;
    if (m_line.json) {
        const Address referrer = record.referrer == noRecord
            ? Address()
            : m_run->crawler().log().address(record.referrer);
        writeEvent(endedEvent(record, referrer));
    }
    if (record.state == RecordState::Failed)
        printLine(addressText(record.address) + QStringLiteral(": ")
            + statusText(record, m_line.job.scope));
}

void Headless::writeEvent(const QByteArray &line)
{
    if (m_ended || m_output.write(line))
        return;
    if (m_output.problem().isEmpty()) {
        // Nobody listens any more: no reason to go on, and none to complain.
        end(ExitStatus::Stopped);
        return;
    }
    printLine(say(QT_TRANSLATE_NOOP("Headless", "gleaner: The events could not be written: %1."))
                  .arg(m_output.problem()));
    end(ExitStatus::MachineFault);
}

void Headless::printLine(const QString &line)
{
    if (m_ended)
        return;
    // The line that shows the progress has no end yet.
    fprintf(stderr, "%s%s\n", m_terminal ? "\r\033[K" : "", qUtf8Printable(line));
}

void Headless::showNetwork(const Batch &batch)
{
    for (const QString &line : m_hostNews.take(batch.lanes))
        printLine(line);
}

void Headless::showProgress(const Batch &batch)
{
    if (m_ended || m_sinceProgress.elapsed() < progressInterval)
        return;
    m_sinceProgress.restart();
    const QLocale locale;
    const Totals &totals = batch.totals;
    const QString line =
        say(QT_TRANSLATE_NOOP("Headless", "%1 of %2 found so far, %3 saved, %4 failed, %5, %6/s"))
            .arg(locale.toString(totals.known - totals.waiting), locale.toString(totals.known),
                locale.toString(totals.saved), locale.toString(totals.failed),
                locale.formattedDataSize(totals.bytes),
                locale.formattedDataSize(totals.bytesPerSecond));
    if (m_terminal)
        fprintf(stderr, "\r\033[K%s", qUtf8Printable(line));
    else
        printLine(line);
}

void Headless::showEnd(const Batch &last)
{
    if (last.fault)
        printLine(diskFaultText(*last.fault));
    for (const QString &note : endNotes(m_run->crawler().log(), m_line.job))
        printLine(note);
    for (const QString &note : trapNotes(m_traps))
        printLine(note);
    const QLocale locale;
    const Totals &totals = last.totals;
    const QString seconds = locale.toString(totals.seconds, 'f', 1);
    const QString saved = locale.toString(totals.saved);
    const QString bytes = locale.formattedDataSize(totals.bytes);
    const QString redirected = locale.toString(totals.redirected);
    const QString skipped = locale.toString(totals.skipped);
    const QString failed = locale.toString(totals.failed);
    if (totals.unchanged > 0)
        printLine(say(QT_TRANSLATE_NOOP("Headless", "Files that were here already: %1"))
                      .arg(locale.toString(totals.unchanged)));
    if (last.versionsKept.value_or(0) > 0)
        printLine(
            say(QT_TRANSLATE_NOOP("Headless", "Old versions that were kept in \"%1\": %2"))
                .arg(QString::fromLatin1(versionsFolder), locale.toString(*last.versionsKept)));
    if (last.phase == CrawlPhase::Finished) {
        printLine(say(QT_TRANSLATE_NOOP("Headless",
                          "Finished in %1 s: %2 saved (%3), %4 redirected, %5 skipped, %6 failed"))
                      .arg(seconds, saved, bytes, redirected, skipped, failed));
        return;
    }
    const QString sentence = last.limitReached
        ? say(QT_TRANSLATE_NOOP("Headless",
            "Stopped at a limit after %1 s: %2 saved (%3), %4 redirected, %5 skipped, %6 failed, "
            "%7 waiting"))
        : say(QT_TRANSLATE_NOOP("Headless",
            "Stopped after %1 s: %2 saved (%3), %4 redirected, %5 skipped, %6 failed, %7 waiting"));
    printLine(sentence.arg(
        seconds, saved, bytes, redirected, skipped, failed, locale.toString(totals.waiting)));
}

ExitStatus Headless::statusOf(const Batch &last) const
{
    if (last.fault)
        return ExitStatus::MachineFault;
    if (last.phase == CrawlPhase::Stopped)
        return ExitStatus::Stopped;
    const std::vector<Address> &starts = m_line.job.starts;
    if (std::ranges::none_of(starts, [this](const Address &start) { return wasHad(start); }))
        return ExitStatus::NoStart;
    return last.totals.failed > 0 ? ExitStatus::SomeFailed : ExitStatus::AllSaved;
}

bool Headless::wasHad(const Address &start) const
{
    const CrawlLog &log = m_run->crawler().log();
    const auto id = log.endOfRedirects(start);
    if (!id)
        return false;
    const RecordState state = log.state(*id);
    return state == RecordState::Saved || state == RecordState::Unchanged
        || (state == RecordState::Skipped && isChoice(log.skipReason(*id)));
}

void Headless::end(ExitStatus status)
{
    if (std::exchange(m_ended, true))
        return;
    m_status = status;
    m_quit();
}

} // namespace gleaner
