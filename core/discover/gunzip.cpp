// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/gunzip.h"

#include <algorithm>
#include <limits>
#include <memory>

#include <zlib.h>

namespace gleaner
{

bool isGzip(QByteArrayView bytes)
{
    return bytes.startsWith("\x1F\x8B\x08");
}

QByteArray gunzipped(QByteArrayView bytes, qsizetype limit)
{
    z_stream stream{};
    constexpr int onlyGzip = 16 + MAX_WBITS;
    if (inflateInit2(&stream, onlyGzip) != Z_OK) {
        return {};
    }
    const auto end = [](z_stream *s) { inflateEnd(s); };
    const std::unique_ptr<z_stream, decltype(end)> guard(&stream, end);

    // zlib reads through a pointer that is not const, and writes nothing there.
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = uInt(std::min<qsizetype>(bytes.size(), std::numeric_limits<uInt>::max()));
    QByteArray out;
    constexpr qsizetype pieceSize = 1 << 16;
    const auto piece = std::make_unique<char[]>(pieceSize);
    int state = Z_OK;
    while (state == Z_OK && out.size() < limit) {
        stream.next_out = reinterpret_cast<Bytef *>(piece.get());
        stream.avail_out = uInt(pieceSize);
        state = inflate(&stream, Z_NO_FLUSH);
        const qsizetype got = pieceSize - qsizetype(stream.avail_out);
        out.append(piece.get(), std::min(got, limit - out.size()));
        if (state == Z_STREAM_END && isGzip(bytes.last(stream.avail_in))) {
            // A file may be several, one behind the other (RFC 1952, section 2.2).
            state = inflateReset(&stream);
        }
    }
    return out;
}

} // namespace gleaner
