// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/ipv4.h"

#include "core/url/characterclass.h"

#include <QByteArray>

#include <algorithm>

namespace gleaner
{

namespace
{

using CharacterClass::hexValue;
using CharacterClass::isDigit;

bool allDigits(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return isDigit(c); });
}

/// Saturates far above any address, so that a number of any length costs no more than its bytes.
std::optional<quint64> parseIpv4Number(QByteArrayView text)
{
    constexpr quint64 tooLarge = quint64(1) << 40;
    if (text.isEmpty()) {
        return std::nullopt;
    }
    int base = 10;
    if (text.size() >= 2 && text[0] == '0') {
        const bool hexadecimal = CharacterClass::toLower(text[1]) == 'x';
        base = hexadecimal ? 16 : 8;
        text = text.sliced(hexadecimal ? 2 : 1);
    }
    quint64 value = 0;
    for (const char c : text) {
        const int digit = hexValue(c);
        if (digit < 0 || digit >= base) {
            return std::nullopt;
        }
        value = std::min(value * quint64(base) + quint64(digit), tooLarge);
    }
    return value;
}

QByteArrayView withoutLastDot(QByteArrayView host)
{
    return host.endsWith('.') ? host.chopped(1) : host;
}

} // namespace

bool endsInNumber(QByteArrayView host)
{
    host = withoutLastDot(host);
    const QByteArrayView last = host.sliced(host.lastIndexOf('.') + 1);
    return !last.isEmpty() && isDigit(last[0]) && (allDigits(last) || parseIpv4Number(last));
}

std::optional<quint32> parseIpv4(QByteArrayView host)
{
    host = withoutLastDot(host);
    quint64 address = 0;
    for (int shift = 24;; shift -= 8) {
        const qsizetype dot = host.indexOf('.');
        const auto number = parseIpv4Number(dot < 0 ? host : host.first(dot));
        if (!number || shift < 0) {
            return std::nullopt;
        }
        if (dot < 0) {
            // The last number fills every byte that is left.
            const quint64 end = quint64(1) << (shift + 8);
            return *number < end ? std::optional(quint32(address | *number)) : std::nullopt;
        }
        if (*number > 255) {
            return std::nullopt;
        }
        address |= *number << shift;
        host = host.sliced(dot + 1);
    }
}

void appendIpv4(QByteArray &out, quint32 address)
{
    for (int shift = 24; shift >= 0; shift -= 8) {
        out.append(QByteArray::number((address >> shift) & 0xFF));
        if (shift > 0) {
            out.append('.');
        }
    }
}

} // namespace gleaner
