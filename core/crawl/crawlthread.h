// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "core/crawl/crawlrules.h"
#include "core/crawl/record.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace gleaner
{

class CrawlEngine;
class CrawlRun;
class Crawler;

/// One download in the crawl thread, as the window sees it.
///
/// Lives in the window's thread and never waits: every call is posted to the crawl thread, every
/// answer arrives as a Batch, about 25 a second at most, and never a second one before the first
/// was taken. The destructor ends the download; with it goes the crawl thread, if no other download
/// is in there, and for that one it waits. What has ended is let go at once, its session too.
class CrawlThread : public QObject
{
    Q_OBJECT

public:
    /// Beside the others in that engine; without one in a thread of its own.
    explicit CrawlThread(std::shared_ptr<CrawlEngine> engine = {}, QObject *parent = nullptr);
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

    // What a person changes while it runs; see Crawler.
    void setRules(const CrawlRules &rules);
    void retry(const std::vector<RecordId> &ended);
    void retryFailed();
    void skip(const std::vector<RecordId> &unwanted);
    void prefer(const std::vector<RecordId> &those, const QByteArrayList &branches);
    void tryConnection();

Q_SIGNALS:
    void batchReady(const gleaner::Batch &batch);

private:
    void post(std::function<void(CrawlRun &)> call);
    void postToCrawler(std::function<void(Crawler &)> call);

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace gleaner
