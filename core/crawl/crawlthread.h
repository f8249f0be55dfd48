// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "core/crawl/record.h"

#include <QObject>

#include <memory>
#include <optional>

namespace gleaner
{

/// One download in a thread of its own, as the window sees it.
///
/// Lives in the window's thread and never waits: every call is posted to the crawl thread, every
/// answer arrives as a Batch, about 25 a second at most, and never a second one before the first
/// was taken. The destructor stops the download and joins the thread.
class CrawlThread : public QObject
{
    Q_OBJECT

public:
    explicit CrawlThread(QObject *parent = nullptr);
    ~CrawlThread() override;

    /// Begins the job; once per object.
    void start(const CrawlJob &job);
    /// No new requests; those that run are finished.
    void pause();
    void resume();
    /// Ends soon: running requests are dropped, what is saved stays. A Stopped batch follows.
    void stop();
    void setWorkerCount(int count);
    /// Asks for what was set aside in that group, and sets none of its kind aside any more.
    void releaseTrap(gleaner::TrapNumber number);
    /// Bytes per second over all workers; nothing is no limit.
    void setRateLimit(std::optional<qint64> rate);

Q_SIGNALS:
    void batchReady(const gleaner::Batch &batch);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace gleaner
