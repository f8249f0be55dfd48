// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/ascii.h"
#include "core/discover/charreferences.h"
#include "core/discover/charset.h"
#include "core/discover/converter.h"

#include <cstring>
#include <memory>

namespace gleaner
{

namespace
{

bool is(CharsetName charset, const char *name)
{
    return std::strcmp(charset, name) == 0;
}

bool isAsciiCompatible(CharsetName charset)
{
    return std::strncmp(charset, "UTF-16", 6) != 0 && !is(charset, "ISO-2022-JP");
}

// From 0xA0 on; ICU has no converter for it.
constexpr char16_t kIso8859Part16[96] = {
    0x00A0,
    0x0104,
    0x0105,
    0x0141,
    0x20AC,
    0x201E,
    0x0160,
    0x00A7,
    0x0161,
    0x00A9,
    0x0218,
    0x00AB,
    0x0179,
    0x00AD,
    0x017A,
    0x017B,
    0x00B0,
    0x00B1,
    0x010C,
    0x0142,
    0x017D,
    0x201D,
    0x00B6,
    0x00B7,
    0x017E,
    0x010D,
    0x0219,
    0x00BB,
    0x0152,
    0x0153,
    0x0178,
    0x017C,
    0x00C0,
    0x00C1,
    0x00C2,
    0x0102,
    0x00C4,
    0x0106,
    0x00C6,
    0x00C7,
    0x00C8,
    0x00C9,
    0x00CA,
    0x00CB,
    0x00CC,
    0x00CD,
    0x00CE,
    0x00CF,
    0x0110,
    0x0143,
    0x00D2,
    0x00D3,
    0x00D4,
    0x0150,
    0x00D6,
    0x015A,
    0x0170,
    0x00D9,
    0x00DA,
    0x00DB,
    0x00DC,
    0x0118,
    0x021A,
    0x00DF,
    0x00E0,
    0x00E1,
    0x00E2,
    0x0103,
    0x00E4,
    0x0107,
    0x00E6,
    0x00E7,
    0x00E8,
    0x00E9,
    0x00EA,
    0x00EB,
    0x00EC,
    0x00ED,
    0x00EE,
    0x00EF,
    0x0111,
    0x0144,
    0x00F2,
    0x00F3,
    0x00F4,
    0x0151,
    0x00F6,
    0x015B,
    0x0171,
    0x00F9,
    0x00FA,
    0x00FB,
    0x00FC,
    0x0119,
    0x021B,
    0x00FF,
};

QByteArray fromIso8859Part16(QByteArrayView bytes)
{
    QByteArray out;
    out.reserve(bytes.size());
    for (const char c : bytes) {
        appendUtf8(out, iso8859Part16(quint8(c)));
    }
    return out;
}

QByteArray fromUserDefined(QByteArrayView bytes)
{
    QByteArray out;
    out.reserve(bytes.size());
    for (const char c : bytes) {
        appendUtf8(out, quint8(c) < 0x80 ? char32_t(c) : 0xF780 + char32_t(quint8(c) - 0x80));
    }
    return out;
}

QByteArray converted(QByteArrayView bytes, CharsetName charset)
{
    const Converter from = openConverter(charset);
    const Converter to = openConverter("UTF-8");
    if (!from || !to) {
        return bytes.toByteArray();
    }
    QByteArray out;
    out.reserve(bytes.size() + bytes.size() / 4 + 64);
    // In pieces, so that memory follows what comes out and not the worst that could.
    constexpr int pieceSize = 1 << 16;
    const auto piece = std::make_unique<char[]>(pieceSize);
    constexpr int pivotSize = 4096;
    UChar pivot[pivotSize];
    UChar *pivotSource = pivot;
    UChar *pivotTarget = pivot;
    const char *source = bytes.data();
    const char *end = source + bytes.size();
    UErrorCode error = U_BUFFER_OVERFLOW_ERROR;
    bool reset = true;
    while (error == U_BUFFER_OVERFLOW_ERROR) {
        error = U_ZERO_ERROR;
        char *target = piece.get();
        ucnv_convertEx(to.get(), from.get(), &target, piece.get() + pieceSize, &source, end, pivot,
            &pivotSource, &pivotTarget, pivot + pivotSize, reset, true, &error);
        out.append(piece.get(), target - piece.get());
        reset = false;
    }
    return out;
}

} // namespace

char16_t iso8859Part16(quint8 byte)
{
    return byte < 0xA0 ? byte : kIso8859Part16[byte - 0xA0];
}

Converter openConverter(CharsetName charset)
{
    // Where ICU's converter of that name is not the web's.
    const char *name = is(charset, "Big5") ? "Big5-HKSCS"
        : is(charset, "EUC-KR")            ? "windows-949"
        : is(charset, "GBK")               ? "gb18030"
        : is(charset, "ISO-8859-8-I")      ? "ISO-8859-8"
        : is(charset, "Shift_JIS")         ? "windows-31j"
                                           : charset;
    UErrorCode error = U_ZERO_ERROR;
    Converter converter(ucnv_open(name, &error));
    return U_SUCCESS(error) ? std::move(converter) : nullptr;
}

QByteArray toUtf8(const QByteArray &bytes, CharsetName charset)
{
    if (is(charset, "replacement")) {
        return {};
    }
    if (is(charset, "UTF-8")) {
        return bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
    }
    if (isAsciiCompatible(charset) && ascii::isAscii(bytes)) {
        return bytes;
    }
    if (is(charset, "x-user-defined")) {
        return fromUserDefined(bytes);
    }
    if (is(charset, "ISO-8859-16")) {
        return fromIso8859Part16(bytes);
    }
    const bool hasMark = charsetOfMark(bytes) && is(charsetOfMark(bytes), charset);
    return converted(QByteArrayView(bytes).sliced(hasMark ? 2 : 0), charset);
}

} // namespace gleaner
