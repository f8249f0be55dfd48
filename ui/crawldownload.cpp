// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/crawldownload.h"

namespace gleaner
{

CrawlDownload::CrawlDownload(std::shared_ptr<CrawlEngine> engine, QObject *parent)
    : Download(parent)
    , m_thread(std::move(engine))
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

void CrawlDownload::setRules(const CrawlRules &rules)
{
    m_thread.setRules(rules);
}

void CrawlDownload::retry(const std::vector<RecordId> &ended)
{
    m_thread.retry(ended);
}

void CrawlDownload::retryFailed()
{
    m_thread.retryFailed();
}

void CrawlDownload::skip(const std::vector<RecordId> &unwanted)
{
    m_thread.skip(unwanted);
}

void CrawlDownload::prefer(const std::vector<RecordId> &those, const QByteArrayList &branches)
{
    m_thread.prefer(those, branches);
}

void CrawlDownload::tryConnection()
{
    m_thread.tryConnection();
}

} // namespace gleaner
