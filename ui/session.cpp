// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session.h"

#include <QDateTime>

namespace gleaner
{

Session::Session(
    CrawlJob job, std::unique_ptr<Download> download, std::optional<Again> again, QObject *parent)
    : QObject(parent)
    , m_job(std::move(job))
    , m_again(std::move(again))
    , m_tree(m_job.scope)
    , m_ticks(this)
    , m_download(std::move(download))
{
    if (m_again && m_again->kind == Again::Kind::Ticked)
        m_job.purpose = m_again->purpose;
    connect(m_download.get(), &Download::batchReady, this, &Session::take);
    connect(m_download.get(), &Download::answerReady, this, &Session::answerReady);
    connect(&m_ticks, &QTimer::timeout, this, &Session::tick);
    m_ticks.setInterval(std::chrono::seconds(1));
}

void Session::setJob(const CrawlJob &job)
{
    m_job = job;
    m_tree.setScope(job.scope);
}

void Session::start()
{
    if (m_wish == Wish::Run || m_wish == Wish::Stop || hasEnded(m_state))
        return;
    const bool isNew = m_wish == Wish::None;
    // First the wish: whoever hears of the first batch may look at the state.
    wish(Wish::Run);
    if (isNew)
        begin();
    else
        m_download->resume();
}

void Session::queue()
{
    if (hasEnded(m_state) || (m_wish != Wish::None && m_wish != Wish::Pause))
        return;
    const bool isNew = m_wish == Wish::None;
    wish(Wish::Wait);
    if (!isNew)
        return;
    begin();
    m_download->pause();
}

void Session::beginPaused()
{
    if (hasEnded(m_state) || m_wish != Wish::None)
        return;
    wish(Wish::Pause);
    begin();
    m_download->pause();
}

void Session::pause()
{
    const bool runs = m_wish == Wish::Run;
    if ((!runs && m_wish != Wish::Wait) || hasEnded(m_state))
        return;
    // One that waits for its turn has not been let go.
    if (runs)
        m_download->pause();
    wish(Wish::Pause);
}

void Session::begin()
{
    m_sinceBatch.start();
    m_sinceTick.start();
    m_ticks.start();
    CrawlJob job = m_job;
    if (m_again) {
        job.rerun = Rerun::AsItStands;
        job.releasedTraps = m_again->traps;
        if (m_again->kind == Again::Kind::Ticked)
            job.ticked = m_again->those;
    }
    m_download->start(job);
    if (!m_again)
        return;
    // Heard before it has looked whether there is anything to do.
    switch (m_again->kind) {
    case Again::Kind::RetryFailed:
        retryFailed();
        break;
    case Again::Kind::RetryThose:
        retry(m_again->those);
        break;
    case Again::Kind::OtherRules:
        setRules(m_again->rules);
        break;
    case Again::Kind::ReleaseTraps:
    case Again::Kind::Ticked:
        // The job says so: they are known only once the session is open.
        break;
    }
}

void Session::stop()
{
    if (m_wish == Wish::None || m_wish == Wish::Stop || hasEnded(m_state))
        return;
    m_download->stop();
    wish(Wish::Stop);
}

void Session::stopNow()
{
    if (m_state != SessionState::Stopping)
        return;
    m_download.reset();
    m_workers.clear();
    m_lanes.end();
    m_phase = CrawlPhase::Stopped;
    updateState();
    Q_EMIT progressed();
}

void Session::setWorkerCount(int count)
{
    if (count == m_job.workers || hasEnded(m_state))
        return;
    m_job.workers = count;
    m_download->setWorkerCount(count);
}

void Session::setRules(const CrawlRules &rules)
{
    gleaner::setRules(m_job, rules);
    m_tree.setScope(rules.scope);
    m_download->setRules(rules);
}

void Session::retry(const std::vector<RecordId> &ended)
{
    m_download->retry(ended);
}

QByteArray Session::keyOf(const QNetworkProxy &proxy)
{
    return "proxy " + proxy.hostName().toUtf8() + ':' + QByteArray::number(proxy.port());
}

void Session::learn(const QByteArray &what, const Credentials &credentials)
{
    if (!what.startsWith("proxy ")) {
        m_job.network.credentials.insert(what, credentials);
    } else if (m_job.network.proxy && what == keyOf(*m_job.network.proxy)) {
        m_job.network.proxy->setUser(credentials.user);
        m_job.network.proxy->setPassword(credentials.password);
    }
}

void Session::retryFailed()
{
    m_download->retryFailed();
}

void Session::skip(const std::vector<RecordId> &unwanted)
{
    m_download->skip(unwanted);
}

void Session::wish(Wish wish)
{
    m_wish = wish;
    updateState();
}

void Session::take(const Batch &batch)
{
    m_sinceBatch.restart();
    m_sinceTick.restart();
    m_tree.apply(batch);
    m_problems.apply(batch);
    m_log.apply(batch, QDateTime::currentMSecsSinceEpoch());
    Q_EMIT told(batch);
    m_totals = batch.totals;
    for (const TrapGroup &group : batch.traps) {
        m_traps.resize(std::max<size_t>(m_traps.size(), group.number + 1));
        m_traps[group.number] = group;
    }
    m_phase = batch.phase;
    m_versionsKept = batch.versionsKept.value_or(0);
    m_limitReached = batch.limitReached;
    m_fault = batch.fault;
    m_connection = batch.connection;
    m_finishing = batch.finishing;
    m_id = batch.session;
    // It has paused by itself: as if a person had asked for it, so that a person can go on.
    m_question = batch.question;
    if (batch.diskPauses + batch.questions > m_ownPauses && m_wish == Wish::Run)
        m_wish = Wish::Pause;
    m_ownPauses = std::max(m_ownPauses, batch.diskPauses + batch.questions);
    if (m_phase == CrawlPhase::Finished || m_phase == CrawlPhase::Stopped) {
        m_workers.clear();
        m_lanes.end();
        m_ticks.stop();
    } else {
        m_workers.apply(batch.workers, batch.lanes);
        m_lanes.apply(batch.lanes);
    }
    updateState();
    Q_EMIT progressed();
}

void Session::tick()
{
    const qint64 passed = m_sinceTick.restart();
    m_workers.addTime(passed);
    m_lanes.addTime(passed);
    m_speeds.add(m_totals.bytesPerSecond);
    Q_EMIT progressed();
}

void Session::updateState()
{
    SessionState state = SessionState::Running;
    if (m_phase == CrawlPhase::Finished)
        state = SessionState::Finished;
    else if (m_phase == CrawlPhase::Stopped)
        state = SessionState::Stopped;
    else if (m_phase == CrawlPhase::Stopping || m_wish == Wish::Stop)
        state = SessionState::Stopping;
    else if (m_wish == Wish::None)
        state = SessionState::Earlier;
    else if (m_wish == Wish::Wait)
        state = SessionState::Queued;
    else if (m_wish == Wish::Pause)
        state = m_phase == CrawlPhase::Paused ? SessionState::Paused : SessionState::Pausing;

    if (state == m_state)
        return;
    m_state = state;
    m_tree.setStanding(standing());
    m_problems.setStanding(standing());
    m_log.noteState(state, QDateTime::currentMSecsSinceEpoch());
    m_lanes.setPaused(state == SessionState::Paused || state == SessionState::Queued);
    // Paused or waiting, nothing changes until somebody says so: no reason to wake up every second.
    if (!isAtWork(state))
        m_ticks.stop();
    else if (m_sinceTick.isValid() && !m_ticks.isActive())
        m_ticks.start();
    Q_EMIT stateChanged(state);
}

qint64 Session::elapsedMilliseconds() const
{
    const qint64 told = qint64(m_totals.seconds * 1000);
    return hasEnded(m_state) || !m_sinceBatch.isValid() ? told : told + m_sinceBatch.elapsed();
}

bool Session::neverBegan() const
{
    const Totals &totals = m_totals;
    return m_state == SessionState::Stopped && totals.known == totals.waiting
        && totals.known <= qint64(m_job.starts.size());
}

} // namespace gleaner
