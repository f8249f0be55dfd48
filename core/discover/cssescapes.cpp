// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/ascii.h"
#include "core/discover/charreferences.h"
#include "core/discover/csstokenizer.h"

namespace gleaner
{

bool hasCssEscape(QByteArrayView raw)
{
    for (const char c : raw) {
        if (c == '\\' || c == '\0') {
            return true;
        }
    }
    return false;
}

QByteArray unescapedCss(QByteArrayView raw)
{
    QByteArray out;
    out.reserve(raw.size());
    qsizetype at = 0;
    while (at < raw.size()) {
        const char c = raw[at++];
        if (c == '\0') {
            appendUtf8(out, 0xFFFD);
            continue;
        }
        if (c != '\\') {
            out.append(c);
            continue;
        }
        if (at == raw.size()) {
            appendUtf8(out, 0xFFFD);
            break;
        }
        if (raw.sliced(at).startsWith("\r\n")) {
            at += 2;
            continue;
        }
        if (raw[at] == '\n' || raw[at] == '\r' || raw[at] == '\f') {
            ++at;
            continue;
        }
        if (ascii::hexValue(raw[at]) < 0) {
            // The backslash only shields what follows; a NUL is replaced by the loop.
            if (raw[at] != '\0') {
                out.append(raw[at++]);
            }
            continue;
        }
        char32_t number = 0;
        for (int digits = 0; digits < 6 && at < raw.size() && ascii::hexValue(raw[at]) >= 0;
             ++digits) {
            number = number * 16 + char32_t(ascii::hexValue(raw[at++]));
        }
        const bool isScalar =
            number > 0 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
        appendUtf8(out, isScalar ? number : 0xFFFD);
        if (raw.sliced(at).startsWith("\r\n")) {
            at += 2;
        } else if (at < raw.size() && ascii::isSpace(raw[at])) {
            ++at;
        }
    }
    return out;
}

} // namespace gleaner
