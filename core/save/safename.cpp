// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/safename.h"

#include "core/save/runninghash.h"
#include "core/url/characterclass.h"
#include "core/url/percentencoding.h"

#include <QList>
#include <QStringDecoder>

#include <algorithm>

namespace gleaner
{

namespace
{

QByteArray escaped(char c)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    const auto byte = uchar(c);
    return QByteArray("%") + digits[byte >> 4] + digits[byte & 15];
}

bool isForbidden(char c)
{
    const auto byte = uchar(c);
    return byte < 0x20 || byte == 0x7f || QByteArrayView("/\\:*?\"<>|").contains(c);
}

/// C1 controls and the marks that turn text around or hide it, in UTF-8.
qsizetype invisibleLength(QByteArrayView text)
{
    const auto at = [&](qsizetype i) { return i < text.size() ? uchar(text[i]) : 0; };
    if (at(0) == 0xC2 && at(1) >= 0x80 && at(1) <= 0x9F)
        return 2;
    if (at(0) == 0xE2 && at(1) == 0x80
        && ((at(2) >= 0x8B && at(2) <= 0x8F) || (at(2) >= 0xA8 && at(2) <= 0xAE)))
        return 3;
    if (at(0) == 0xE2 && at(1) == 0x81 && at(2) >= 0xA0 && at(2) <= 0xAF)
        return 3;
    if (at(0) == 0xD8 && at(1) == 0x9C)
        return 2;
    return at(0) == 0xEF && at(1) == 0xBB && at(2) == 0xBF ? 3 : 0;
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return !decoder.hasError() && !text.isNull();
}

bool isDeviceName(const QByteArray &name)
{
    static const QList<QByteArray> devices{"con", "prn", "aux", "nul", "conin$", "conout$"};
    const qsizetype dot = name.indexOf('.');
    const QByteArray stem = name.left(dot < 0 ? name.size() : dot).trimmed().toLower();
    if (devices.contains(stem))
        return true;
    if (!stem.startsWith("com") && !stem.startsWith("lpt"))
        return false;
    // Windows takes the superscripts of Latin-1 for digits.
    static const QList<QByteArray> superscripts{"\xC2\xB9", "\xC2\xB2", "\xC2\xB3"};
    const QByteArray number = stem.mid(3);
    return (number.size() == 1 && number[0] >= '0' && number[0] <= '9')
        || superscripts.contains(number);
}

constexpr qsizetype markLength = 9;

QByteArray mark(QByteArrayView source)
{
    return '~' + sha256Of(source).toHex().left(markLength - 1);
}

/// A site's own "name~1a2b3c4d.html" must not meet a name that we have marked.
QByteArray withoutMarks(const QByteArray &name)
{
    QByteArray result = name;
    for (qsizetype at = result.lastIndexOf('~'); at >= 0;
         at = at > 0 ? result.lastIndexOf('~', at - 1) : -1) {
        const QByteArray digits = result.mid(at + 1, markLength - 1);
        const qsizetype end = at + markLength;
        const bool isMark = digits.size() == markLength - 1
            && (end == result.size() || result[end] == '.')
            && std::ranges::all_of(digits, [](char c) {
                   return CharacterClass::hexValue(c) >= 0 && c == CharacterClass::toLower(c);
               });
        if (isMark)
            result.replace(at, 1, escaped('~'));
    }
    return result;
}

QByteArray shortened(const QByteArray &name)
{
    if (name.size() <= longestSegment)
        return name;
    const qsizetype dot = name.lastIndexOf('.');
    const bool hasExtension = dot > 0 && name.size() - dot <= 16;
    const QByteArray extension = hasExtension ? name.mid(dot) : QByteArray();
    qsizetype length = longestSegment - extension.size() - markLength;
    // Not within a character, and not within an escape.
    while (length > 0 && (uchar(name[length]) & 0xC0) == 0x80)
        --length;
    if (const qsizetype escape = name.lastIndexOf('%', length - 1); escape > length - 3)
        length = escape;
    return name.left(length) + mark(name) + extension;
}

/// What stays as it is wherever it stands.
bool isHarmless(char c)
{
    return CharacterClass::isAlpha(c) || CharacterClass::isDigit(c)
        || CharacterClass::oneOf(c, "-._");
}

QByteArray spelled(const QByteArray &encoded)
{
    const QByteArray decoded = percentDecoded(encoded);
    QByteArray name;
    if (!isUtf8(decoded)) {
        // Kept as it was sent: two names that are not UTF-8 must not become one.
        for (const char c : encoded)
            name += isForbidden(c) || uchar(c) > 0x7e ? escaped(c) : QByteArray(1, c);
    } else {
        for (qsizetype i = 0; i < decoded.size();) {
            const qsizetype hidden = invisibleLength(QByteArrayView(decoded).sliced(i));
            const qsizetype length = std::max<qsizetype>(hidden, 1);
            for (qsizetype j = i; j < i + length; ++j) {
                const char c = decoded[j];
                // A literal percent sign stays escaped, or "%2F" and "%252F" would meet.
                name += hidden || isForbidden(c) || c == '%' ? escaped(c) : QByteArray(1, c);
            }
            i += length;
        }
    }
    return withoutMarks(name);
}

} // namespace

QByteArray safeName(QByteArrayView encodedSegment)
{
    // Most names: spelling those out is a tenth of what a small file costs the crawl thread.
    QByteArray name = std::ranges::all_of(encodedSegment, isHarmless)
        ? encodedSegment.toByteArray()
        : spelled(encodedSegment.toByteArray());
    if (name.isEmpty())
        return name;
    if (name.front() == '.' || name.front() == '-' || name.front() == '+' || name.front() == ' '
        || isDeviceName(name))
        name = escaped(name.front()) + name.mid(1);
    if (name.back() == '.' || name.back() == ' ')
        name = name.chopped(1) + escaped(name.back());
    // Only what is unfinished is called so, and a part file's name can be nobody's final one.
    if (name.last(std::min<qsizetype>(5, name.size())).toLower() == ".part")
        name = name.chopped(5) + escaped('.') + name.last(4);
    return shortened(name);
}

QByteArray safeFileName(const QString &name)
{
    const qsizetype slash = std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\'));
    QByteArray last = name.mid(slash + 1).toUtf8();
    if (std::ranges::all_of(last, [](char c) { return c == '.' || c == ' '; }))
        return {};
    return safeName(last.replace('%', "%25"));
}

QByteArray marked(const QByteArray &name, QByteArrayView source)
{
    const qsizetype dot = name.lastIndexOf('.');
    const qsizetype stem = dot > 0 ? dot : name.size();
    return name.left(stem) + mark(source) + name.mid(stem);
}

QByteArray spareName(const QByteArray &markedName)
{
    return marked(markedName, markedName);
}

std::optional<QByteArray> withoutSpareMark(const QByteArray &spare)
{
    // Where marked() has put it: an extension may have a mark in it, too.
    const qsizetype dot = spare.lastIndexOf('.');
    const qsizetype at = (dot > 0 ? dot : spare.size()) - markLength;
    if (at < 0)
        return std::nullopt;
    const QByteArray name = spare.left(at) + spare.mid(at + markLength);
    return spareName(name) == spare ? std::optional(name) : std::nullopt;
}

} // namespace gleaner
