// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/archivablesink.h"

namespace gleaner
{

/// A sink that keeps the beginning of a body in memory and declines the rest. What it keeps is
/// counted in `liveBytes` for as long as it lives; that outlives it.
class MemorySink : public ArchivableSink
{
public:
    MemorySink(qsizetype most, qint64 &liveBytes)
        : m_most(most)
        , m_liveBytes(liveBytes)
    {
    }
    ~MemorySink() override { m_liveBytes -= m_bytes.size(); }
    Q_DISABLE_COPY_MOVE(MemorySink)

    bool begin(const ResponseHead &, const BodyLength &) override
    {
        m_liveBytes -= m_bytes.size();
        m_bytes.clear();
        return true;
    }
    Task<bool> write(QByteArray bytes) override
    {
        m_bytes += bytes;
        m_liveBytes += bytes.size();
        co_return m_bytes.size() <= m_most;
    }
    Task<std::optional<WholeBody>> whole() override
    {
        WholeBody body{m_bytes, nullptr, m_bytes.size()};
        co_return body;
    }
    /// Whoever asked wants to read it, and can.
    bool fail(const SaveError &) override { return false; }
    const QByteArray &bytes() const { return m_bytes; }

private:
    const qsizetype m_most;
    qint64 &m_liveBytes;
    QByteArray m_bytes;
};

} // namespace gleaner
