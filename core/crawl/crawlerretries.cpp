// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawler.h"

#include <QRandomGenerator>

#include <algorithm>

// What becomes of an address whose request failed: another try, later, or its end.

namespace gleaner
{

namespace
{

using namespace std::chrono_literals;

constexpr auto firstRetryDelay = 1000ms;
constexpr qint64 longestRetryAfterSeconds = 3600;

/// 1, 4, 16 s and so on, with up to a quarter more, so that many do not come back at once.
std::chrono::milliseconds retryDelay(int tries)
{
    const auto delay = firstRetryDelay * (1 << (2 * std::min(tries - 1, 3)));
    return delay + delay * QRandomGenerator::global()->bounded(256) / 1024;
}

} // namespace

void Crawler::settleFailure(RecordId id, const FetchFailure &failure)
{
    const Record &record = m_log.at(id);
    const bool again = failure.canHeal && record.tries < m_job.tries;
    m_log.update(id, [&](Record &changed) {
        changed.state = again ? RecordState::Retrying : RecordState::Failed;
        changed.fail = failure.reason;
        changed.status = quint16(failure.status);
        changed.detail = failure.detail;
    });
    if (!again) {
        startSettled(id);
        return;
    }
    const auto wait = std::max<std::chrono::milliseconds>(retryDelay(record.tries),
        std::chrono::seconds(
            std::min(failure.retryAfterSeconds.value_or(0), longestRetryAfterSeconds)));
    m_frontier.addAt(id, record.address.origin(), record.depth, Clock::now() + wait);
}

} // namespace gleaner
