// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/sink.h"

namespace gleaner
{

/// A sink that keeps the beginning of a body in memory and declines the rest.
class MemorySink : public Sink
{
public:
    explicit MemorySink(qsizetype most)
        : m_most(most)
    {
    }

    bool begin(const ResponseHead &, const BodyLength &) override
    {
        m_bytes.clear();
        return true;
    }
    Task<bool> write(QByteArray bytes) override
    {
        m_bytes += bytes;
        co_return m_bytes.size() <= m_most;
    }
    const QByteArray &bytes() const { return m_bytes; }

private:
    const qsizetype m_most;
    QByteArray m_bytes;
};

} // namespace gleaner
