// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads.h"

#include "ui/figures.h"
#include "ui/plaintext.h"
#include "ui/texts.h"

#include <algorithm>

namespace gleaner
{

namespace
{

QString stateText(const Session &session)
{
    const bool isScan = session.job().purpose == Purpose::Scan;
    if (isScan && session.state() == SessionState::Running)
        return Downloads::tr("Scanning");
    if (isScan && session.state() == SessionState::Finished)
        return Downloads::tr("Scanned");
    switch (session.state()) {
    case SessionState::Earlier:
        return Downloads::tr("Not finished");
    case SessionState::Queued:
        return Downloads::tr("Queued");
    case SessionState::Running:
        return Downloads::tr("Running");
    case SessionState::Pausing:
        return Downloads::tr("Pausing");
    case SessionState::Paused:
        return session.question() == GrowthQuestion::None ? Downloads::tr("Paused")
                                                          : Downloads::tr("Asks whether to go on");
    case SessionState::Stopping:
        return Downloads::tr("Stopping");
    case SessionState::Stopped:
        return Downloads::tr("Stopped");
    case SessionState::Finished:
        return session.totals().failed > 0
            ? Downloads::tr("Finished, %1 failed").arg(countText(session.totals().failed))
            : Downloads::tr("Finished");
    }
    return {};
}

QString countsText(const Session &session)
{
    const Totals &totals = session.totals();
    return totals.known == 0
        ? QString()
        : Downloads::tr("%1 of %2")
              .arg(countText(totals.known - totals.waiting), countText(totals.known));
}

QString nameText(const Session &session)
{
    const Address &start = session.job().starts.front();
    const QString path = visibleText(QString::fromLatin1(start.path()));
    return path == QStringLiteral("/") ? siteText(start) : siteText(start) + path;
}

QString standText(const Session &session)
{
    const QString counts = countsText(session);
    return counts.isEmpty() ? stateText(session)
                            : Downloads::tr("%1, %2").arg(stateText(session), counts);
}

/// What somebody has signed in with since the job was made, or brought along, stays known to the
/// same download.
CrawlJob withSecretsOf(const CrawlJob &known, CrawlJob job)
{
    const CredentialsByOrigin &credentials = known.network.credentials;
    for (auto it = credentials.begin(); it != credentials.end(); ++it) {
        if (!job.network.credentials.contains(it.key()))
            job.network.credentials.insert(it.key(), it.value());
    }
    if (job.cookies.empty())
        job.cookies = known.cookies;
    const std::optional<QNetworkProxy> &from = known.network.proxy;
    std::optional<QNetworkProxy> &to = job.network.proxy;
    if (from && to && to->user().isEmpty() && Session::keyOf(*from) == Session::keyOf(*to)) {
        to->setUser(from->user());
        to->setPassword(from->password());
    }
    return job;
}

} // namespace

Downloads::Downloads(DownloadFactory make, QObject *parent)
    : QAbstractListModel(parent)
    , m_make(std::move(make))
{
}

Downloads::~Downloads() = default;

std::unique_ptr<Session> Downloads::make(const CrawlJob &job, std::optional<Again> again)
{
    auto made = std::make_unique<Session>(job, m_make(), std::move(again));
    Session *session = made.get();
    connect(session, &Session::stateChanged, this, [this, session] {
        tell(session);
        Q_EMIT stateChanged(session);
        beginNext();
    });
    connect(session, &Session::progressed, this, [this, session] {
        tell(session);
        Q_EMIT progressed(session);
    });
    return made;
}

Session *Downloads::add(const CrawlJob &job)
{
    beginInsertRows({}, count(), count());
    m_sessions.push_back(make(job, {}));
    endInsertRows();
    return m_sessions.back().get();
}

void Downloads::addEarlier(const std::vector<EarlierDownload> &known)
{
    const int before = count();
    for (const EarlierDownload &earlier : known) {
        const KnownSession &session = earlier.session;
        if (earlier.canBeTakenUp() && session.state == KnownSession::State::Unfinished
            && !find(session.job))
            add(session.job)->setEarlierTotals(session.totals);
    }
    if (count() > before)
        Q_EMIT earlierAdded();
}

Session *Downloads::take(const CrawlJob &job, Session *instead)
{
    Session *known = find(job);
    if (!known)
        return instead ? replace(instead, job) : add(job);
    const CrawlJob whole = withSecretsOf(known->job(), job);
    if (known->state() == SessionState::Earlier)
        known->setJob(whole);
    return hasEnded(known->state()) ? replace(known, whole) : known;
}

Session *Downloads::replace(Session *ended, const CrawlJob &job, std::optional<Again> again)
{
    const int row = rowOf(ended);
    // `job` may be that of the one that goes.
    std::unique_ptr<Session> next = make(job, std::move(again));
    Session *session = next.get();
    Q_EMIT aboutToGo(ended);
    m_sessions[size_t(row)] = std::move(next);
    tell(session);
    return session;
}

bool Downloads::remove(Session *session)
{
    if (session->state() != SessionState::Earlier && !hasEnded(session->state()))
        return false;
    Q_EMIT aboutToGo(session);
    const int row = rowOf(session);
    beginRemoveRows({}, row, row);
    const std::unique_ptr<Session> removed = std::move(m_sessions[size_t(row)]);
    m_sessions.erase(m_sessions.begin() + row);
    endRemoveRows();
    return true;
}

void Downloads::begin(Session *session)
{
    if (m_isEnding)
        return;
    if (runningCount() < m_atOnce)
        session->start();
    else
        session->queue();
}

void Downloads::beginNext()
{
    if (m_isEnding)
        return;
    int running = runningCount();
    for (size_t i = 0; i < m_sessions.size() && running < m_atOnce; ++i) {
        if (m_sessions[i]->state() != SessionState::Queued)
            continue;
        ++running;
        m_sessions[i]->start();
    }
}

void Downloads::stopAll()
{
    m_isEnding = true;
    for (const auto &session : m_sessions)
        session->stop();
}

Session *Downloads::find(const CrawlJob &job) const
{
    const auto same = std::ranges::find_if(m_sessions, [&](const auto &session) {
        return session->job().starts == job.starts && session->job().directory == job.directory;
    });
    return same == m_sessions.end() ? nullptr : same->get();
}

int Downloads::rowOf(const Session *session) const
{
    return int(std::ranges::find(m_sessions, session, &std::unique_ptr<Session>::get)
        - m_sessions.begin());
}

int Downloads::activeCount() const
{
    return int(std::ranges::count_if(m_sessions, [](const auto &session) {
        return session->state() != SessionState::Earlier && !hasEnded(session->state());
    }));
}

int Downloads::runningCount() const
{
    return int(std::ranges::count_if(
        m_sessions, [](const auto &session) { return isAtWork(session->state()); }));
}

void Downloads::setAtOnce(int count)
{
    m_atOnce = count;
    beginNext();
}

void Downloads::tell(const Session *session)
{
    const int row = rowOf(session);
    if (row < count())
        Q_EMIT dataChanged(index(row), index(row));
}

int Downloads::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant Downloads::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Session &session = *at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return nameText(session) + u'\n' + standText(session);
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(nameText(session), standText(session));
    case Qt::ToolTipRole:
        return plainToolTip({addressText(session.job().starts.front()), stateText(session),
            tr("Saved in %1").arg(visibleText(session.job().directory))});
    default:
        return {};
    }
}

} // namespace gleaner
