// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/charreferences.h"

#include "core/discover/ascii.h"

#include <algorithm>
#include <cstring>

namespace gleaner
{

namespace
{

#include "core/discover/namedreferences.inc"

constexpr char32_t kReplacement = 0xFFFD;

// Section 13.2.5.80: C1 controls are what windows-1252 has there; 0 keeps the number.
constexpr char16_t kC1[32] = {0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6,
    0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
    0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

QByteArrayView referenceName(int index)
{
    const int begin = kReferenceNameBegin[index];
    return QByteArrayView(kReferenceNames + begin, kReferenceNameBegin[index + 1] - begin);
}

QByteArrayView referenceValue(int index)
{
    const int begin = kReferenceValueBegin[index];
    return QByteArrayView(kReferenceValues + begin, kReferenceValueBegin[index + 1] - begin);
}

// The longest name that the text begins with, or -1. Narrows the range of names that share the
// first bytes, one byte at a time; the shortest of a range stands first in it.
int longestName(QByteArrayView text)
{
    int low = 0;
    int high = kNamedReferenceCount;
    int best = -1;
    for (qsizetype depth = 0; low < high; ++depth) {
        if (referenceName(low).size() == depth) {
            best = low++;
        }
        if (depth == text.size()) {
            break;
        }
        const auto byteAt = [depth](int index) { return quint8(referenceName(index)[depth]); };
        const auto wanted = quint8(text[depth]);
        const auto firstNot = [&](auto isBefore) {
            int from = low;
            int to = high;
            while (from < to) {
                const int middle = (from + to) / 2;
                if (isBefore(byteAt(middle))) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from;
        };
        const int begin = firstNot([wanted](quint8 byte) { return byte < wanted; });
        high = firstNot([wanted](quint8 byte) { return byte <= wanted; });
        low = begin;
    }
    return best;
}

qsizetype appendNumeric(QByteArray &out, QByteArrayView raw, qsizetype at)
{
    qsizetype end = at + 2;
    const bool hex = end < raw.size() && ascii::toLower(raw[end]) == 'x';
    end += hex;
    const qsizetype digits = end;
    char32_t number = 0;
    for (; end < raw.size(); ++end) {
        const int digit = ascii::hexValue(raw[end]);
        if (digit < 0 || (!hex && digit > 9)) {
            break;
        }
        number = std::min<char32_t>(number * (hex ? 16 : 10) + char32_t(digit), 0x110000);
    }
    if (end == digits) {
        return 0;
    }
    if (number >= 0x80 && number < 0xA0 && kC1[number - 0x80]) {
        number = kC1[number - 0x80];
    } else if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number < 0xE000)) {
        number = kReplacement;
    }
    appendUtf8(out, number);
    return end + (end < raw.size() && raw[end] == ';') - at;
}

bool isSpecial(char c, bool references, bool nul)
{
    return c == '\r' || (c == '&' && references) || (c == '\0' && nul);
}

qsizetype findSpecial(QByteArrayView raw, qsizetype from, bool references, bool nul)
{
    const char *data = raw.data();
    const qsizetype size = raw.size();
    while (from < size && !isSpecial(data[from], references, nul)) {
        ++from;
    }
    return from;
}

} // namespace

void appendUtf8(QByteArray &out, char32_t c)
{
    if (c < 0x80) {
        out.append(char(c));
    } else if (c < 0x800) {
        out.append(char(0xC0 | (c >> 6))).append(char(0x80 | (c & 0x3F)));
    } else if (c < 0x10000) {
        out.append(char(0xE0 | (c >> 12)))
            .append(char(0x80 | ((c >> 6) & 0x3F)))
            .append(char(0x80 | (c & 0x3F)));
    } else {
        out.append(char(0xF0 | (c >> 18)))
            .append(char(0x80 | ((c >> 12) & 0x3F)))
            .append(char(0x80 | ((c >> 6) & 0x3F)))
            .append(char(0x80 | (c & 0x3F)));
    }
}

qsizetype appendCharReference(QByteArray &out, QByteArrayView raw, qsizetype at, bool inAttribute)
{
    if (at + 1 < raw.size() && raw[at + 1] == '#') {
        return appendNumeric(out, raw, at);
    }
    // All names begin with a letter; most lone ampersands stand before something else.
    const bool maybe = at + 1 < raw.size() && ascii::isAlpha(raw[at + 1]);
    const int name = maybe ? longestName(raw.sliced(at + 1)) : -1;
    if (name < 0) {
        return 0;
    }
    const qsizetype end = at + 1 + referenceName(name).size();
    // For addresses such as "?a=1&copy=2" of old: section 13.2.5.73.
    if (inAttribute && raw[end - 1] != ';' && end < raw.size()
        && (raw[end] == '=' || ascii::isAlphanumeric(raw[end]))) {
        return 0;
    }
    out.append(referenceValue(name));
    return end - at;
}

DecodedText::DecodedText(QByteArrayView raw, HtmlText how)
    : m_raw(raw)
    , m_text(raw)
{
    const bool references =
        how == HtmlText::Attribute || how == HtmlText::Data || how == HtmlText::Rcdata;
    m_hasReferences = references;
    const bool nul = how != HtmlText::Data && how != HtmlText::Cdata;
    qsizetype at = findSpecial(raw, 0, references, nul);
    if (at == raw.size()) {
        return;
    }

    m_copy.reserve(raw.size());
    m_copy.append(raw.first(at));
    while (at < raw.size()) {
        const char c = raw[at];
        qsizetype taken = 1;
        if (c == '&') {
            taken = appendCharReference(m_copy, raw, at, how == HtmlText::Attribute);
            if (taken == 0) {
                m_copy.append('&');
                taken = 1;
            }
        } else if (c == '\0') {
            appendUtf8(m_copy, kReplacement);
        } else {
            m_copy.append('\n');
            taken = at + 1 < raw.size() && raw[at + 1] == '\n' ? 2 : 1;
        }
        at += taken;
        m_pieces.push_back({m_copy.size(), at});
        const qsizetype next = findSpecial(raw, at, references, nul);
        m_copy.append(raw.sliced(at, next - at));
        at = next;
    }
    m_text = m_copy;
}

qsizetype DecodedText::rawOffset(qsizetype offset) const
{
    if (m_pieces.empty() || offset < m_pieces.front().text) {
        m_lastPiece = 0;
        return std::min(offset, m_raw.size());
    }
    while (m_pieces[m_lastPiece].text > offset) {
        --m_lastPiece;
    }
    while (m_lastPiece + 1 < m_pieces.size() && m_pieces[m_lastPiece + 1].text <= offset) {
        ++m_lastPiece;
    }
    const Piece &piece = m_pieces[m_lastPiece];
    return std::min(piece.raw + (offset - piece.text), m_raw.size());
}

} // namespace gleaner
