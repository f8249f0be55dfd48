// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <string_view>

namespace gleaner
{

/// What the URL Standard says of each byte, as bits of one table: the percent-encode sets
/// (section 1.3), the forbidden host and domain code points (3.1), and more. Bytes from 0x80 up are
/// in every percent-encode set.
namespace CharacterClass
{

inline constexpr quint8 EncodeInOpaque = 1; ///< the C0 control percent-encode set
inline constexpr quint8 EncodeInQuery = 2;
inline constexpr quint8 EncodeInSpecialQuery = 4;
inline constexpr quint8 EncodeInPath = 8;
inline constexpr quint8 ForbiddenInHost = 16;
inline constexpr quint8 ForbiddenInDomain = 32;
inline constexpr quint8 Unclean = 64; ///< TAB, LF, CR, or not ASCII
inline constexpr quint8 SchemePart = 128;

constexpr bool oneOf(int c, std::string_view set)
{
    return set.find(char(c)) != std::string_view::npos;
}

constexpr bool isAlpha(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr bool isDigit(int c)
{
    return c >= '0' && c <= '9';
}

constexpr quint8 classify(int c)
{
    const bool opaque = c <= 0x1F || c > 0x7E;
    const bool query = opaque || oneOf(c, " \"#<>");
    const bool forbiddenHost = oneOf(c, {"\0\t\n\r #/:<>?@[\\]^|", 17});
    const bool forbiddenDomain = forbiddenHost || c <= 0x1F || c == '%' || c == 0x7F;
    return quint8((opaque ? EncodeInOpaque : 0) | (query ? EncodeInQuery : 0)
        | (query || c == '\'' ? EncodeInSpecialQuery : 0)
        | (query || oneOf(c, "?^`{}") ? EncodeInPath : 0) | (forbiddenHost ? ForbiddenInHost : 0)
        | (forbiddenDomain ? ForbiddenInDomain : 0) | (oneOf(c, "\t\n\r") || c > 0x7F ? Unclean : 0)
        | (isAlpha(c) || isDigit(c) || oneOf(c, "+-.") ? SchemePart : 0));
}

inline constexpr auto Table = [] {
    std::array<quint8, 256> table{};
    for (int c = 0; c < 256; ++c) {
        table[size_t(c)] = classify(c);
    }
    return table;
}();

inline bool has(char c, quint8 bits)
{
    return Table[quint8(c)] & bits;
}

constexpr char toLower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

constexpr int hexValue(char c)
{
    return isDigit(c) ? c - '0' : !isAlpha(c) ? -1 : toLower(c) > 'f' ? -1 : toLower(c) - 'a' + 10;
}

} // namespace CharacterClass
} // namespace gleaner
