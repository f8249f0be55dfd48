// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlthread.h"

#include "core/crawl/crawlrun.h"
#include "core/task/crossing.h"

namespace gleaner
{

struct CrawlThread::Parts {
    /// Runs the call on the crawler, in its thread, if the job has begun.
    void post(std::function<void(Crawler &)> call)
    {
        thread.door().post([this, call = std::move(call)] {
            if (run)
                call(run->crawler());
        });
    }

    Inbox inbox; ///< batches arrive here, in the window's thread
    std::unique_ptr<CrawlRun> run; ///< the crawl thread's alone
    SerialThread thread{QStringLiteral("crawl")};
};

CrawlThread::CrawlThread(QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>())
{
}

CrawlThread::~CrawlThread()
{
    m_parts->thread.door().post([parts = m_parts.get()] { parts->run.reset(); });
}

void CrawlThread::start(const CrawlJob &job)
{
    Parts *parts = m_parts.get();
    // Whoever hears of a batch may destroy this object; a door whose thread is gone takes nothing.
    auto acknowledge = [parts, door = parts->thread.door()] {
        door.post([parts] { parts->run->crawler().acknowledge(); });
    };
    auto deliver = [this, acknowledge, door = parts->inbox.door()](const Batch &batch) {
        door.post([this, acknowledge, batch] {
            Q_EMIT batchReady(batch);
            acknowledge();
        });
    };
    parts->thread.door().post([parts, job, deliver = std::move(deliver)] {
        CrawlJob waiting = job;
        // Somebody looks on, who can mend the disk and say so.
        waiting.onDiskFault = DiskFaultPolicy::Pause;
        parts->run = std::make_unique<CrawlRun>(waiting, deliver);
        parts->run->crawler().start();
    });
}

void CrawlThread::pause()
{
    m_parts->post([](Crawler &crawler) { crawler.pause(); });
}

void CrawlThread::resume()
{
    m_parts->post([](Crawler &crawler) { crawler.resume(); });
}

void CrawlThread::stop()
{
    m_parts->post([](Crawler &crawler) { crawler.stop(); });
}

void CrawlThread::setWorkerCount(int count)
{
    m_parts->post([count](Crawler &crawler) { crawler.setWorkerCount(count); });
}

void CrawlThread::releaseTrap(TrapNumber number)
{
    m_parts->post([number](Crawler &crawler) { crawler.releaseTrap(number); });
}

void CrawlThread::setRateLimit(std::optional<qint64> rate)
{
    m_parts->thread.door().post([parts = m_parts.get(), rate] {
        if (parts->run)
            parts->run->setRateLimit(rate);
    });
}

} // namespace gleaner
