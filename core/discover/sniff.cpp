// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/sniff.h"

#include "core/discover/ascii.h"

#include <algorithm>

namespace gleaner
{

namespace
{

// The "resource header": section 5.2.
constexpr qsizetype mostRead = 1445;

struct Signature {
    QByteArrayView bytes;
    qsizetype offset = 0;
};

// The patterns of sections 6.1 to 6.4. What stands between the two halves of RIFF and FORM files,
// their length, does not matter.
constexpr Signature kSignatures[] = {
    {{"\x00\x00\x01\x00", 4}}, // Windows icon
    {{"\x00\x00\x02\x00", 4}}, // Windows cursor
    {{"BM", 2}},
    {{"GIF87a", 6}},
    {{"GIF89a", 6}},
    {{"WEBPVP", 6}, 8},
    {{"\x89PNG\r\n\x1A\n", 8}},
    {{"\xFF\xD8\xFF", 3}}, // JPEG
    {{"AIFF", 4}, 8},
    {{"AVI ", 4}, 8},
    {{"WAVE", 4}, 8},
    {{"ID3", 3}}, // MP3
    {{"OggS\0", 5}},
    {{"MThd\0\0\0\6", 8}},
    {{"ftyp", 4}, 4}, // MP4
    {{"\x1A\x45\xDF\xA3", 4}}, // WebM
    {{"\x00\x01\x00\x00", 4}}, // TrueType
    {{"OTTO", 4}},
    {{"ttcf", 4}},
    {{"wOFF", 4}},
    {{"wOF2", 4}},
    {{"\x1F\x8B\x08", 3}}, // gzip
    {{"PK\3\4", 4}},
    {{"Rar \x1A\x07\x00", 7}},
    {{"Rar!\x1A\x07", 6}},
    {{"7z\xBC\xAF\x27\x1C", 6}},
    {{"\xFD"
      "7zXZ\0",
        6}},
    {{"\x7F"
      "ELF",
        4}},
};

bool isBinaryByte(char c)
{
    const auto byte = quint8(c);
    return byte <= 0x08 || byte == 0x0B || (byte >= 0x0E && byte <= 0x1F && byte != 0x1B);
}

} // namespace

bool startsAsHtml(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && ascii::isSpace(bytes.front())) {
        bytes = bytes.sliced(1);
    }
    if (bytes.startsWith("<!--")) {
        return true;
    }
    for (const char *tag : {"<!doctype html", "<html", "<head", "<script", "<iframe", "<h1", "<div",
             "<font", "<table", "<a", "<style", "<title", "<b", "<body", "<br", "<p"}) {
        const auto size = qsizetype(qstrlen(tag));
        if (bytes.size() > size && ascii::startsWith(bytes, QByteArrayView(tag, size))
            && (bytes[size] == ' ' || bytes[size] == '>')) {
            return true;
        }
    }
    return false;
}

bool looksBinary(QByteArrayView bytes)
{
    if (bytes.startsWith("%PDF-")) {
        return true;
    }
    const QByteArrayView head = bytes.first(std::min(bytes.size(), mostRead));
    const bool signedAsSuch = std::any_of(
        std::begin(kSignatures), std::end(kSignatures), [head](const Signature &signature) {
            return head.size() >= signature.offset
                && head.sliced(signature.offset).startsWith(signature.bytes);
        });
    return signedAsSuch && std::any_of(head.begin(), head.end(), isBinaryByte);
}

} // namespace gleaner
