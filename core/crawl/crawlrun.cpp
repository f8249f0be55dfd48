// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlrun.h"

#include <QCryptographicHash>

namespace gleaner
{

/// Named after the folder, so that the next run into it finds what this one leaves.
std::shared_ptr<PartStore> CrawlRun::storeFor(const CrawlJob &job)
{
    if (job.stateDirectory.isEmpty())
        return nullptr;
    const QByteArray name =
        QCryptographicHash::hash(job.directory.toUtf8(), QCryptographicHash::Sha256).toHex();
    return std::make_shared<PartStore>(job.stateDirectory + QStringLiteral("/parts/")
        + QString::fromLatin1(name.first(32)) + QStringLiteral(".sqlite"));
}

CrawlRun::CrawlRun(const CrawlJob &job, Crawler::Listener listener)
    : m_writer(job.directory)
    , m_rateLimit(job.rateLimit)
    , m_cookies(job.cookies)
    , m_fetcher(m_pool, m_rateLimit, &m_cookies, job.network)
    , m_guard(m_fetcher, job.starts,
          [this](const Address &address, std::chrono::milliseconds timeout) {
              return m_fetcher.resolve(address, timeout);
          })
    , m_crawler(job, {m_guard, m_writer, m_pool, storeFor(job)}, std::move(listener))
{
}

void CrawlRun::setRateLimit(std::optional<qint64> rate)
{
    m_rateLimit.setRate(rate, Clock::now());
}

} // namespace gleaner
