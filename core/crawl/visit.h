// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawler.h"

namespace gleaner
{

/// One process() frame's claims, made when its entry was taken: a place among the frames in flight
/// and a slot of its lane. They are given back however the frame ends; a record it leaves without
/// an end waits again.
class Crawler::Visit
{
public:
    Visit(Crawler &crawler, RecordId id)
        : m_crawler(crawler)
        , m_id(id)
        , m_began(Clock::now())
        , m_origin(crawler.m_log.address(id).origin())
    {
        m_since.start();
        m_crawler.m_log.update(id, [](Record &record) {
            record.state = RecordState::Connecting;
            ++record.tries;
        });
    }

    ~Visit()
    {
        giveLaneBack();
        --m_crawler.m_inFlight;
        const double seconds = double(m_since.elapsed()) / 1000;
        m_crawler.m_log.update(m_id, [&](Record &record) {
            record.seconds += seconds;
            if (!isFinal(record.state) && record.state != RecordState::Retrying)
                record.state = RecordState::Waiting;
        });
        m_crawler.m_mayTake.ring();
    }
    Q_DISABLE_COPY_MOVE(Visit)

    Clock::time_point began() const { return m_began; }

    /// The request is over, the lane is free for the next one.
    void fetched()
    {
        giveLaneBack();
        m_crawler.m_mayTake.ring();
    }

private:
    void giveLaneBack()
    {
        if (!m_origin.isEmpty())
            m_crawler.m_frontier.release(std::exchange(m_origin, {}));
    }

    Crawler &m_crawler;
    const RecordId m_id;
    const Clock::time_point m_began;
    QByteArray m_origin;
    QElapsedTimer m_since;
};

} // namespace gleaner
