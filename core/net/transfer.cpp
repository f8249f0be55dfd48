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

constexpr qint64 readBufferSize = 1 << 20;
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
    const FetchRequest &request, TransferProgress &progress)
    : m_request(request)
    , m_progress(progress)
    , m_reply(manager.get(made))
{
    m_progress = {TransferProgress::Stage::Connecting, 0, -1};
    m_reply->setReadBufferSize(readBufferSize);
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
    m_progress.expected = bodyLength(m_head).bytes;
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

QByteArray Transfer::read()
{
    QByteArray bytes = m_reply->readAll();
    if (!bytes.isEmpty()) {
        m_received += bytes.size();
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
    m_reading = reading;
    if (reading)
        m_sinceProgress.restart();
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
    if (!late)
        return;
    m_watch.stop();
    m_timedOut = true;
    m_changed.ring();
}

} // namespace gleaner
