// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawler.h"

#include "core/net/referer.h"

#include <algorithm>

// What the request for a known address says besides the address.

namespace gleaner
{

FetchRequest Crawler::requestFor(const Address &address) const
{
    FetchRequest request;
    request.address = address;
    request.stallTimeout = m_job.timeout;
    request.headerTimeout = m_job.timeout;
    request.connectTimeout = std::min(request.connectTimeout, request.headerTimeout);
    if (!m_job.userAgent.isEmpty())
        request.headers.emplace_back("User-Agent", m_job.userAgent);
    const bool isStartOrigin = std::ranges::any_of(m_job.starts,
        [&](const Address &start) { return start.origin() == request.address.origin(); });
    if (isStartOrigin)
        request.headers.insert(request.headers.end(), m_job.headers.begin(), m_job.headers.end());
    return request;
}

/// Only pages may come packed. What a person wants as a file is asked for as it is: its stated
/// length is then about the bytes that are saved, and it can be continued where it broke off.
AcceptedCoding Crawler::acceptedFor(const Record &record) const
{
    const FileType type = fileTypeByExtension(record.address).value_or(FileType::Pages);
    return record.kind != LinkKind::Requisite && type == FileType::Pages ? AcceptedCoding::Gzip
                                                                         : AcceptedCoding::Identity;
}

FetchRequest Crawler::requestFor(RecordId id) const
{
    Record from = m_log.at(id);
    FetchRequest request = requestFor(from.address);
    // A redirect passes on whose link it was. What a person typed is nobody's.
    for (int hops = 0;
         hops < longestRedirectChain && from.referrer != noRecord && isRedirectTarget(from); ++hops)
        from = m_log.at(from.referrer);
    if (from.referrer == noRecord)
        return request;
    const QByteArray referer = refererFor(m_log.address(from.referrer), request.address);
    // In front, so that a Referer of the person's own stands.
    if (!referer.isEmpty())
        request.headers.emplace(request.headers.begin(), "Referer", referer);
    return request;
}

} // namespace gleaner
