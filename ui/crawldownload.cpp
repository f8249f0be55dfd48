// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/crawldownload.h"

namespace gleaner
{

CrawlDownload::CrawlDownload(QObject *parent)
    : Download(parent)
{
    connect(&m_thread, &CrawlThread::batchReady, this, &Download::batchReady);
}

void CrawlDownload::start(const CrawlJob &job)
{
    m_thread.start(job);
}

void CrawlDownload::pause()
{
    m_thread.pause();
}

void CrawlDownload::resume()
{
    m_thread.resume();
}

void CrawlDownload::stop()
{
    m_thread.stop();
}

void CrawlDownload::setWorkerCount(int count)
{
    m_thread.setWorkerCount(count);
}

void CrawlDownload::releaseTrap(TrapNumber number)
{
    m_thread.releaseTrap(number);
}

} // namespace gleaner
