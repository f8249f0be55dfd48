// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/outcome.h"

#include <QByteArrayList>

#include <algorithm>

namespace gleaner
{

namespace
{

auto find(const HeaderList &headers, QByteArrayView name)
{
    return std::ranges::find_if(headers, [name](const auto &header) {
        // Every answer is asked for dozens of names, and few are as long.
        return header.first.size() == name.size()
            && header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty()
        && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

QByteArray ResponseHead::header(QByteArrayView name) const
{
    const auto found = find(headers, name);
    return found == headers.end() ? QByteArray() : found->second;
}

bool ResponseHead::hasHeader(QByteArrayView name) const
{
    return find(headers, name) != headers.end();
}

BodyLength bodyLength(const ResponseHead &head)
{
    // Chunked framing takes precedence (RFC 9112, section 6.3).
    if (!head.hasHeader("content-length") || head.hasHeader("transfer-encoding"))
        return {};
    const QByteArray field = head.header("content-length");
    std::optional<qint64> length;
    for (const QByteArray &part : field.split(',')) {
        const QByteArray digits = part.trimmed();
        bool fits = false;
        const qint64 value = digits.toLongLong(&fits);
        if (!fits || !isDigits(digits) || (length && *length != value))
            return {BodyLength::Kind::Invalid, -1};
        length = value;
    }
    return {BodyLength::Kind::Stated, *length};
}

} // namespace gleaner
