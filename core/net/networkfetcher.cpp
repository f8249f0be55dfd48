// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/networkfetcher.h"

#include "core/net/answer.h"
#include "core/net/bodycoding.h"
#include "core/net/networkfailure.h"
#include "core/net/route.h"
#include "core/net/transfer.h"
#include "core/task/offload.h"
#include "core/task/sleep.h"

#include <QDateTime>

namespace gleaner
{

namespace
{

/// A connection is worth more than this many unwanted bytes.
constexpr qint64 worthDraining = 128 * 1024;

CookieTime cookieTime()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

void noteRequest(Exchange *exchange, const QNetworkRequest &made)
{
    if (!exchange)
        return;
    exchange->began = QDateTime::currentMSecsSinceEpoch();
    for (const QByteArray &name : made.rawHeaderList())
        exchange->sent.emplace_back(name, made.rawHeader(name));
}

void noteHead(Exchange *exchange, Transfer &transfer)
{
    if (!exchange)
        return;
    exchange->head = transfer.head();
    exchange->reason =
        transfer.reply().attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray();
}

} // namespace

/// What is known of a body from its head, and how much of it has come.
struct NetworkFetcher::Body {
    BodyCoding coding;
    BodyLength length;
    bool exists = false; ///< it is more than what an error or a redirect brings along
    qint64 before = 0; ///< bytes that the sink has from an earlier request
    qint64 unpacked = 0;

