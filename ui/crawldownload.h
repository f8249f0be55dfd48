// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlthread.h"
#include "ui/download.h"

namespace gleaner
{

/// The real Download: passes everything to a CrawlThread that it owns.
class CrawlDownload : public Download
{
public:
    explicit CrawlDownload(QObject *parent = nullptr);

    void start(const CrawlJob &job) override;
    void pause() override;
    void resume() override;
    void stop() override;
    void setWorkerCount(int count) override;
    void releaseTrap(TrapNumber number) override;

private:
    CrawlThread m_thread;
};

} // namespace gleaner
