// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/addressshape.h"
#include "core/crawl/words.h"

#include <array>

namespace gleaner
{

namespace
{

constexpr qsizetype leastBits = 16; ///< hexadecimal digits: 64 bits
constexpr qsizetype shortestKnown = 16; ///< behind a name that means nothing else
constexpr qsizetype longestToken = 256; ///< PHP's longest
constexpr qsizetype aspSegment = 24;

/// Servers and shops that write sessions into addresses, and nothing else under these names.
constexpr std::array<const char *, 12> knownNames{"jsessionid", "phpsessid", "phpsessionid",
    "sessionid", "session_id", "sessid", "cftoken", "oscsid", "xtcsid", "zenid", "bvsessionid",
    "aspsessionid"};
/// They may be sessions, or anything.
constexpr std::array<const char *, 4> doubtfulNames{"sid", "s", "session", "sess"};

bool isTokenCharacter(char c)
{
    return isDigit(c) || isLetter(c) || c == '-' || c == ',' || c == '.' || c == '_' || c == '!';
}

/// Only hexadecimal digits, or letters and digits so mixed that nobody has written them.
bool looksDrawn(QByteArrayView value)
{
    const auto digits = std::ranges::count_if(value, isDigit);
    if (digits == 0 || digits == value.size())
        return false;
    return std::ranges::all_of(value, isHexDigit) || changesOfKind(value) >= 4;
}

bool isToken(QByteArrayView name, QByteArrayView value)
{
    if (value.size() > longestToken || !std::ranges::all_of(value, isTokenCharacter))
        return false;
    const auto isName = [&](const char *each) {
        return name.compare(QByteArrayView(each), Qt::CaseInsensitive) == 0;
    };
    // ASPSESSIONIDABCDEFGH: eight letters that change with the server.
    if (std::ranges::any_of(knownNames, isName)
        || name.first(std::min<qsizetype>(name.size(), 12))
                .compare("aspsessionid", Qt::CaseInsensitive)
            == 0)
        return value.size() >= shortestKnown;
    return std::ranges::any_of(doubtfulNames, isName) && value.size() >= leastBits
        && looksDrawn(value);
}

/// From one separator to the next, `begin` being the one before.
std::optional<SessionToken> tokenIn(QByteArrayView bytes, qsizetype begin, qsizetype end)
{
    const QByteArrayView pair = bytes.sliced(begin + 1, end - begin - 1);
    const qsizetype equals = pair.indexOf('=');
    if (equals < 1 || !isToken(pair.first(equals), pair.sliced(equals + 1)))
        return std::nullopt;
    return SessionToken{pair.first(equals).toByteArray().toLower(), begin + 1, pair.size()};
}

/// /(S(4hqa0555fwsecu455xqckv45))/ or /(4hqa0555fwsecu455xqckv45)/
bool isAspSegment(QByteArrayView segment)
{
    if (segment.size() < aspSegment + 2 || segment.size() > longestToken || segment.front() != '('
        || segment.back() != ')')
        return false;
    qsizetype word = 0;
    qsizetype longest = 0;
    for (const char c : segment) {
        word = isDigit(c) || isLetter(c) ? word + 1 : 0;
        longest = std::max(longest, word);
    }
    return longest == aspSegment;
}

} // namespace

std::optional<SessionToken> sessionTokenOf(const Address &address)
{
    const QByteArrayView bytes = address.bytes();
    const QByteArrayView path = address.path();
    const qsizetype pathBegin = path.data() - bytes.data();
    const qsizetype pathEnd = pathBegin + path.size();
    // Path parameters: ";name=value", up to the next ';' or '/'.
    for (qsizetype at = bytes.indexOf(';', pathBegin); at >= 0 && at < pathEnd;
         at = bytes.indexOf(';', at + 1)) {
        qsizetype end = at + 1;
        while (end < pathEnd && bytes[end] != ';' && bytes[end] != '/')
            ++end;
        if (auto token = tokenIn(bytes, at, end))
            return token;
    }
    for (qsizetype at = bytes.indexOf("/(", pathBegin); at >= 0 && at < pathEnd;
         at = bytes.indexOf("/(", at + 1)) {
        const qsizetype slash = bytes.indexOf('/', at + 1);
        const qsizetype end = slash < 0 || slash > pathEnd ? pathEnd : slash;
        if (isAspSegment(bytes.sliced(at + 1, end - at - 1)))
            return SessionToken{{}, at + 1, end - at - 1};
    }
    for (qsizetype at = pathEnd; at < bytes.size();) {
        const qsizetype next = bytes.indexOf('&', at + 1);
        const qsizetype end = next < 0 ? bytes.size() : next;
        if (auto token = tokenIn(bytes, at, end))
            return token;
        at = end;
    }
    return std::nullopt;
}

QByteArray sessionShape(const Address &address, const SessionToken &token)
{
    const QByteArray origin = address.origin();
    if (token.name.isEmpty())
        return origin + "/(*)/*";
    const bool isInPath =
        token.begin < address.path().data() + address.path().size() - address.bytes().constData();
    return origin + (isInPath ? "/*;" : "/*?") + token.name + "=*";
}

QByteArray withoutToken(const Address &address, const SessionToken &token)
{
    const QByteArray &bytes = address.bytes();
    return bytes.first(token.begin) + bytes.sliced(token.begin + token.size);
}

} // namespace gleaner
