// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/networkfetcher.h"
#include "core/task/taskgroup.h"
#include "core/task/wakeup.h"
#include "tests/support/await.h"
#include "tests/support/testserver.h"

#include <QThreadPool>

#include <memory>
#include <optional>

namespace gleaner::test
{

/// Keeps everything, refuses on request, and can be made to wait before it takes more.
class RecordingSink : public Sink
{
public:
    bool begin(const ResponseHead &answer, const BodyLength &stated) override
    {
        ++begun;
        head = answer;
        length = stated;
        return wanted;
    }
    Task<bool> write(QByteArray bytes) override
    {
        ++writes;
        body += bytes;
        while (holding)
            co_await released;
        co_return body.size() <= most;
    }
    void release()
    {
        holding = false;
        released.ring();
    }

    bool wanted = true;
    qint64 most = std::numeric_limits<qint64>::max(); ///< gives up once it has more
    bool holding = false;
    Wakeup released;
    int begun = 0;
    int writes = 0;
    QByteArray body;
    ResponseHead head;
    BodyLength length;
};

/// One request at a time, or several beside each other, with what they need.
class Fetching
{
public:
    explicit Fetching(std::optional<qint64> rate = {})
        : limit(rate)
    {
    }
    explicit Fetching(const NetworkSettings &settings)
        : fetcher(pool, limit, nullptr, settings)
    {
    }

    QFuture<FetchOutcome> start(const FetchRequest &request)
    {
        progress.push_back(std::make_unique<TransferProgress>());
        return group.start(fetcher.fetch(request, sink, progress.back().get()));
    }
    /// To its end; nothing when that does not come.
    std::optional<FetchOutcome> outcome(const FetchRequest &request)
    {
        const QFuture<FetchOutcome> future = start(request);
        if (!waitFor(future) || future.resultCount() == 0)
            return std::nullopt;
        return future.result();
    }
    std::optional<FetchOutcome> outcome(const QUrl &url) { return outcome(requestFor(url)); }

    static FetchRequest requestFor(const QUrl &url)
    {
        FetchRequest request;
        request.address = Address::parse(url.toEncoded()).value();
        return request;
    }

    std::shared_ptr<RecordingSink> sink = std::make_shared<RecordingSink>();
    std::vector<std::unique_ptr<TransferProgress>> progress;
    QThreadPool pool;
    RateLimit limit;
    NetworkFetcher fetcher{pool, limit};
    TaskGroup group;
};

/// "fetched 200 verified", "failure timeout 0 heals": an outcome as a row of a table.
inline QByteArray described(const std::optional<FetchOutcome> &outcome)
{
    if (!outcome)
        return "none";
    if (const auto *fetched = std::get_if<Fetched>(&*outcome))
        return "fetched " + QByteArray::number(fetched->head.status) + ' '
            + QByteArray::number(fetched->bytes) + (fetched->verified ? " verified" : "");
    if (const auto *redirect = std::get_if<RedirectAnswer>(&*outcome))
        return "redirect " + QByteArray::number(redirect->status) + ' ' + redirect->location;
    if (const auto *empty = std::get_if<NoContentAnswer>(&*outcome))
        return "no content " + QByteArray::number(empty->status);
    if (const auto *declined = std::get_if<Declined>(&*outcome))
        return "declined " + QByteArray::number(declined->head.status);
    if (std::holds_alternative<PrivateHost>(*outcome))
        return "private host";
    const auto &failure = std::get<FetchFailure>(*outcome);
    return QByteArray("failure ") + keyword(failure.reason) + ' '
        + QByteArray::number(failure.status) + (failure.canHeal ? " heals" : "");
}

} // namespace gleaner::test
