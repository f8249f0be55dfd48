// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gzip.h"

#include <zlib.h>

#include <algorithm>

namespace gleaner::test
{

namespace
{

// zlib's window bits choose the wrapping too.
constexpr int rawFormat = -15;
constexpr int zlibFormat = 15;
constexpr int gzipFormat = 15 + 16;

QByteArray packed(const QByteArray &bytes, int format, int flush)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, format, 8, Z_DEFAULT_STRATEGY)
        != Z_OK)
        return {};
    QByteArray result(qsizetype(deflateBound(&stream, uLong(bytes.size()))) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = uInt(result.size());
    deflate(&stream, flush);
    result.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return result;
}

QByteArray littleEndian(quint32 value)
{
    QByteArray bytes;
    for (int shift = 0; shift < 32; shift += 8)
        bytes += char(value >> shift);
    return bytes;
}

} // namespace

QByteArray gzip(const QByteArray &bytes)
{
    return packed(bytes, gzipFormat, Z_FINISH);
}

QByteArray zlibStream(const QByteArray &bytes)
{
    return packed(bytes, zlibFormat, Z_FINISH);
}

QByteArray rawDeflate(const QByteArray &bytes)
{
    return packed(bytes, rawFormat, Z_FINISH);
}

QByteArray gzipZeros(qint64 bytes)
{
    constexpr qint64 blockSize = 1024 * 1024;
    const qint64 blocks = std::clamp<qint64>(bytes / blockSize, 1, 16 * 1024);
    const QByteArray zeros(blockSize, '\0');
    // A full flush ends on a byte and forgets the past, so the same block may come any number of
    // times.
    const QByteArray block = packed(zeros, rawFormat, Z_FULL_FLUSH);
    const auto *data = reinterpret_cast<const Bytef *>(zeros.constData());
    const uLong blockChecksum = crc32(crc32(0, nullptr, 0), data, uInt(blockSize));
    uLong checksum = crc32(0, nullptr, 0);
    for (qint64 count = 0; count < blocks; ++count)
        checksum = crc32_combine(checksum, blockChecksum, blockSize);

    const QByteArray header = QByteArray::fromHex("1f8b0800000000000003");
    return header + block.repeated(blocks) + rawDeflate({}) + littleEndian(quint32(checksum))
        + littleEndian(quint32(blocks * blockSize));
}

} // namespace gleaner::test
