// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawler.h"

#include "core/crawl/placement.h"

// Where bodies go: sinks, and the parts of bodies that were broken off.

namespace gleaner
{

Task<std::shared_ptr<KeptPart>> Crawler::takePart(RecordId id)
{
    const Address address = m_log.address(id);
    if (isScan() || !m_shelf.has(address))
        co_return nullptr;
    auto kept = co_await m_shelf.take(address);
    co_return kept;
}

std::shared_ptr<BodySink> Crawler::makeSink(RecordId id, std::shared_ptr<KeptPart> kept)
{
    const auto planner = [this, id](const ResponseHead &head, const BodyLength &length) {
        // At its head, so that the others need not wait for the end of a large body.
        noteAnswer(id);
        noteOffer(m_log, id, head);
        return plan(id, head, length);
    };
    return std::make_shared<BodySink>(BodySink::Surroundings{m_parts.writer, m_shelf, m_liveBytes},
        planner, m_log.address(id), std::move(kept));
}

/// What has come of a body is kept for the next try.
void Crawler::shelve(RecordId id, BodySink &sink)
{
    KeptPart part = sink.takePart();
    if (m_startedAgain.contains(id))
        part.validator = {};
    const bool outlives = m_shelf.outlivesTheRun() && part.continuation();
    m_log.update(id, [&](Record &record) { record.kept = outlives; });
    if (part.stream)
        m_shelf.put(m_log.address(id), std::move(part));
}

/// What is here cannot be continued; it stays until the whole has come. Not a try: nothing failed.
void Crawler::startAgain(RecordId id, BodySink &sink)
{
    m_startedAgain.insert(id);
    shelve(id, sink);
    waitAgain(id);
}

/// Asked for again as soon as may be, and the request that was for nothing is not held against it.
void Crawler::waitAgain(RecordId id)
{
    ++m_retries[id].free;
    m_log.update(id, [](Record &record) { record.state = RecordState::Waiting; });
    m_frontier.add(id, m_log.address(id).origin(), m_log.depth(id));
    m_mayTake.ring();
}

/// Nothing was asked for: taken again when its lane opens.
void Crawler::putBack(RecordId id, BodySink &sink)
{
    shelve(id, sink);
    m_log.update(id, [](Record &record) {
        record.state = RecordState::Waiting;
        --record.tries;
    });
    const QByteArray origin = m_log.address(id).origin();
    const auto when = m_frontier.lanes().opensAt(origin);
    if (m_frontier.lanes().isGivenUp(origin) && !isStart(id))
        m_lastPass.push_back({id, when});
    else
        m_frontier.addAt(id, origin, m_log.depth(id), when);
}

} // namespace gleaner
