// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/transfer.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

#include <algorithm>

namespace gleaner
{

namespace
{

using namespace std::chrono_literals;

constexpr auto watchInterval = 250ms;
/// A connection that can be used again is worth waiting so long for the rest of an unwanted body.
constexpr auto worthWaiting = 1s;

} // namespace

void ReplyDropper::operator()(QNetworkReply *reply) const
{
    if (!reply->isFinished())
        reply->abort();
    reply->deleteLater();
}

Transfer::Transfer(QNetworkAccessManager &manager, const QNetworkRequest &made,
    const FetchRequest &request, TransferProgress &progress, HeadFlood &flood)
    : m_request(request)
    , m_progress(progress)
    , m_flood(flood)
    , m_reply(request.method == Method::Head ? manager.head(made) : manager.get(made))
{
    m_progress = {};
    m_progress.stage = TransferProgress::Stage::Connecting;
    connect(m_reply.get(), &QNetworkReply::requestSent, this, [this] {
        m_sent = true;
        setStage(TransferProgress::Stage::WaitingForServer);
    });
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this, &Transfer::onHead);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, [this] { m_changed.ring(); });
    connect(m_reply.get(), &QNetworkReply::finished, this, &Transfer::onFinished);
    m_sinceStart.start();
    m_sinceProgress.start();
    m_watch.start(int(watchInterval.count()), Qt::CoarseTimer, this);
}

Transfer::~Transfer()
{
    // Only ours: reply->disconnect() would cut the reply off from its HTTP thread as well, and the
    // request would go on there unheard.
    m_reply->disconnect(this);
    // What was received stays, for whoever sums it up.
    m_progress.stage = TransferProgress::Stage::Idle;
}

void Transfer::onHead()
{
    if (m_hasHead)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return;
    m_hasHead = true;
    m_head.status = status;
    const auto &pairs = m_reply->rawHeaderPairs();
    m_head.headers.assign(pairs.begin(), pairs.end());
    m_sinceProgress.restart();
    m_readingSince.start();
    m_progress.expected = bodyLength(m_head).bytes;
    m_progress.answeredAfter = std::chrono::milliseconds(m_sinceStart.elapsed());
    setStage(TransferProgress::Stage::Downloading);
    m_changed.ring();
}

void Transfer::onFinished()
{
    onHead();
    m_finished = true;
    m_watch.stop();
    m_changed.ring();
}

void Transfer::setBufferSize(qint64 bytes)
{
    // Each call is one to the HTTP thread.
    if (bytes != m_reply->readBufferSize())
        m_reply->setReadBufferSize(bytes);
}

QByteArray Transfer::read(qint64 most)
{
    QByteArray bytes = m_reply->read(std::min(most, m_reply->bytesAvailable()));
    if (!bytes.isEmpty()) {
        m_received += bytes.size();
        m_flood.countBody(bytes.size());
        m_progress.received = m_received;
        if (!m_discarding)
            m_sinceProgress.restart();
    }
    return bytes;
}

void Transfer::discardBody()
{
    m_discarding = true;
    m_sinceProgress.restart();
}

void Transfer::setReading(bool reading)
{
    if (reading == m_reading)
        return;
    m_readingBefore = readingTime();
    m_reading = reading;
    if (reading) {
        m_sinceProgress.restart();
        m_readingSince.restart();
    } else {
        m_readingSince.invalidate();
    }
}

/// How long we have been waiting for the server and nothing else since its head came.
std::chrono::milliseconds Transfer::readingTime() const
{
    return m_readingBefore
        + std::chrono::milliseconds(m_readingSince.isValid() ? m_readingSince.elapsed() : 0);
}

bool Transfer::isTooSlow()
{
    const Sample now{readingTime(), m_received};
    m_speed.push_back(now);
    while (m_speed.size() > 1 && now.at - m_speed[1].at >= m_request.speedWindow)
        m_speed.pop_front();
    const Sample &then = m_speed.front();
    const std::chrono::milliseconds span = now.at - then.at;
    return span >= m_request.speedWindow
        && (now.received - then.received) * 1000 < m_request.minimumSpeed * span.count();
}

void Transfer::setStage(TransferProgress::Stage stage)
{
    m_progress.stage = std::max(m_progress.stage, stage);
}

void Transfer::timerEvent(QTimerEvent *)
{
    const std::chrono::milliseconds total(m_sinceStart.elapsed());
    const std::chrono::milliseconds silent(m_sinceProgress.elapsed());
    const auto patience = m_discarding
        ? std::min<std::chrono::milliseconds>(worthWaiting, m_request.stallTimeout)
        : m_request.stallTimeout;
    const bool late = m_hasHead
        ? m_reading && silent > patience
        : total > m_request.headerTimeout || (!m_sent && total > m_request.connectTimeout);
    const bool slow = m_hasHead && m_reading && !m_discarding && isTooSlow();
    const bool endless =
        !m_hasHead && total > HeadFlood::suspiciousAfter && m_flood.isSeen(HeadFlood::Clock::now());
    if (!late && !slow && !endless)
        return;
    m_watch.stop();
    m_late = late ? Late::Silent : slow ? Late::Slow : Late::EndlessHead;
    m_changed.ring();
}

} // namespace gleaner
