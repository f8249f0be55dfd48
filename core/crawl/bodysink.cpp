// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/bodysink.h"

namespace gleaner
{

BodySink::BodySink(DiskWriter &writer, Planner planner, qint64 &liveBytes)
    : m_writer(writer)
    , m_planner(std::move(planner))
    , m_liveBytes(liveBytes)
{
}

BodySink::~BodySink()
{
    letGo();
}

bool BodySink::begin(const ResponseHead &head, const BodyLength &length)
{
    m_plan = m_planner(head, length);
    return m_plan.wanted && mayHave(length.bytes);
}

bool BodySink::mayHave(qint64 bytes)
{
    m_tooLarge = m_plan.maximumSize && bytes > *m_plan.maximumSize;
    m_outOfRoom = m_plan.room && bytes > *m_plan.room;
    return !m_tooLarge && !m_outOfRoom;
}

Task<bool> BodySink::write(QByteArray bytes)
{
    m_size += bytes.size();
    if (!mayHave(m_size))
        co_return false;
    if (!m_stream && m_plan.keep && m_size > heldInMemory) {
        m_stream.emplace(m_writer);
        m_error = co_await m_stream->open(m_plan.path);
        if (!m_error)
            m_error = co_await m_stream->append(m_body);
    }
    if (m_stream && !m_error)
        m_error = co_await m_stream->append(bytes);
    if (m_error)
        co_return false;
    const bool hold = m_plan.read ? m_size <= largestRead : m_plan.keep && !m_stream;
    if (hold) {
        this->hold(bytes);
    } else {
        letGo();
        m_dropped = true;
    }
    co_return true;
}

Task<Folder::PathResult> BodySink::commit()
{
    if (m_stream) {
        auto placed = co_await m_stream->commit(m_plan.marked);
        co_return placed;
    }
    auto saved = co_await m_writer.save(m_plan.path, m_plan.marked, m_body);
    co_return saved;
}

void BodySink::hold(const QByteArray &bytes)
{
    m_liveBytes += bytes.size();
    if (m_body.isEmpty())
        m_body = bytes;
    else
        m_body += bytes;
}

void BodySink::letGo()
{
    m_liveBytes -= m_body.size();
    m_body.clear();
}

} // namespace gleaner
