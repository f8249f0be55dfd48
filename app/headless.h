// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/eventoutput.h"
#include "app/exitstatus.h"
#include "app/hostnews.h"
#include "core/crawl/record.h"

#include <QElapsedTimer>

#include <functional>
#include <vector>

namespace gleaner
{

class CrawlRun;

/// The program without a window: runs the job in this thread, writes events to stdout and progress
/// to stderr. Owned by main().
class Headless
{
public:
    /// `quit` is called once, when there is nothing more to do; that can be within start().
    Headless(CommandLine line, std::function<void()> quit);
    ~Headless();

    void start();
    void stop();
    ExitStatus status() const { return m_status; }

private:
    void take(const Batch &batch);
    void report(const Record &record);
    void reportEnd(const Record &record);
    void writeEvent(const QByteArray &line);
    void printLine(const QString &line);
    void showNetwork(const Batch &batch);
    void showProgress(const Batch &batch);
    void reportProvisional();
    void showEnd(const Batch &last);
    ExitStatus statusOf(const Batch &last) const;
    bool wasHad(const Address &start) const;
    void end(ExitStatus status);

    const CommandLine m_line;
    const std::function<void()> m_quit;
    std::vector<TrapGroup> m_traps; ///< by number
    std::vector<bool> m_told; ///< by id: an address ends once, whatever becomes known of it later
    EventOutput m_output;
    QElapsedTimer m_sinceProgress;
    const bool m_terminal;
    bool m_toldStart = false;
    HostNews m_hostNews;
    bool m_ended = false;
    ExitStatus m_status = ExitStatus::AllSaved;
    std::unique_ptr<CrawlRun> m_run;
};

} // namespace gleaner
