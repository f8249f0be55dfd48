// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/continuation.h"

#include <algorithm>

namespace gleaner
{

namespace
{

std::optional<qint64> readNumber(QByteArrayView digits)
{
    const bool isNumber = !digits.isEmpty()
        && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    bool fits = false;
    const qint64 value = digits.toLongLong(&fits);
    return isNumber && fits ? std::optional(value) : std::nullopt;
}

/// What follows "bytes " in Content-Range; the unit's name has no case (RFC 9110, section 14.1).
QByteArray contentRange(const ResponseHead &head)
{
    const QByteArray field = head.header("content-range").trimmed();
    constexpr QByteArrayView unit = "bytes ";
    return field.left(unit.size()).toLower() == unit ? field.mid(unit.size()).trimmed()
                                                     : QByteArray();
}

/// Only what an answer says about its validator can contradict ours.
bool contradicts(const ResponseHead &head, const Validator &validator)
{
    if (!validator.etag.isEmpty())
        return head.hasHeader("etag") && head.header("etag").trimmed() != validator.etag;
    return head.hasHeader("last-modified")
        && head.header("last-modified").trimmed() != validator.lastModified;
}

} // namespace

Validator validatorOf(const ResponseHead &head)
{
    const QByteArray etag = head.header("etag").trimmed();
    if (etag.size() >= 2 && etag.startsWith('"') && etag.endsWith('"'))
        return {etag, {}};
    // Within the second in which it was changed a file may change again; later it would be dated
    // later.
    const QByteArray modified = head.header("last-modified").trimmed();
    const QByteArray date = head.header("date").trimmed();
    if (!modified.isEmpty() && !date.isEmpty() && modified != date)
        return {{}, modified};
    return {};
}

std::optional<qint64> totalOfRest(const ResponseHead &head, const Continuation &continuation)
{
    const QByteArray range = contentRange(head);
    const qsizetype dash = range.indexOf('-');
    const qsizetype slash = range.indexOf('/');
    if (dash < 0 || slash < dash || contradicts(head, continuation.validator))
        return std::nullopt;
    const auto first = readNumber(range.first(dash));
    const auto last = readNumber(range.sliced(dash + 1, slash - dash - 1));
    const auto total = readNumber(range.sliced(slash + 1));
    if (!first || !last || !total || *first != continuation.offset || *last != *total - 1)
        return std::nullopt;
    if (continuation.total && *continuation.total != *total)
        return std::nullopt;
    const BodyLength length = bodyLength(head);
    const bool lengthFits = length.kind == BodyLength::Kind::Unknown
        || (length.kind == BodyLength::Kind::Stated && length.bytes == *total - *first);
    return lengthFits ? total : std::nullopt;
}

bool saysNothingIsMissing(const ResponseHead &head, const Continuation &continuation)
{
    const QByteArray range = contentRange(head);
    if (!range.startsWith("*/") || readNumber(range.sliced(2)) != continuation.offset)
        return false;
    // Here the validator has to be there: the status alone says nothing about the body.
    return validatorOf(head) == continuation.validator;
}

} // namespace gleaner
