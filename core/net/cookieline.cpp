// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/cookieline.h"

#include "core/net/cookiedate.h"

#include <algorithm>

namespace gleaner
{

namespace
{

constexpr qsizetype largestAttribute = 1024;
/// No run lasts longer, and so no sum of times overflows.
constexpr auto longestAge = std::chrono::hours(24 * 400);

bool isForbidden(char c)
{
    return (uchar(c) < 0x20 && c != '\t') || c == 0x7f;
}

/// What stands in front of the separator; the text goes on behind it.
QByteArrayView takeUntil(QByteArrayView &text, char separator)
{
    const qsizetype end = text.indexOf(separator);
    const QByteArrayView taken = end < 0 ? text : text.first(end);
    text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    return taken.trimmed();
}

bool is(QByteArrayView name, QByteArrayView attribute)
{
    return name.compare(attribute, Qt::CaseInsensitive) == 0;
}

/// Nothing if it is not a whole number. Too large ones end where they may.
std::optional<CookieTime> endOfAge(QByteArrayView seconds, CookieTime now)
{
    const bool negative = seconds.startsWith('-');
    const QByteArrayView digits = negative ? seconds.sliced(1) : seconds;
    const bool isNumber = !digits.isEmpty()
        && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber)
        return std::nullopt;
    if (negative)
        return CookieTime::min();
    bool fits = false;
    const qint64 age = digits.toLongLong(&fits);
    if (fits && age == 0)
        return CookieTime::min();
    const std::chrono::seconds longest = longestAge;
    return now + (fits ? std::min(std::chrono::seconds(age), longest) : longest);
}

class AttributeReader
{
public:
    AttributeReader(CookieLine &line, CookieTime now)
        : m_line(line)
        , m_now(now)
    {
    }

    void read(QByteArrayView name, QByteArrayView value)
    {
        if (value.size() > largestAttribute)
            return;
        if (is(name, "expires")) {
            if (const auto date = parseCookieDate(value))
                m_line.expires = date;
        } else if (is(name, "max-age")) {
            if (const auto end = endOfAge(value, m_now))
                m_endOfAge = end;
        } else if (is(name, "domain")) {
            if (!value.isEmpty())
                m_line.domain =
                    (value.startsWith('.') ? value.sliced(1) : value).toByteArray().toLower();
        } else if (is(name, "path")) {
            m_line.path = value.startsWith('/') ? value.toByteArray() : QByteArray();
        } else if (is(name, "secure")) {
            m_line.secure = true;
        }
    }

    /// Max-Age stands over Expires, wherever it stood.
    void finish()
    {
        if (m_endOfAge)
            m_line.expires = m_endOfAge;
    }

private:
    CookieLine &m_line;
    CookieTime m_now;
    std::optional<CookieTime> m_endOfAge;
};

} // namespace

std::optional<CookieLine> parseCookieLine(QByteArrayView line, CookieTime now)
{
    if (std::ranges::any_of(line, isForbidden))
        return std::nullopt;
    QByteArrayView pair = takeUntil(line, ';');
    if (!pair.contains('='))
        return std::nullopt;
    CookieLine read;
    read.name = takeUntil(pair, '=').toByteArray();
    read.value = pair.trimmed().toByteArray();
    if (read.name.isEmpty() || read.name.size() + read.value.size() > largestCookie)
        return std::nullopt;
    AttributeReader attributes(read, now);
    while (!line.isEmpty()) {
        QByteArrayView attribute = takeUntil(line, ';');
        const QByteArrayView name = takeUntil(attribute, '=');
        attributes.read(name, attribute.trimmed());
    }
    attributes.finish();
    return read;
}

} // namespace gleaner
