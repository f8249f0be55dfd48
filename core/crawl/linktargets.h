// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawllog.h"

#include <QSet>

#include <memory>

namespace gleaner
{

/// Where the copies of addresses lie, once a crawl has ended: what links are rewritten by.
///
/// Only reads, and from any thread; the log is not to be changed meanwhile but for what takeBatch()
/// changes. It is shared, so that it lives as long as whoever still reads it.
class LinkTargets
{
public:
    /// `absent`: addresses with a path at which nothing lies any more.
    LinkTargets(std::shared_ptr<const CrawlLog> log, QSet<RecordId> absent);

    const CrawlLog &log() const { return *m_log; }
    /// The place of the copy that an address leads to, through whatever redirects: names joined by
    /// '/', each byte escaped as links need it. Empty if there is none.
    QByteArray copyOf(const Address &address) const;

private:
    std::shared_ptr<const CrawlLog> m_log;
    QSet<RecordId> m_absent;
};

} // namespace gleaner
