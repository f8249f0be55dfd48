// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlthread.h"

#include "core/crawl/crawlengine.h"
#include "core/crawl/crawlrun.h"

namespace gleaner
{

namespace
{

/// The crawl thread's alone, though both threads hold it.
struct Remote {
    std::unique_ptr<CrawlRun> run; ///< null before it begins and once it has ended
};

bool isLast(const Batch &batch)
{
    return batch.phase == CrawlPhase::Finished || batch.phase == CrawlPhase::Stopped;
}

} // namespace

struct CrawlThread::Parts {
    Inbox inbox; ///< batches arrive here, in the window's thread
    std::shared_ptr<Remote> remote = std::make_shared<Remote>();
    std::shared_ptr<CrawlEngine> engine; ///< outlives what is posted to it
};

CrawlThread::CrawlThread(std::shared_ptr<CrawlEngine> engine, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>())
{
    m_parts->engine = engine ? std::move(engine) : std::make_shared<CrawlEngine>();
}

CrawlThread::~CrawlThread()
{
    m_parts->engine->door().post([remote = m_parts->remote] { remote->run.reset(); });
}

void CrawlThread::post(std::function<void(CrawlRun &)> call)
{
    m_parts->engine->door().post([remote = m_parts->remote, call = std::move(call)] {
        if (remote->run)
            call(*remote->run);
    });
}

void CrawlThread::postToCrawler(std::function<void(Crawler &)> call)
{
    post([call = std::move(call)](CrawlRun &run) { call(run.crawler()); });
}

void CrawlThread::start(const CrawlJob &job)
{
    // Whoever hears of a batch may destroy this object; a door whose thread is gone takes nothing.
    const Door crawl = m_parts->engine->door();
    const std::weak_ptr<Remote> remote = m_parts->remote;
    auto acknowledge = [remote, crawl] {
        crawl.post([remote] {
            const auto there = remote.lock();
            if (there && there->run)
                there->run->crawler().acknowledge();
        });
    };
    auto end = [remote, crawl] {
        crawl.post([remote] {
            if (const auto there = remote.lock())
                there->run.reset();
        });
    };
    auto deliver = [this, acknowledge, end, door = m_parts->inbox.door()](const Batch &batch) {
        // Before the window hears of it: what it begins then finds the session free.
        if (isLast(batch))
            end();
        door.post([this, acknowledge, batch] {
            Q_EMIT batchReady(batch);
            acknowledge();
        });
    };
    crawl.post([there = m_parts->remote, share = m_parts->engine->share(), job,
                   deliver = std::move(deliver)] {
        CrawlJob waiting = job;
        // Somebody looks on, who can mend the disk and answer questions.
        waiting.onDiskFault = DiskFaultPolicy::Pause;
        if (job.whenLarge == LargeDownload::Ask)
            waiting.askAt = GrowthMarks();
        there->run = std::make_unique<CrawlRun>(waiting, deliver, share);
        there->run->crawler().start();
    });
}

void CrawlThread::pause()
{
    postToCrawler([](Crawler &crawler) { crawler.pause(); });
}

void CrawlThread::resume()
{
    postToCrawler([](Crawler &crawler) { crawler.resume(); });
}

void CrawlThread::stop()
{
    postToCrawler([](Crawler &crawler) { crawler.stop(); });
}

void CrawlThread::setWorkerCount(int count)
{
    postToCrawler([count](Crawler &crawler) { crawler.setWorkerCount(count); });
}

void CrawlThread::releaseTrap(TrapNumber number)
{
    postToCrawler([number](Crawler &crawler) { crawler.releaseTrap(number); });
}

void CrawlThread::setRateLimit(std::optional<qint64> rate)
{
    post([rate](CrawlRun &run) { run.setRateLimit(rate); });
}

void CrawlThread::setRules(const CrawlRules &rules)
{
    postToCrawler([rules](Crawler &crawler) { crawler.setRules(rules); });
}

void CrawlThread::retry(const std::vector<RecordId> &ended)
{
    postToCrawler([ended](Crawler &crawler) { crawler.retry(ended); });
}

void CrawlThread::retryFailed()
{
    postToCrawler([](Crawler &crawler) { crawler.retryFailed(); });
}

void CrawlThread::skip(const std::vector<RecordId> &unwanted)
{
    postToCrawler([unwanted](Crawler &crawler) { crawler.skip(unwanted); });
}

void CrawlThread::prefer(const std::vector<RecordId> &those, const QByteArrayList &branches)
{
    postToCrawler([those, branches](Crawler &crawler) { crawler.prefer(those, branches); });
}

void CrawlThread::tryConnection()
{
    postToCrawler([](Crawler &crawler) { crawler.tryConnection(); });
}

} // namespace gleaner
