// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstring>

namespace gleaner
{

/// Byte classes and comparisons that the web's formats share. All of them know ASCII only, as
/// the standards ask ("ASCII case-insensitive", "ASCII whitespace": Infra, section 4.5 and 4.6).
namespace ascii
{

constexpr bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

constexpr bool isAlpha(char c)
{
    return (c >= 'a' && c <= 'z') || isUpper(c);
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isAlphanumeric(char c)
{
    return isAlpha(c) || isDigit(c);
}

/// TAB, LF, FF, CR and blank. CR counts because we read bytes in which newlines still stand as
/// they were sent.
constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

constexpr char toLower(char c)
{
    return isUpper(c) ? char(c | 0x20) : c;
}

/// The digit's value, or -1.
constexpr int hexValue(char c)
{
    if (isDigit(c)) {
        return c - '0';
    }
    const char lower = toLower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

constexpr QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && isSpace(text.front())) {
        text = text.sliced(1);
    }
    while (!text.isEmpty() && isSpace(text.back())) {
        text.chop(1);
    }
    return text;
}

/// Is the text this lower case word, in whatever case?
constexpr bool equals(QByteArrayView text, QByteArrayView lowerCase)
{
    if (text.size() != lowerCase.size()) {
        return false;
    }
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (toLower(text[i]) != lowerCase[i]) {
            return false;
        }
    }
    return true;
}

constexpr bool startsWith(QByteArrayView text, QByteArrayView lowerCase)
{
    return text.size() >= lowerCase.size() && equals(text.first(lowerCase.size()), lowerCase);
}

constexpr bool endsWith(QByteArrayView text, QByteArrayView lowerCase)
{
    return text.size() >= lowerCase.size() && equals(text.last(lowerCase.size()), lowerCase);
}

/// Calls use(word) for each run of bytes between separators.
template <typename IsSeparator, typename Use>
void forEachWord(QByteArrayView text, IsSeparator isSeparator, Use use)
{
    qsizetype at = 0;
    while (at < text.size()) {
        if (isSeparator(text[at])) {
            ++at;
            continue;
        }
        const qsizetype begin = at;
        while (at < text.size() && !isSeparator(text[at])) {
            ++at;
        }
        use(text.sliced(begin, at - begin));
    }
}

/// Does the list of words, separated by white space or commas, hold this lower case one?
inline bool hasWord(QByteArrayView text, QByteArrayView lowerCase)
{
    bool found = false;
    forEachWord(
        text, [](char c) { return isSpace(c) || c == ','; },
        [&](QByteArrayView word) { found = found || equals(word, lowerCase); });
    return found;
}

/// Are all bytes below 0x80? Eight at a time.
inline bool isAscii(QByteArrayView bytes)
{
    constexpr quint64 highBits = 0x8080808080808080;
    qsizetype at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        quint64 word;
        std::memcpy(&word, bytes.data() + at, 8);
        if (word & highBits) {
            return false;
        }
    }
    for (; at < bytes.size(); ++at) {
        if (quint8(bytes[at]) & 0x80) {
            return false;
        }
    }
    return true;
}

} // namespace ascii
} // namespace gleaner
