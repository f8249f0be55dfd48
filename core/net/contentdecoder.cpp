// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/contentdecoder.h"

#include <zlib.h>

namespace gleaner
{

namespace
{

/// zlib's "window bits" also choose the format.
constexpr int gzipFormat = MAX_WBITS + 16;
constexpr int zlibFormat = MAX_WBITS;
constexpr int rawFormat = -MAX_WBITS;

/// "deflate" means the zlib format, but some servers send the bare stream (RFC 9110,
/// section 8.4.1.2).
bool isZlibHeader(const QByteArray &bytes)
{
    if (bytes.size() < 2)
        return true;
    const auto first = uchar(bytes[0]);
    const auto second = uchar(bytes[1]);
    return (first & 0x0f) == Z_DEFLATED && (first * 256 + second) % 31 == 0;
}

} // namespace

struct ContentDecoder::Stream {
    z_stream zlib{};
    bool ready = false;
    ~Stream()
    {
        if (ready)
            inflateEnd(&zlib);
    }
};

ContentDecoder::ContentDecoder(Coding coding)
    : m_coding(coding)
    , m_stream(std::make_unique<Stream>())
{
}

ContentDecoder::~ContentDecoder() = default;

void ContentDecoder::feed(QByteArray bytes)
{
    if (bytes.isEmpty())
        return;
    m_fed += bytes.size();
    m_input = std::move(bytes);
    if (!m_stream->ready)
        begin();
    m_stream->zlib.next_in = reinterpret_cast<Bytef *>(m_input.data());
    m_stream->zlib.avail_in = uInt(m_input.size());
    if (m_state == State::Complete) {
        m_state = State::Unfinished;
        onMemberEnd();
    }
}

void ContentDecoder::begin()
{
    int format = gzipFormat;
    if (m_coding == Coding::Deflate)
        format = isZlibHeader(m_input) ? zlibFormat : rawFormat;
    m_stream->ready = inflateInit2(&m_stream->zlib, format) == Z_OK;
    if (!m_stream->ready)
        m_state = State::Broken;
}

QByteArray ContentDecoder::take()
{
    if (m_state != State::Unfinished || !m_stream->ready)
        return {};
    z_stream &zlib = m_stream->zlib;
    QByteArray piece(largestPiece, Qt::Uninitialized);
    zlib.next_out = reinterpret_cast<Bytef *>(piece.data());
    zlib.avail_out = uInt(piece.size());
    while (m_state == State::Unfinished && zlib.avail_out > 0) {
        const int result = inflate(&zlib, Z_NO_FLUSH);
        if (result == Z_STREAM_END)
            onMemberEnd();
        else if (result == Z_BUF_ERROR || (result == Z_OK && zlib.avail_in == 0))
            break;
        else if (result != Z_OK)
            m_state = State::Broken;
    }
    piece.truncate(piece.size() - qsizetype(zlib.avail_out));
    m_decoded += piece.size();
    const qint64 used = m_fed - qint64(zlib.avail_in);
    if (m_decoded > largestBody || (m_decoded > judgedFrom && m_decoded > used * largestRatio))
        m_state = State::TooLarge;
    return m_state == State::TooLarge ? QByteArray() : piece;
}

void ContentDecoder::onMemberEnd()
{
    z_stream &zlib = m_stream->zlib;
    if (zlib.avail_in == 0)
        m_state = State::Complete;
    // A gzip body may be several members, one behind the other (RFC 1952, section 2.2).
    else if (m_coding == Coding::Gzip && *zlib.next_in == 0x1f)
        inflateReset(&zlib);
    else
        m_state = State::Broken;
}

} // namespace gleaner
