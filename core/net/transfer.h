// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/fetcher.h"
#include "core/net/headflood.h"
#include "core/task/wakeup.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QNetworkReply>
#include <QObject>

#include <chrono>
#include <deque>
#include <memory>

class QNetworkAccessManager;
class QNetworkRequest;

namespace gleaner
{

/// Drops a reply safely: its request ends, and nothing is deleted inside its own emission. Whoever
/// listens to it disconnects first, because abort() emits.
struct ReplyDropper {
    void operator()(QNetworkReply *reply) const;
};
using ReplyPtr = std::unique_ptr<QNetworkReply, ReplyDropper>;

/// One QNetworkReply with deadlines of our own, awaited step by step. Lives in a fetch frame.
///
/// Qt's transfer timeout is not used: it counts the wait in Qt's own queue, restarts with every
/// byte, and cannot be told from abort().
class Transfer : public QObject
{
public:
    /// `made` is what RequestMaker made of the request; `flood` outlives this.
    Transfer(QNetworkAccessManager &manager, const QNetworkRequest &made,
        const FetchRequest &request, TransferProgress &progress, HeadFlood &flood);
    ~Transfer() override;

    /// Rings whenever something below may have changed.
    Wakeup &changed() { return m_changed; }

    bool hasHead() const { return m_hasHead; }
    bool isFinished() const { return m_finished; }
    /// The deadline that was missed, if any.
    enum class Late : quint8 { No, Silent, Slow, EndlessHead };
    Late late() const { return m_late; }
    bool isTimedOut() const { return m_late != Late::No; }
    const ResponseHead &head() const { return m_head; }
    QNetworkReply &reply() { return *m_reply; }

    /// How much may lie with Qt unread; to be set before the body comes, or it grows without end.
    void setBufferSize(qint64 bytes);
    /// What has come since the last time, up to so much.
    QByteArray read(qint64 most);
    bool hasMore() const { return m_reply->bytesAvailable() > 0; }
    qint64 received() const { return m_received; }

    /// While the sink or the rate limit is busy the server is not to blame for silence.
    void setReading(bool reading);
    /// Nobody wants the body: it is late soon, even if it comes drop by drop.
    void discardBody();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    std::chrono::milliseconds readingTime() const;
    bool isTooSlow();
    void onHead();
    void onFinished();
    void setStage(TransferProgress::Stage stage);

    const FetchRequest m_request;
    TransferProgress &m_progress;
    HeadFlood &m_flood;
    ReplyPtr m_reply;
    ResponseHead m_head;
    Wakeup m_changed;
    QBasicTimer m_watch;
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sinceProgress;
    qint64 m_received = 0;
    struct Sample {
        std::chrono::milliseconds at; ///< of the time spent reading
        qint64 received;
    };
    std::deque<Sample> m_speed; ///< over the last window
    std::chrono::milliseconds m_readingBefore{0}; ///< before m_readingSince
    QElapsedTimer m_readingSince; ///< valid while we read
    bool m_sent = false;
    bool m_hasHead = false;
    bool m_finished = false;
    Late m_late = Late::No;
    bool m_reading = true;
    bool m_discarding = false;
};

} // namespace gleaner
