// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/sourceoffsets.h"

#include "core/discover/converter.h"

#include <cstring>

namespace gleaner
{

namespace
{

bool is(CharsetName charset, const char *name)
{
    return std::strcmp(charset, name) == 0;
}

bool isUtf16(CharsetName charset)
{
    return std::strncmp(charset, "UTF-16", 6) == 0;
}

qsizetype utf8Length(UChar32 c)
{
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

/// Steps through a body's characters: where each begins, and how long it is in the decoded text.
class CharacterWalk
{
public:
    CharacterWalk(QByteArrayView bytes, CharsetName charset)
        : m_isOurs(is(charset, "x-user-defined") || is(charset, "ISO-8859-16"))
        , m_isUserDefined(is(charset, "x-user-defined"))
        , m_converter(m_isOurs ? nullptr : openConverter(charset))
        , m_begin(bytes.data())
        , m_at(bytes.data())
        , m_end(bytes.data() + bytes.size())
    {
        const CharsetName mark = charsetOfMark(bytes);
        if (mark && is(mark, charset))
            m_at += isUtf16(charset) ? 2 : 3;
    }

    qsizetype at() const { return m_at - m_begin; }
    /// The next character's length in UTF-8; 0 at the end, or where it cannot be told.
    qsizetype next()
    {
        if (m_at == m_end)
            return 0;
        if (m_isOurs) {
            const auto byte = quint8(*m_at++);
            return byte < 0x80 ? 1 : m_isUserDefined ? 3 : utf8Length(iso8859Part16(byte));
        }
        if (!m_converter)
            return 0;
        UErrorCode error = U_ZERO_ERROR;
        const UChar32 c = ucnv_getNextUChar(m_converter.get(), &m_at, m_end, &error);
        return U_SUCCESS(error) ? utf8Length(c) : 0;
    }

private:
    const bool m_isOurs;
    const bool m_isUserDefined;
    const Converter m_converter;
    const char *const m_begin;
    const char *m_at;
    const char *const m_end;
};

QByteArray encoded(const QByteArray &ascii, CharsetName charset)
{
    if (!isUtf16(charset))
        return ascii;
    QByteArray wide(2 * ascii.size(), '\0');
    const qsizetype low = is(charset, "UTF-16BE") ? 1 : 0;
    for (qsizetype i = 0; i < ascii.size(); ++i)
        wide[2 * i + low] = ascii[i];
    return wide;
}

std::optional<std::vector<Edit>> walkedEdits(
    QByteArrayView bytes, CharsetName charset, const std::vector<Edit> &textEdits)
{
    std::vector<Edit> edits;
    edits.reserve(textEdits.size());
    CharacterWalk walk(bytes, charset);
    qsizetype text = 0;
    const auto reaches = [&](qsizetype offset) {
        while (text < offset) {
            const qsizetype length = walk.next();
            if (length == 0)
                return false;
            text += length;
        }
        return text == offset;
    };
    for (const Edit &edit : textEdits) {
        if (!reaches(edit.begin))
            return std::nullopt;
        const qsizetype begin = walk.at();
        if (!reaches(edit.end))
            return std::nullopt;
        edits.push_back({begin, walk.at(), encoded(edit.bytes, charset)});
    }
    return edits;
}

} // namespace

std::optional<std::vector<Edit>> editsOfBytes(
    const Document &document, const DecodedDocument &decoded, const std::vector<Edit> &textEdits)
{
    const QByteArray &bytes = document.bytes;
    const qsizetype mark = bytes.size() - decoded.text.size();
    // The text is the body itself, but for a byte order mark.
    if ((mark == 0 && bytes.constData() == decoded.text.constData())
        || (mark == 3 && is(decoded.charset, "UTF-8"))) {
        std::vector<Edit> edits = textEdits;
        for (Edit &edit : edits) {
            edit.begin += mark;
            edit.end += mark;
        }
        return edits;
    }
    auto edits = walkedEdits(bytes, decoded.charset, textEdits);
    if (!edits)
        return std::nullopt;
    // Charsets with states, and bytes that mean nothing in theirs, have ways of their own.
    Document trial = document;
    trial.bytes = edited(bytes, *edits);
    const DecodedDocument meant = decodeDocument(trial);
    if (meant.type != decoded.type || !is(meant.charset, decoded.charset)
        || meant.text != edited(decoded.text, textEdits))
        return std::nullopt;
    return edits;
}

} // namespace gleaner
