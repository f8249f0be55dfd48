// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/archivingfetcher.h"

#include "core/crawl/warcarchive.h"
#include "core/net/answer.h"

namespace gleaner
{

namespace
{

/// An answer whose body, if it has any, is not for the sink.
bool isWholeAnswer(const FetchOutcome &outcome, const Exchange &exchange)
{
    const int status = exchange.head.status;
    if (exchange.began == 0 || status < 200 || isBodyStatus(status) || status == 206)
        return false;
    return std::holds_alternative<RedirectAnswer>(outcome)
        || std::holds_alternative<NoContentAnswer>(outcome)
        || std::holds_alternative<NotModified>(outcome)
        || std::holds_alternative<FetchFailure>(outcome);
}

} // namespace

ArchivingFetcher::ArchivingFetcher(Fetcher &inner, WarcArchive &archive)
    : m_inner(inner)
    , m_archive(archive)
{
}

Task<FetchOutcome> ArchivingFetcher::fetch(
    FetchRequest request, std::shared_ptr<Sink> sink, TransferProgress *progress)
{
    if (request.method == Method::Head) {
        // No answer to a GET, which is what an archive is asked for.
        FetchOutcome head = co_await m_inner.fetch(std::move(request), sink, progress);
        co_return head;
    }
    WarcEntry entry;
    entry.address = request.address;
    entry.exchange = std::make_shared<Exchange>();
    request.exchange = entry.exchange;
    const std::shared_ptr<Exchange> exchange = entry.exchange;
    const auto archivable = std::dynamic_pointer_cast<ArchivableSink>(sink);
    FetchOutcome outcome = co_await m_inner.fetch(std::move(request), sink, progress);
    if (archivable && std::holds_alternative<Fetched>(outcome))
        entry.body = co_await archivable->whole();
    if (!entry.body && !isWholeAnswer(outcome, *exchange))
        co_return outcome;
    const auto error = co_await m_archive.keep(std::move(entry));
    if (error && archivable && archivable->fail(*error))
        outcome = Declined{exchange->head};
    co_return outcome;
}

} // namespace gleaner
