// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <algorithm>

namespace gleaner
{

// Words and numbers in ASCII text: what several readers of addresses and pages share.

inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
inline char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}
inline bool isLetter(char c)
{
    return lowered(c) >= 'a' && lowered(c) <= 'z';
}
inline bool isHexDigit(char c)
{
    return isDigit(c) || (lowered(c) >= 'a' && lowered(c) <= 'f');
}

/// The digits at the beginning.
inline QByteArrayView digitsAt(QByteArrayView text)
{
    const auto end = std::ranges::find_if_not(text, isDigit);
    return text.first(end - text.begin());
}

/// The letters and digits that begin there.
inline QByteArrayView wordAt(QByteArrayView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && (isDigit(text[end]) || isLetter(text[end])))
        ++end;
    return text.sliced(at, end - at);
}

/// What digits say; of very many the last 19.
inline quint64 numberOf(QByteArrayView digits)
{
    quint64 number = 0;
    for (const char c : digits)
        number = number * 10 + quint64(c - '0');
    return number;
}

/// How often letters follow digits or the other way round: once in "page12", often in a token.
inline int changesOfKind(QByteArrayView word)
{
    int changes = 0;
    for (qsizetype i = 1; i < word.size(); ++i)
        changes += isDigit(word[i]) != isDigit(word[i - 1]) ? 1 : 0;
    return changes;
}

/// 64 bits of a text, the same in every run and on every machine (FNV-1a).
inline quint64 stableHash(QByteArrayView text)
{
    quint64 hash = 0xCBF29CE484222325u;
    for (const char c : text)
        hash = (hash ^ quint8(c)) * 0x100000001B3u;
    return hash;
}

} // namespace gleaner
