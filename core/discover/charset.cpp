// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/charset.h"

#include "core/discover/ascii.h"
#include "core/discover/mimetype.h"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace gleaner
{

namespace
{

struct CharsetLabel {
    const char *label;
    CharsetName name;
};

#include "core/discover/charsetlabels.inc"

constexpr CharsetName Utf8 = "UTF-8";

CharsetName charsetOfHeader(QByteArrayView contentType)
{
    const std::optional<MimeType> type = MimeType::parse(contentType);
    return type ? charsetForLabel(type->parameter("charset")) : nullptr;
}

bool isUtf16(CharsetName charset)
{
    return std::strncmp(charset, "UTF-16", 6) == 0;
}

// The text between a quote that stands at `from` or later and the next one like it.
QByteArrayView quotedAfter(QByteArrayView text, qsizetype from)
{
    qsizetype open = from;
    while (open < text.size() && text[open] != '"' && text[open] != '\'') {
        ++open;
    }
    const qsizetype close = open < text.size() ? text.indexOf(text[open], open + 1) : -1;
    return close < 0 ? QByteArrayView() : text.sliced(open + 1, close - open - 1);
}

} // namespace

CharsetName charsetForLabel(QByteArrayView label)
{
    const QByteArray wanted = ascii::trimmed(label).toByteArray().toLower();
    const auto found = std::lower_bound(std::begin(kCharsetLabels), std::end(kCharsetLabels),
        wanted, [](const CharsetLabel &row, const QByteArray &text) {
            return QByteArrayView(row.label, qstrlen(row.label)) < QByteArrayView(text);
        });
    return found != std::end(kCharsetLabels) && wanted == found->label ? found->name : nullptr;
}

CharsetName charsetOfMark(QByteArrayView bytes)
{
    return bytes.startsWith("\xEF\xBB\xBF") ? Utf8
        : bytes.startsWith("\xFE\xFF")      ? "UTF-16BE"
        : bytes.startsWith("\xFF\xFE")      ? "UTF-16LE"
                                            : nullptr;
}

CharsetName charsetOfHtml(QByteArrayView bytes, QByteArrayView contentType)
{
    if (const CharsetName charset = charsetOfMark(bytes)) {
        return charset;
    }
    if (const CharsetName charset = charsetOfHeader(contentType)) {
        return charset;
    }
    if (const CharsetName charset = charsetOfMeta(bytes)) {
        return charset;
    }
    if (ascii::isAscii(bytes)) {
        return Utf8;
    }
    if (const CharsetName charset = charsetOfAnyMeta(bytes)) {
        return charset;
    }
    return bytes.isValidUtf8() ? Utf8 : "windows-1252";
}

CharsetName charsetOfCss(QByteArrayView bytes, QByteArrayView contentType)
{
    if (const CharsetName charset = charsetOfMark(bytes)) {
        return charset;
    }
    if (const CharsetName charset = charsetOfHeader(contentType)) {
        return charset;
    }
    const QByteArrayView head = bytes.first(std::min<qsizetype>(bytes.size(), 1024));
    if (!head.startsWith("@charset \"")) {
        return Utf8;
    }
    const qsizetype end = head.indexOf("\";", 10);
    const CharsetName charset = end < 0 ? nullptr : charsetForLabel(head.sliced(10, end - 10));
    return !charset || isUtf16(charset) ? Utf8 : charset;
}

CharsetName charsetOfXml(QByteArrayView bytes, QByteArrayView contentType)
{
    if (const CharsetName charset = charsetOfMark(bytes)) {
        return charset;
    }
    if (const CharsetName charset = charsetOfHeader(contentType)) {
        return charset;
    }
    const QByteArrayView head = bytes.first(std::min<qsizetype>(bytes.size(), 1024));
    if (head.startsWith(QByteArrayView("<\0?\0", 4))) {
        return "UTF-16LE";
    }
    if (head.startsWith(QByteArrayView("\0<\0?", 4))) {
        return "UTF-16BE";
    }
    const qsizetype end = head.startsWith("<?xml") ? head.indexOf("?>") : -1;
    const qsizetype encoding = end < 0 ? -1 : head.first(end).indexOf("encoding");
    const CharsetName charset =
        encoding < 0 ? nullptr : charsetForLabel(quotedAfter(head.first(end), encoding));
    return !charset || isUtf16(charset) ? Utf8 : charset;
}

} // namespace gleaner
