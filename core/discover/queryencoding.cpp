// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/charset.h"
#include "core/discover/converter.h"

#include <QString>

#include <cstring>
#include <optional>

// How pages in legacy charsets write queries: the encoders of the Encoding standard, sections 9 to
// 14, where they are not ICU's, and "percent-encode after encoding" of the URL standard,
// section 1.3.

namespace gleaner
{

namespace
{

bool is(CharsetName charset, const char *name)
{
    return std::strcmp(charset, name) == 0;
}

bool isJapanese(CharsetName charset)
{
    return is(charset, "Shift_JIS") || is(charset, "EUC-JP") || is(charset, "ISO-2022-JP");
}

/// For what the charset lacks.
void appendNumber(QByteArray &out, char32_t c)
{
    out.append("%26%23").append(QByteArray::number(uint(c))).append("%3B");
}

/// Half-width katakana become full-width in ISO-2022-JP (section 12.2.2).
char32_t fullWidth(char32_t c)
{
    if (c == 0xFF9E || c == 0xFF9F) {
        return c == 0xFF9E ? 0x309B : 0x309C;
    }
    return QString(QChar(char16_t(c))).normalized(QString::NormalizationForm_KC).front().unicode();
}

/// The bytes of a character beyond ASCII that the web's encoder treats in its own way, empty if it
/// lacks it; nothing where ICU does as the web does. May put another character in its place.
std::optional<QByteArray> webEncoded(CharsetName charset, char32_t &c)
{
    if (is(charset, "x-user-defined")) {
        return c >= 0xF780 && c <= 0xF7FF ? QByteArray(1, char(c - 0xF780 + 0x80)) : QByteArray();
    }
    if (is(charset, "ISO-8859-16")) {
        for (int byte = 0x80; byte < 0x100; ++byte) {
            if (iso8859Part16(quint8(byte)) == c) {
                return QByteArray(1, char(byte));
            }
        }
        return QByteArray();
    }
    if (isJapanese(charset)) {
        const bool isStateful = is(charset, "ISO-2022-JP");
        if (!isStateful && (c == 0xA5 || c == 0x203E)) {
            return QByteArray(1, c == 0xA5 ? '\\' : '~');
        }
        c = c == 0x2212 ? 0xFF0D : isStateful && c >= 0xFF61 && c <= 0xFF9F ? fullWidth(c) : c;
    } else if (is(charset, "GBK") && c == 0x20AC) {
        return QByteArray(1, char(0x80));
    } else if ((is(charset, "GBK") || is(charset, "gb18030")) && c == 0xE5E5) {
        return QByteArray();
    }
    return std::nullopt;
}

bool isUnlikeIcu(CharsetName charset)
{
    return isJapanese(charset) || is(charset, "GBK") || is(charset, "gb18030")
        || is(charset, "x-user-defined") || is(charset, "ISO-8859-16");
}

/// False if the charset lacks it.
bool appendIcuEncoded(QByteArray &out, UConverter *converter, char32_t c, int mostBytes)
{
    UChar units[2] = {UChar(c), 0};
    if (c >= 0x10000) {
        units[0] = QChar::highSurrogate(c);
        units[1] = QChar::lowSurrogate(c);
    }
    char bytes[32];
    UErrorCode error = U_ZERO_ERROR;
    const int size =
        ucnv_fromUChars(converter, bytes, sizeof bytes, units, c < 0x10000 ? 1 : 2, &error);
    if (U_FAILURE(error) || size <= 0 || size > mostBytes) {
        return false;
    }
    out.append(bytes, size);
    return true;
}

} // namespace

QueryEncoder queryEncoderFor(CharsetName charset)
{
    // "Get an output encoding": section 4.3.
    if (is(charset, "UTF-8") || is(charset, "replacement")
        || std::strncmp(charset, "UTF-16", 6) == 0) {
        return {};
    }
    const std::shared_ptr<UConverter> converter(openConverter(charset));
    if (converter) {
        UErrorCode error = U_ZERO_ERROR;
        ucnv_setFromUCallBack(
            converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    }
    const bool unlikeIcu = isUnlikeIcu(charset);
    const bool isStateful = is(charset, "ISO-2022-JP");
    // What takes four bytes in gb18030 is none of GBK's.
    const int mostBytes = is(charset, "GBK") ? 2 : 32;
    return [=](QByteArrayView query) {
        QByteArray out;
        for (const char32_t asked : QString::fromUtf8(query).toUcs4()) {
            if (isStateful && (asked == 0x0E || asked == 0x0F || asked == 0x1B)) {
                appendNumber(out, QChar::ReplacementCharacter);
                continue;
            }
            if (asked < 0x80) {
                out.append(char(asked));
                continue;
            }
            char32_t c = asked;
            const std::optional<QByteArray> own = unlikeIcu ? webEncoded(charset, c) : std::nullopt;
            if (own && !own->isEmpty()) {
                out.append(*own);
            } else if (own || !converter || !appendIcuEncoded(out, converter.get(), c, mostBytes)) {
                appendNumber(out, asked);
            }
        }
        return out;
    };
}

} // namespace gleaner
