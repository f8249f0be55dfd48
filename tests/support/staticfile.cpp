// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/staticfile.h"

#include <QCryptographicHash>

#include <algorithm>

namespace gleaner::test
{

std::optional<ByteRange> parseRange(const QByteArray &range, qint64 size)
{
    const QByteArray unit = "bytes=";
    const qsizetype dash = range.indexOf('-');
    if (!range.startsWith(unit) || dash < 0 || range.contains(','))
        return {};
    const QByteArray from = range.sliced(unit.size(), dash - unit.size());
    const QByteArray to = range.sliced(dash + 1);
    ByteRange result{0, size - 1, true};
    if (from.isEmpty()) {
        result.first = std::max<qint64>(0, size - to.toLongLong());
    } else {
        result.first = from.toLongLong();
        if (!to.isEmpty())
            result.last = std::min(result.last, to.toLongLong());
    }
    result.satisfiable = result.first <= result.last;
    return result;
}

QByteArray contentRange(const ByteRange &range, qint64 size)
{
    return "bytes " + QByteArray::number(range.first) + '-' + QByteArray::number(range.last) + '/'
        + QByteArray::number(size);
}

StaticFile::StaticFile(const QByteArray &type, const QByteArray &body, const Headers &headers)
    : m_type(type)
    , m_body(body)
    , m_etag('"' + QCryptographicHash::hash(body, QCryptographicHash::Sha1).first(8).toHex() + '"')
    , m_headers(headers)
{
}

void StaticFile::answer(const Request &request, Reply &reply) const
{
    Headers headers = m_headers;
    if (!m_etag.isEmpty())
        headers.emplaceBack("ETag", m_etag);
    headers.emplaceBack("Accept-Ranges", "bytes");
    if (!m_etag.isEmpty() && request.header("If-None-Match") == m_etag) {
        reply.answer(304, {}, {}, headers);
        return;
    }
    const QByteArray condition = request.header("If-Range");
    const bool mayBePartial = condition.isNull() || condition == m_etag;
    const std::optional<ByteRange> range =
        mayBePartial ? parseRange(request.header("Range"), m_body.size()) : std::nullopt;
    if (!range) {
        reply.answer(200, m_type, m_body, headers);
    } else if (!range->satisfiable) {
        headers.emplaceBack("Content-Range", "bytes */" + QByteArray::number(m_body.size()));
        reply.answer(416, {}, {}, headers);
    } else {
        headers.emplaceBack("Content-Range", contentRange(*range, m_body.size()));
        reply.answer(
            206, m_type, m_body.sliced(range->first, range->last - range->first + 1), headers);
    }
}

} // namespace gleaner::test
