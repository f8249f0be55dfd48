// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/linktargets.h"

#include "core/crawl/scope.h"
#include "core/discover/linkspelling.h"

namespace gleaner
{

LinkTargets::LinkTargets(std::shared_ptr<const CrawlLog> log, QSet<RecordId> absent)
    : m_log(std::move(log))
    , m_absent(std::move(absent))
{
}

QByteArray LinkTargets::copyOf(const Address &address) const
{
    auto id = m_log->find(address);
    // What was restored may say anything: a ring has no end.
    for (int hop = 0; id && m_log->state(*id) == RecordState::Redirected; ++hop) {
        if (hop > longestRedirectChain)
            return {};
        id = m_log->find(m_log->at(*id).target);
    }
    if (!id || m_absent.contains(*id))
        return {};
    return escapedPath(m_log->at(*id).path.toUtf8());
}

} // namespace gleaner
