// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/percentencoding.h"

#include "core/url/characterclass.h"

namespace gleaner
{

void appendPercentEncoded(QByteArray &out, QByteArrayView text, quint8 set)
{
    constexpr char hex[] = "0123456789ABCDEF";
    const char *plain = text.begin();
    for (const char *p = text.begin(); p != text.end(); ++p) {
        if (!CharacterClass::has(*p, set)) {
            continue;
        }
        const auto byte = quint8(*p);
        const char escape[] = {'%', hex[byte >> 4], hex[byte & 15]};
        out.append(QByteArrayView(plain, p));
        out.append(QByteArrayView(escape, 3));
        plain = p + 1;
    }
    out.append(QByteArrayView(plain, text.end()));
}

QByteArray percentDecoded(QByteArrayView text)
{
    QByteArray decoded;
    decoded.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool room = text.size() - i > 2;
        const int high = room ? CharacterClass::hexValue(text[i + 1]) : -1;
        const int low = room ? CharacterClass::hexValue(text[i + 2]) : -1;
        if (text[i] == '%' && high >= 0 && low >= 0) {
            decoded.append(char(high * 16 + low));
            i += 2;
        } else {
            decoded.append(text[i]);
        }
    }
    return decoded;
}

} // namespace gleaner
