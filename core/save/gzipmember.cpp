// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/gzipmember.h"

#include <algorithm>
#include <zlib.h>

namespace gleaner
{

namespace
{

constexpr qsizetype pieceSize = 64 * 1024;
/// What is tried, and how much smaller it has to become.
constexpr qsizetype triedSize = 16 * 1024;
constexpr double worthIt = 0.95;
constexpr int gzipWindow = 15 + 16; // "+ 16" asks zlib for gzip's header and trailer
constexpr int memoryLevel = 8;

} // namespace

struct GzipMember::Stream {
    z_stream zlib{};
    explicit Stream(int level)
    {
        deflateInit2(&zlib, level, Z_DEFLATED, gzipWindow, memoryLevel, Z_DEFAULT_STRATEGY);
    }
    ~Stream() { deflateEnd(&zlib); }
    Q_DISABLE_COPY_MOVE(Stream)
};

GzipMember::Effort GzipMember::effortFor(QByteArrayView beginning)
{
    const QByteArrayView tried = beginning.first(std::min(beginning.size(), triedSize));
    const auto *bytes = reinterpret_cast<const Bytef *>(tried.data());
    uLongf packed = compressBound(uLong(tried.size()));
    QByteArray room(qsizetype(packed), Qt::Uninitialized);
    const int made = compress2(
        reinterpret_cast<Bytef *>(room.data()), &packed, bytes, uLong(tried.size()), Z_BEST_SPEED);
    return made == Z_OK && double(packed) > worthIt * double(tried.size()) ? Effort::None
                                                                           : Effort::Usual;
}

GzipMember::GzipMember(Effort effort)
    : m_stream(
        std::make_unique<Stream>(effort == Effort::None ? Z_NO_COMPRESSION : Z_DEFAULT_COMPRESSION))
{
}

GzipMember::GzipMember(GzipMember &&other) noexcept = default;
GzipMember::~GzipMember() = default;

QByteArray GzipMember::add(QByteArrayView bytes)
{
    return run(bytes, Z_NO_FLUSH);
}

QByteArray GzipMember::finish()
{
    return run({}, Z_FINISH);
}

QByteArray GzipMember::run(QByteArrayView bytes, int flush)
{
    z_stream &zlib = m_stream->zlib;
    zlib.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    zlib.avail_in = uInt(bytes.size());
    QByteArray packed;
    QByteArray room(pieceSize, Qt::Uninitialized);
    do {
        zlib.next_out = reinterpret_cast<Bytef *>(room.data());
        zlib.avail_out = uInt(room.size());
        deflate(&zlib, flush);
        packed += QByteArrayView(room).chopped(zlib.avail_out);
    } while (zlib.avail_out == 0);
    return packed;
}

} // namespace gleaner
