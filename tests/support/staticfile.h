// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpmessage.h"

namespace gleaner::test
{

/// A file's content with its validator, answered as RFC 9110 wants it: HEAD, one range, If-Range,
/// If-None-Match. A value.
class StaticFile
{
public:
    StaticFile(const QByteArray &type, const QByteArray &body, const Headers &headers = {});

    const QByteArray &etag() const { return m_etag; }
    void setEtag(const QByteArray &etag) { m_etag = etag; }
    void answer(const Request &request, Reply &reply) const;

private:
    QByteArray m_type;
    QByteArray m_body;
    QByteArray m_etag;
    Headers m_headers;
};

/// A range "bytes=first-last", cut to a body's size; nothing when there is none to be honoured.
struct ByteRange {
    qint64 first = 0;
    qint64 last = -1;
    bool satisfiable = true;
};
std::optional<ByteRange> parseRange(const QByteArray &range, qint64 size);
/// "bytes 5-9/100"
QByteArray contentRange(const ByteRange &range, qint64 size);

} // namespace gleaner::test
