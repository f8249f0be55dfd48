// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>
#include <optional>

namespace gleaner
{

/// Goes through a WARC file that is packed record by record. A value of one thread, any thread;
/// waits for the disk. What is not a gzip member, or not a whole one, ends it.
class WarcReader
{
public:
    /// The descriptor is the caller's and outlives this.
    explicit WarcReader(int file);
    ~WarcReader();
    Q_DISABLE_COPY_MOVE(WarcReader)

    struct Member {
        qint64 offset = 0; ///< in the file
        qint64 length = 0; ///< there
        QByteArray beginning; ///< unpacked, mostHead bytes of it at most
    };
    std::optional<Member> next();
    /// Where the last whole member ends.
    qint64 whole() const { return m_whole; }

    static constexpr qsizetype mostHead = 64 * 1024;

private:
    struct Stream;
    bool fill();

    const int m_file;
    qint64 m_whole = 0;
    qint64 m_read = 0;
    std::unique_ptr<Stream> m_stream;
};

} // namespace gleaner
