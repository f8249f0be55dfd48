// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/fetcher.h"
#include "core/task/sleep.h"
#include "core/task/wakeup.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <list>

namespace gleaner::test
{

/// A web without a network: every address does what the test says, as slowly as it says.
class FakeFetcher : public Fetcher
{
public:
    /// A body of that type; what is not set here is 404.
    void serve(const QByteArray &address, const QByteArray &type, const QByteArray &body)
    {
        m_bodies[address] = {type, body};
    }
    /// A body without an end: as much as is taken.
    void serveEndless(const QByteArray &address, const QByteArray &type)
    {
        serve(address, type, QByteArray(pieceSize, 'x'));
        m_endless.insert(address);
    }
    /// A page with these links, then whatever else.
    void page(const QByteArray &address, const QByteArrayList &links, const QByteArray &rest = {})
    {
        QByteArray html = "<!doctype html><title>" + address + "</title>\n";
        for (const QByteArray &link : links)
            html += "<a href=\"" + link + "\">x</a>\n";
        serve(address, "text/html", html + rest);
    }
    void image(const QByteArray &address) { serve(address, "image/png", "PNG " + address); }
    void redirect(const QByteArray &address, const QByteArray &to)
    {
        m_outcomes[address] = RedirectAnswer{301, to};
    }
    void answer(const QByteArray &address, const FetchOutcome &outcome)
    {
        m_outcomes[address] = outcome;
    }
    /// That many times this failure, then what is said otherwise.
    void failFirst(const QByteArray &address, int times, const FetchFailure &failure)
    {
        m_failures[address] = {times, failure};
    }
    static FetchFailure healing()
    {
        FetchFailure failure;
        failure.reason = FailReason::Reset;
        failure.canHeal = true;
        return failure;
    }

    /// No answer from this address, or from any, until it is released.
    void hold(const QByteArray &address) { m_held.insert(address); }
    void holdAll() { m_holdsAll = true; }
    /// All of this body comes, and not its end.
    void holdEnd(const QByteArray &address) { m_heldEnds.insert(address); }
    bool isAtItsEnd(const QByteArray &address) const { return m_atEnd.contains(address); }
    void release(const QByteArray &address)
    {
        m_held.remove(address);
        ringAll();
    }
    void releaseAll()
    {
        m_held.clear();
        m_heldEnds.clear();
        m_holdsAll = false;
        ringAll();
    }

    /// The addresses asked for, in order.
    QByteArrayList asked;
    QList<std::chrono::steady_clock::time_point> askedAt; ///< of the same requests
    QList<FetchRequest> requests;
    int running = 0;
    int mostRunning = 0;
    QMap<QByteArray, int> runningAt; ///< by origin
    QMap<QByteArray, int> mostRunningAt;

    bool isOnline = true;
    bool hasRoute(const Address &) const override { return isOnline; }

    Task<FetchOutcome> fetch(
        FetchRequest request, std::shared_ptr<Sink> sink, TransferProgress *progress) override
    {
        const QByteArray address = request.address.bytes();
        const Request here(*this, request);
        progress->stage = TransferProgress::Stage::WaitingForServer;
        const auto turn = std::chrono::milliseconds(0);
        co_await sleepFor(turn);
        while (m_holdsAll || m_held.contains(address))
            co_await *here.bell;
        if (auto failing = m_failures.find(address);
            failing != m_failures.end() && failing->first-- > 0)
            co_return failing->second;
        if (m_outcomes.contains(address))
            co_return m_outcomes.value(address);
        if (!m_bodies.contains(address)) {
            FetchFailure missing;
            missing.reason = FailReason::Http;
            missing.status = 404;
            co_return missing;
        }
        const auto [type, body] = m_bodies.value(address);
        ResponseHead head;
        head.status = 200;
        const bool endless = m_endless.contains(address);
        head.headers = {{"Content-Type", type}};
        if (!endless)
            head.headers.emplace_back("Content-Length", QByteArray::number(body.size()));
        if (request.method == Method::Head || !sink->begin(head, bodyLength(head)))
            co_return Declined{head};
        for (qsizetype done = 0; done < body.size() || endless; done += pieceSize) {
            const QByteArray piece = endless ? body : body.mid(done, pieceSize);
            const bool more = co_await sink->write(piece);
            progress->received += piece.size();
            if (!more)
                co_return Declined{head};
        }
        m_atEnd.insert(address);
        while (m_heldEnds.contains(address))
            co_await *here.bell;
        co_return Fetched{head, body.size(), true};
    }

private:
    static constexpr qsizetype pieceSize = 64 * 1024;

    struct Request {
        Request(FakeFetcher &owner, const FetchRequest &request)
            : fetcher(owner)
            , origin(request.address.origin())
            , bell(fetcher.m_bells.emplace(fetcher.m_bells.end()))
        {
            fetcher.asked.append(request.address.bytes());
            fetcher.askedAt.append(std::chrono::steady_clock::now());
            fetcher.requests.append(request);
            fetcher.mostRunning = std::max(fetcher.mostRunning, ++fetcher.running);
            int &most = fetcher.mostRunningAt[origin];
            most = std::max(most, ++fetcher.runningAt[origin]);
        }
        ~Request()
        {
            --fetcher.running;
            --fetcher.runningAt[origin];
            fetcher.m_bells.erase(bell);
        }
        Q_DISABLE_COPY_MOVE(Request)

        FakeFetcher &fetcher;
        QByteArray origin;
        std::list<Wakeup>::iterator bell;
    };

    void ringAll()
    {
        for (Wakeup &bell : m_bells)
            bell.ring();
    }

    QHash<QByteArray, std::pair<QByteArray, QByteArray>> m_bodies;
    QHash<QByteArray, FetchOutcome> m_outcomes;
    QHash<QByteArray, std::pair<int, FetchFailure>> m_failures;
    QSet<QByteArray> m_endless;
    QSet<QByteArray> m_held;
    QSet<QByteArray> m_heldEnds;
    QSet<QByteArray> m_atEnd;
    bool m_holdsAll = false;
    std::list<Wakeup> m_bells;
};

} // namespace gleaner::test
