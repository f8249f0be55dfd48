// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlthread.h"
#include "ui/download.h"

namespace gleaner
{

/// The real Download: passes everything to a CrawlThread that it owns, beside those of the others
/// in the same engine.
class CrawlDownload : public Download
{
public:
    explicit CrawlDownload(std::shared_ptr<CrawlEngine> engine, QObject *parent = nullptr);

    void start(const CrawlJob &job) override;
    void pause() override;
    void resume() override;
    void stop() override;
    void setWorkerCount(int count) override;
    void releaseTrap(TrapNumber number) override;
    void setRules(const CrawlRules &rules) override;
    void retry(const std::vector<RecordId> &ended) override;
    void retryFailed() override;
    void skip(const std::vector<RecordId> &unwanted) override;
    void prefer(const std::vector<RecordId> &those, const QByteArrayList &branches) override;
    void tryConnection() override;

private:
    CrawlThread m_thread;
};

} // namespace gleaner