    void becomeRestOf(const Continuation &continuation, qint64 total)
    {
        exists = true;
        before = continuation.offset;
        length = {BodyLength::Kind::Stated, total - before};
    }
    BodyLength unpackedLength() const { return coding.decoder ? BodyLength() : length; }
};

FetchOutcome NetworkFetcher::bodyOutcome(Transfer &transfer, const Body &body)
{
    const ResponseHead &head = transfer.head();
    if (body.coding.hasFailed())
        return *body.coding.failure(head.status);
    if (transfer.reply().error() != QNetworkReply::NoError)
        return networkFailure(transfer.reply(), head.status);
    const bool stated = body.length.kind == BodyLength::Kind::Stated;
    if (stated && body.length.bytes != transfer.received())
        return failure(FailReason::Incomplete, true, head.status,
            QStringLiteral("%1 of %2 bytes").arg(transfer.received()).arg(body.length.bytes));
    if (const auto failed = body.coding.failure(head.status))
        return *failed;
    return Fetched{head, body.before + body.unpacked, stated || body.coding.hadItsEnd()};
}

Task<Resolution> NetworkFetcher::resolve(Address address, std::chrono::milliseconds timeout)
{
    if (!m_managers.proxies().isKnown(address))
        co_await m_managers.proxies().find(address);
    if (!m_managers.proxies().isDirect(address))
        co_return Resolution{Resolution::Kind::LeftToProxy, {}};
    Resolution resolution = co_await resolveBySystem(address, timeout);
    co_return resolution;
}

Task<FetchOutcome> NetworkFetcher::fetch(
    FetchRequest request, std::shared_ptr<Sink> sink, TransferProgress *progress)
{
    if (!request.address.isWeb())
        co_return failure(FailReason::InvalidResponse, false, 0, QStringLiteral("not http"));
    const QUrl url = request.address.toUrl();
    if (!url.isValid())
        co_return failure(FailReason::Dns, false, 0, QStringLiteral("not a host name"));
    const QByteArray origin = request.address.origin();
    ServerIdentity &identity = m_managers.identity();
    if (identity.isRefuted(origin))
        co_return tlsFailure(identity.problemOf(origin));
    if (!m_managers.proxies().isKnown(request.address))
        co_await m_managers.proxies().find(request.address);
    addConditions(request);
    Managers::Slot slot = m_managers.take(origin);
    if (m_cookies)
        m_cookies->addField(request.headers, request.address, cookieTime());
    const QNetworkRequest made =
        m_requests.make(url, request, m_managers.proxies(), m_managers.credentials());
    Transfer transfer(slot.manager(), made, request, *progress, m_flood);
    Exchange *const exchange = request.exchange.get();
    noteRequest(exchange, made);
    transfer.setBufferSize(m_limit.bufferSize());

    while (!transfer.hasHead() && !transfer.isFinished() && !transfer.isTimedOut())
        co_await transfer.changed();
    if (transfer.late() == Transfer::Late::EndlessHead)
        co_return failure(FailReason::InvalidResponse, true, 0, QStringLiteral("endless headers"));
    if (transfer.isTimedOut())
        co_return failure(FailReason::Timeout, true, 0, QStringLiteral("no answer"));
    if (!transfer.hasHead())
        co_return failureWithoutHead(
            transfer.reply(), m_managers.proxies().of(request.address), identity.problemOf(origin));
    if (!identity.proves(transfer.reply(), request.address))
        co_return tlsFailure(identity.problemOf(origin));
    const ResponseHead head = transfer.head();
    progress->head = head;
    // Qt 6.4 takes 103 for the answer and would give the real one to the connection's next request.
    if (head.status < 200)
        slot.retireManager();
    const int cookiesTaken =
        m_cookies ? m_cookies->receive(request.address, head, cookieTime()) : 0;
    noteHead(exchange, transfer);
    Body body{bodyCoding(head, request.address), bodyLength(head), isBodyStatus(head.status), 0};
    if (request.continuation) {
        const auto instead = insteadOfRest(head, *request.continuation, body.coding, *sink);
        if (instead)
            co_return *instead;
        if (head.status == 206)
            body.becomeRestOf(*request.continuation, *totalOfRest(head, *request.continuation));
    }
    if (!body.exists) {
        co_await drain(&transfer, body.length.bytes, exchange);
        if (head.status == 304 && request.copy)
            co_return NotModified{head};
        co_return answerOutcome(head, cookiesTaken);
    }
    if (request.method == Method::Head) {
        // To its end, which is the head's: then its connection can be used again.
        co_await drain(&transfer, 0, nullptr);
        co_return Declined{head};
    }
    if (exchange)
        exchange->isUnpacked = body.coding.decoder != nullptr;
    const auto refused = refusal(head, body.length, body.coding);
    if (refused)
        co_return *refused;
    const bool wanted =
        body.before > 0 ? sink->resume(head) : sink->begin(head, body.unpackedLength());
    if (!wanted) {
        co_await drain(&transfer, body.length.bytes, nullptr);
        co_return Declined{head};
    }
    auto outcome = co_await readBody(&transfer, &body, sink.get(), request.minimumSpeed);
    co_return outcome;
}

/// Reads what nobody wants, as far as that is cheaper than a new connection.
Task<void> NetworkFetcher::drain(Transfer *transfer, qint64 statedLength, Exchange *exchange)
{
    transfer->discardBody();
    for (;;) {
        transfer->setBufferSize(m_limit.bufferSize());
        const bool finished = transfer->isFinished();
        const QByteArray bytes = transfer->read(m_limit.pieceSize());
        m_limit.reserve(bytes.size(), RateLimit::Clock::now());
        const bool isLast = finished && !transfer->hasMore();
        if (exchange) {
            exchange->rest += bytes;
            exchange->isRestWhole =
                isLast && transfer->reply().error() != QNetworkReply::RemoteHostClosedError;
        }
        const bool isTooMuch = std::max(statedLength, transfer->received()) > worthDraining;
        if (isLast || isTooMuch || transfer->isTimedOut())
            co_return;
        if (!transfer->hasMore())
            co_await transfer->changed();
    }
}

Task<FetchOutcome> NetworkFetcher::readBody(
    Transfer *transfer, Body *body, Sink *sink, qint64 minimumSpeed)
{
    const int status = transfer->head().status;
    for (;;) {
        transfer->setBufferSize(m_limit.bufferSize());
        const bool finished = transfer->isFinished();
        QByteArray bytes = transfer->read(m_limit.pieceSize());
        const bool isLast = finished && !transfer->hasMore();
        if (!bytes.isEmpty()) {
            transfer->setReading(false);
            co_await waitForRate(bytes.size());
            const bool wanted = co_await deliver(sink, body, std::move(bytes));
            transfer->setReading(true);
            if (!wanted)
                co_return Declined{transfer->head()};
        }
        if (isLast || body->coding.hasFailed())
            co_return bodyOutcome(*transfer, *body);
        if (transfer->late() == Transfer::Late::Slow)
            co_return failure(FailReason::Slow, true, status,
                QStringLiteral("%1 bytes, fewer than %2 a second")
                    .arg(transfer->received())
                    .arg(minimumSpeed));
        if (transfer->isTimedOut())
            co_return failure(FailReason::Timeout, true, status, QStringLiteral("no more data"));
        if (!transfer->hasMore())
            co_await transfer->changed();
    }
}

bool NetworkFetcher::hasRoute(const Address &address) const
{
    const QNetworkProxy proxy = m_managers.proxies().of(address);
    return proxy.type() == QNetworkProxy::NoProxy ? gleaner::hasRoute(address.host())
                                                  : gleaner::hasRoute(proxy.hostName().toUtf8());
}

Task<void> NetworkFetcher::waitForRate(qint64 bytes)
{
    const qint64 place = m_limit.reserve(bytes, RateLimit::Clock::now());
    for (;;) {
        const auto wait = m_limit.waitFor(place, RateLimit::Clock::now());
        if (wait <= std::chrono::milliseconds(0))
            co_return;
        co_await sleepFor(wait);
    }
}

/// Hands bytes on to the sink, unpacked if they are packed. False when the sink wants no more.
Task<bool> NetworkFetcher::deliver(Sink *sink, Body *body, QByteArray bytes) const
{
    const std::shared_ptr<ContentDecoder> decoder = body->coding.decoder;
    if (!decoder) {
        body->unpacked += bytes.size();
        const bool more = co_await sink->write(std::move(bytes));
        co_return more;
    }
    decoder->feed(std::move(bytes));
    for (;;) {
        auto work = [decoder] { return decoder->take(); };
        QByteArray piece = co_await runOnPool(m_pool, work);
        if (piece.isEmpty())
            co_return true;
        body->unpacked += piece.size();
        const bool more = co_await sink->write(std::move(piece));
        if (!more)
            co_return false;
    }
}

} // namespace gleaner
