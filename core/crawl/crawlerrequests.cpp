// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawler.h"

#include "core/net/referer.h"

// What the request for a known address says besides the address.

namespace gleaner
{

FetchRequest Crawler::requestFor(RecordId id) const
{
    const Record *from = &m_log.at(id);
    FetchRequest request = requestFor(from->address);
    // A redirect passes on whose link it was. What a person typed is nobody's.
    for (int hops = 0; hops < longestRedirectChain && from->referrer != noRecord
         && from->found.element == QByteArrayView("redirect");
         ++hops)
        from = &m_log.at(from->referrer);
    if (from->referrer == noRecord)
        return request;
    const QByteArray referer = refererFor(m_log.at(from->referrer).address, request.address);
    // In front, so that a Referer of the person's own stands.
    if (!referer.isEmpty())
        request.headers.emplace(request.headers.begin(), "Referer", referer);
    return request;
}

} // namespace gleaner
