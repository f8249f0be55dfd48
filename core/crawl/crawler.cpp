// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawler.h"

#include "core/crawl/namepass.h"
#include "core/crawl/rewritepass.h"
#include "core/crawl/visit.h"
#include "core/net/descriptors.h"
#include "core/task/offload.h"
#include "core/task/sleep.h"

#include <algorithm>

namespace gleaner
{

using namespace std::chrono_literals;

namespace
{

constexpr int framesPerWorker = 4;
constexpr qint64 maximumLiveBytes = 64 * 1024 * 1024;
constexpr auto reportInterval = 40ms;
/// What an earlier run has found comes in slices that no window stands still for.
constexpr size_t mostAddedAtOnce = 10'000;

/// As the session is to have it from the start.
CrawlJob beforeTicks(CrawlJob job)
{
    if (!job.ticked.empty())
        job.purpose = Purpose::Scan;
    job.ticked.clear();
    return job;
}

} // namespace

Crawler::Crawler(CrawlJob job, Parts parts, Listener listener)
    : m_job(std::move(job))
    , m_parts(parts)
    , m_listener(std::move(listener))
    , m_scope(m_job)
    , m_traps(m_job.traps)
    , m_growth(m_job)
    , m_frontier(m_job.perHost, m_job.delay, m_parts.lanes)
    , m_keeper(m_parts.writer, beforeTicks(m_job))
    , m_shelf(m_parts.writer, m_keeper)
    , m_naming(std::make_unique<NamePass>(m_log, m_keeper, m_parts.pool))
    , m_workers(std::min(m_job.workers, mostConnections()))
    , m_pipeliner(m_workers)
    , m_sideRequests(sideRequestsAtOnce())
{
}

Crawler::~Crawler() = default;

void Crawler::start()
{
    m_opening.setSingleShot(true);
    QObject::connect(&m_opening, &QTimer::timeout, &m_inbox, [this] { m_mayTake.ring(); });
    m_frontier.lanes().setWake([this] { m_mayTake.ring(); });
    m_pipeliner.start();
    m_sideRequests.start();
    m_tasks.spawn(run());
}

void Crawler::stop()
{
    if (hasEnded())
        return;
    m_phase = CrawlPhase::Stopping;
    m_naming->stop();
    if (m_rewriting)
        m_rewriting->stop();
    end({});
}

void Crawler::acknowledge()
{
    m_acknowledged = true;
}

void Crawler::end(Ending ending)
{
    m_inbox.door().post([this, ending = std::move(ending)] { endNow(ending); });
}

void Crawler::endNow(const Ending &ending)
{
    if (std::exchange(m_isEnding, true))
        return;
    m_parts.writer.hurry();
    m_tasks.cancelAll();
    m_frontier.lanes().releaseAll();
    m_opening.stop();
    // Ended before the session was open: what was asked for waits.
    if (m_log.size() == 0)
        addStarts();
    m_ending.spawn(finish(ending));
}

void Crawler::flush()
{
    m_acknowledged = false;
    const bool paused = m_phase == CrawlPhase::Paused;
    std::vector<WorkerReport> workers = m_activities.report(m_pipeliner, paused, m_workers);
    noteDownloading(workers);
    Batch batch = m_log.takeBatch(mostAddedAtOnce);
    batch.workers = std::move(workers);
    batch.traps = m_traps.takeChanged();
    batch.lanes = m_frontier.report(Clock::now());
    for (LaneReport &lane : batch.lanes)
        lane.why = m_offline ? LaneTrouble::Offline : lane.why;
    batch.totals.bytesPerSecond = m_activities.bytesPerSecond();
    batch.phase = m_phase;
    batch.fault = m_fault;
    batch.connection = m_offline ? Connection::Lost : Connection::There;
    batch.finishing = m_filesBeingSaved;
    batch.diskPauses = m_diskPauses;
    batch.question = m_growth.question();
    batch.questions = m_growth.questions();
    batch.session = m_keeper.id();
    // Begun paused, it still has to say under which id it is kept.
    const bool isKnown = !m_keeper.isKept() || !m_keeper.id().isEmpty();
    m_toldSilence = paused && isKnown && m_inFlight == 0 && m_sideRequests.busyCount() == 0
        && !m_log.hasNews() && !m_traps.groups().hasChanged();
    m_listener(batch);
}

/// For those who look: what comes at once is never seen on its way.
void Crawler::noteDownloading(const std::vector<WorkerReport> &workers)
{
    for (const WorkerReport &worker : workers) {
        if (worker.state == WorkerState::Downloading
            && m_log.state(worker.record) == RecordState::Connecting)
            m_log.update(
                worker.record, [](Record &record) { record.state = RecordState::Downloading; });
    }
}

void Crawler::wakeReport()
{
    m_toldSilence = false;
    m_awake.ring();
}

Task<void> Crawler::report()
{
    for (;;) {
        if (m_acknowledged)
            flush();
        if (m_log.hasUnstored())
            m_toStore.ring();
        // Paused with nothing at work, and that told, there is no reason to wake up.
        if (m_toldSilence)
            co_await m_awake;
        else
            co_await sleepFor(reportInterval);
    }
}

Task<void> Crawler::run()
{
    const auto error = co_await m_parts.writer.open();
    if (error) {
        end({false, error->fault});
        co_return;
    }
    const bool isOpen = co_await openSession();
    if (!isOpen)
        co_return;
    m_tasks.spawn(takeEntries());
    m_tasks.spawn(report());
    m_tasks.spawn(keepSession());
    // One after the other: what a start address redirects to decides where the rest belongs.
    while (!m_startsToCome.empty()) {
        m_currentStart = m_startsToCome.front();
        m_startsToCome.pop_front();
        enqueue(m_currentStart);
        while (m_currentStart != noRecord)
            co_await m_startEnded;
    }
    co_await takeUpRest();
    m_startsDone = true;
    m_mayTake.ring();
    co_await serveWishes();
}

Task<void> Crawler::takeEntries()
{
    for (;;) {
        while (mayTakeMore()) {
            const auto id = m_frontier.next(Clock::now());
            if (!id)
                break;
            const bool isJudgedAgain = !m_changedJob.isEmpty() || m_traps.groups().hasParked();
            if (isFinal(m_log.state(*id)) || (isJudgedAgain && skipIfUnwanted(*id))) {
                // Meanwhile it was decided otherwise.
                m_frontier.release(m_log.address(*id).origin());
                continue;
            }
            // Counted here: the frame begins in a later turn, and until then it would be nobody's.
            ++m_inFlight;
            m_tasks.spawn(process(*id));
        }
        if (m_startsDone && m_inFlight == 0 && m_robotsAsked == 0 && m_frontier.isEmpty()
            && m_wishes.empty()) {
            if (beginLastPass())
                continue;
            end({});
            co_return;
        }
        // Others shall not wait for a turn that is not taken.
        if (!mayTakeMore())
            m_frontier.lanes().stopWaiting();
        else if (const auto opening = m_frontier.nextOpening())
            m_opening.start(std::max(
                0ms, std::chrono::ceil<std::chrono::milliseconds>(*opening - Clock::now())));
        co_await m_mayTake;
    }
}

bool Crawler::mayTakeMore() const
{
    return m_phase == CrawlPhase::Running && !m_limitReached && !m_offline
        && m_inFlight < framesPerWorker * m_workers && m_liveBytes < maximumLiveBytes;
}

Task<void> Crawler::process(RecordId id)
{
    Visit visit(*this, id);
    if (m_keeper.hasLanding(m_log.address(id))) {
        const bool isHere = co_await adoptLanding(id);
        if (isHere)
            co_return;
    }
    const std::optional<StoredFile> before = co_await fileBefore(id);
    const std::shared_ptr<KeptPart> kept = co_await takePart(id);
    Known known{kept ? kept->continuation() : std::nullopt, std::nullopt};
    if (before && before->verified)
        known.copy = {before->etag, before->lastModified};
    const std::shared_ptr<BodySink> sink = makeSink(id, kept);

    Fetching fetching = m_pipeliner.schedule(fetch(id, sink, known));
    const std::optional<FetchOutcome> fetchedOrNot = co_await outcomeOf(id, &fetching);
    visit.fetched();
    if (isFinal(m_log.state(id))) {
        sink->discard();
        co_return;
    }
    if (!fetchedOrNot) {
        putBack(id, *sink);
        co_return;
    }
    const FetchOutcome &outcome = *fetchedOrNot;
    if (!std::holds_alternative<FetchFailure>(outcome)
        && !std::holds_alternative<PrivateHost>(outcome))
        noteAnswer(id);

    if (const auto *fetched = std::get_if<Fetched>(&outcome)) {
        co_await keep(id, sink, *fetched, before);
    } else if (const auto *redirect = std::get_if<RedirectAnswer>(&outcome)) {
        followRedirect(id, *redirect);
    } else if (std::holds_alternative<NotModified>(outcome)) {
        settleUnchanged(id);
    } else if (const auto *declined = std::get_if<Declined>(&outcome)) {
        settleDeclined(id, *sink, *declined);
    } else if (std::holds_alternative<ContinuationRefused>(outcome)) {
        startAgain(id, *sink);
    } else if (const auto *failure = std::get_if<FetchFailure>(&outcome)) {
        shelve(id, *sink);
        if (!settleRefusedHead(id, *failure))
            settleRequestFailure(id, *failure, visit.began());
    } else if (std::holds_alternative<PrivateHost>(outcome)) {
        skip(id, SkipReason::PrivateAddress);
    } else {
        skip(id, SkipReason::NoContent);
    }
}

} // namespace gleaner
