// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/utf8.h"

namespace gleaner
{

namespace
{

struct Sequence {
    qsizetype length; ///< bytes to take: a whole character, or what must be replaced as one
    bool valid;
};

bool isWithin(char byte, quint8 low, quint8 high)
{
    return quint8(byte) >= low && quint8(byte) <= high;
}

Sequence firstSequence(QByteArrayView text)
{
    const auto lead = quint8(text[0]);
    if (lead < 0x80) {
        return {1, true};
    }
    if (lead < 0xC2 || lead > 0xF4) {
        return {1, false};
    }
    const qsizetype length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    // The second byte's range rules out overlong forms, surrogates and what lies past U+10FFFF.
    const quint8 low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const quint8 high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (text.size() < 2 || !isWithin(text[1], low, high)) {
        return {1, false};
    }
    for (qsizetype i = 2; i < length; ++i) {
        if (i == text.size() || !isWithin(text[i], 0x80, 0xBF)) {
            return {i, false};
        }
    }
    return {length, true};
}

} // namespace

QByteArray repairedUtf8(QByteArrayView text)
{
    QByteArray repaired;
    repaired.reserve(text.size() + 16);
    while (!text.isEmpty()) {
        const auto [length, valid] = firstSequence(text);
        repaired.append(valid ? text.first(length) : QByteArrayView("\xEF\xBF\xBD"));
        text = text.sliced(length);
    }
    return repaired;
}

} // namespace gleaner
