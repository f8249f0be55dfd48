// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/guardedfetcher.h"

#include "core/net/networkfailure.h"
#include "core/net/publicaddress.h"

#include <algorithm>

namespace gleaner
{

GuardedFetcher::GuardedFetcher(
    Fetcher &inner, const std::vector<Address> &starts, Resolver resolver)
    : m_inner(inner)
    , m_starts(starts)
    , m_resolver(std::move(resolver))
{
}

Task<FetchOutcome> GuardedFetcher::fetch(
    FetchRequest request, std::shared_ptr<Sink> sink, TransferProgress *progress)
{
    progress->stage = TransferProgress::Stage::Connecting;
    const Verdict verdict = co_await judge(request.address, request.connectTimeout);
    switch (verdict) {
    case Verdict::Private:
        co_return PrivateHost{};
    case Verdict::NotFound:
        co_return failure(FailReason::Dns, false, 0, QStringLiteral("Host not found"));
    case Verdict::NoAnswer:
        co_return failure(FailReason::Timeout, true, 0, QStringLiteral("no answer about the name"));
    case Verdict::Allowed:
        break;
    }
    FetchOutcome outcome = co_await m_inner.fetch(request, sink, progress);
    co_return outcome;
}

Task<GuardedFetcher::Verdict> GuardedFetcher::judge(
    Address address, std::chrono::milliseconds timeout)
{
    if (!isKnown(address)) {
        const Verdict found = co_await find(address, timeout);
        if (found != Verdict::Allowed)
            co_return found;
    }
    const Kind kind = m_kinds.value(address.origin());
    if (kind == Kind::Public || kind == Kind::Unknown || isStartHost(address))
        co_return Verdict::Allowed;
    for (const Address &start : m_starts) {
        if (!isKnown(start)) {
            const Verdict found = co_await find(start, timeout);
            if (found != Verdict::Allowed)
                co_return Verdict::Private;
        }
        if (m_kinds.value(start.origin()) != Kind::Private)
            co_return Verdict::Private;
    }
    co_return Verdict::Allowed;
}

Task<GuardedFetcher::Verdict> GuardedFetcher::find(
    Address address, std::chrono::milliseconds timeout)
{
    const QByteArray origin = address.origin();
    const QHostAddress written = literalHost(address);
    if (!written.isNull() || isThisMachine(address)) {
        m_kinds.insert(origin, isPublic(written) ? Kind::Public : Kind::Private);
        co_return Verdict::Allowed;
    }
    const Resolution found = co_await m_resolver(address, timeout);
    switch (found.kind) {
    case Resolution::Kind::NotFound:
        co_return Verdict::NotFound;
    case Resolution::Kind::NoAnswer:
        co_return Verdict::NoAnswer;
    case Resolution::Kind::LeftToProxy:
        m_kinds.insert(origin, Kind::Unknown);
        co_return Verdict::Allowed;
    case Resolution::Kind::Found:
        break;
    }
    const auto publicOnes = std::ranges::count_if(found.addresses, isPublic);
    m_kinds.insert(origin,
        publicOnes == 0                            ? Kind::Private
            : publicOnes == found.addresses.size() ? Kind::Public
                                                   : Kind::Mixed);
    co_return Verdict::Allowed;
}

bool GuardedFetcher::isStartHost(const Address &address) const
{
    return std::ranges::any_of(
        m_starts, [&](const Address &start) { return start.host() == address.host(); });
}

} // namespace gleaner
