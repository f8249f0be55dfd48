// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/warcreader.h"

#include <algorithm>
#include <unistd.h>
#include <zlib.h>

namespace gleaner
{

namespace
{

constexpr qsizetype pieceSize = 256 * 1024;
constexpr int gzipWindow = 15 + 16; // zlib: gzip and nothing else

} // namespace

struct WarcReader::Stream {
    z_stream zlib{};
    QByteArray packed{pieceSize, Qt::Uninitialized};
    QByteArray unpacked{pieceSize, Qt::Uninitialized};
    Stream() { inflateInit2(&zlib, gzipWindow); }
    ~Stream() { inflateEnd(&zlib); }
    Q_DISABLE_COPY_MOVE(Stream)
};

WarcReader::WarcReader(int file)
    : m_file(file)
    , m_stream(std::make_unique<Stream>())
{
}

WarcReader::~WarcReader() = default;

/// Reads on where everything that was read has been used.
bool WarcReader::fill()
{
    z_stream &zlib = m_stream->zlib;
    if (zlib.avail_in > 0)
        return true;
    const ssize_t got =
        pread(m_file, m_stream->packed.data(), size_t(m_stream->packed.size()), m_read);
    if (got <= 0)
        return false;
    m_read += got;
    zlib.next_in = reinterpret_cast<Bytef *>(m_stream->packed.data());
    zlib.avail_in = uInt(got);
    return true;
}

std::optional<WarcReader::Member> WarcReader::next()
{
    z_stream &zlib = m_stream->zlib;
    inflateReset(&zlib);
    Member member;
    member.offset = m_whole;
    // Whatever was read may still hold more than what fitted.
    for (bool isFull = false; isFull || fill(); isFull = zlib.avail_out == 0) {
        zlib.next_out = reinterpret_cast<Bytef *>(m_stream->unpacked.data());
        zlib.avail_out = uInt(m_stream->unpacked.size());
        const int state = inflate(&zlib, Z_NO_FLUSH);
        const qsizetype got = m_stream->unpacked.size() - qsizetype(zlib.avail_out);
        const qsizetype wanted = std::min(got, mostHead - member.beginning.size());
        member.beginning += QByteArrayView(m_stream->unpacked).first(wanted);
        if (state == Z_STREAM_END) {
            m_whole = m_read - zlib.avail_in;
            member.length = m_whole - member.offset;
            return member;
        }
        if (state != Z_OK && state != Z_BUF_ERROR)
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace gleaner
