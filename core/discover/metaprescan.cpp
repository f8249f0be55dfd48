// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/ascii.h"
#include "core/discover/charset.h"
#include "core/discover/htmlnames.h"
#include "core/discover/htmltokenizer.h"

#include <cstring>
#include <optional>

// HTML standard, section 13.2.3.2. It reads tags more simply than the tokenizer does, and the
// answer has to be the same as a browser's.

namespace gleaner
{

namespace
{

constexpr qsizetype kPrescanBytes = 1024;

struct PrescanAttribute {
    QByteArray name;
    QByteArray value;
};

class MetaPrescan
{
public:
    explicit MetaPrescan(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    /// Looks at all tags.
    CharsetName run();
    /// Looks at the attributes that begin at an offset.
    CharsetName readMeta(qsizetype from)
    {
        m_at = from;
        return readMeta();
    }

private:
    char at(qsizetype offset) const { return offset < m_bytes.size() ? m_bytes[offset] : '\0'; }
    bool atEnd() const { return m_at >= m_bytes.size(); }
    bool startsWith(QByteArrayView lowerCase) const
    {
        return ascii::startsWith(m_bytes.sliced(m_at), lowerCase);
    }
    void skipTo(QByteArrayView text, qsizetype from);
    CharsetName readMeta();
    void skipTag();
    std::optional<PrescanAttribute> nextAttribute();
    QByteArray readValue();

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

CharsetName MetaPrescan::run()
{
    while (!atEnd()) {
        const char behind = at(m_at + 5);
        if (startsWith("<!--")) {
            // The two dashes may be the opening ones.
            skipTo("-->", m_at + 2);
        } else if (startsWith("<meta") && (ascii::isSpace(behind) || behind == '/')) {
            m_at += 5;
            if (const CharsetName charset = readMeta()) {
                return charset;
            }
        } else if (at(m_at) == '<'
            && (ascii::isAlpha(at(m_at + 1))
                || (at(m_at + 1) == '/' && ascii::isAlpha(at(m_at + 2))))) {
            skipTag();
        } else if (startsWith("<!") || startsWith("</") || startsWith("<?")) {
            skipTo(">", m_at);
        }
        ++m_at;
    }
    return nullptr;
}

// To the last byte of the text, or to the end.
void MetaPrescan::skipTo(QByteArrayView text, qsizetype from)
{
    const qsizetype found = m_bytes.indexOf(text, std::min(from, m_bytes.size()));
    m_at = found < 0 ? m_bytes.size() : found + text.size() - 1;
}

void MetaPrescan::skipTag()
{
    while (!atEnd() && !ascii::isSpace(at(m_at)) && at(m_at) != '>') {
        ++m_at;
    }
    while (nextAttribute()) { }
}

// "Algorithm for extracting a character encoding from a meta element".
CharsetName charsetInContent(QByteArrayView content)
{
    const QByteArray lower = content.toByteArray().toLower();
    qsizetype at = 0;
    for (;;) {
        at = lower.indexOf("charset", at);
        if (at < 0) {
            return nullptr;
        }
        at += 7;
        while (at < lower.size() && ascii::isSpace(lower[at])) {
            ++at;
        }
        if (at < lower.size() && lower[at] == '=') {
            break;
        }
    }
    ++at;
    while (at < lower.size() && ascii::isSpace(lower[at])) {
        ++at;
    }
    if (at >= lower.size()) {
        return nullptr;
    }
    if (lower[at] == '"' || lower[at] == '\'') {
        const qsizetype close = lower.indexOf(lower[at], at + 1);
        return close < 0 ? nullptr
                         : charsetForLabel(QByteArrayView(lower).sliced(at + 1, close - at - 1));
    }
    qsizetype end = at;
    while (end < lower.size() && !ascii::isSpace(lower[end]) && lower[end] != ';') {
        ++end;
    }
    return charsetForLabel(QByteArrayView(lower).sliced(at, end - at));
}

CharsetName MetaPrescan::readMeta()
{
    bool gotPragma = false;
    std::optional<bool> needPragma;
    CharsetName charset = nullptr;
    bool seenHttpEquiv = false;
    bool seenContent = false;
    bool seenCharset = false;
    while (const auto attribute = nextAttribute()) {
        if (attribute->name == "http-equiv" && !seenHttpEquiv) {
            seenHttpEquiv = true;
            gotPragma = attribute->value == "content-type";
        } else if (attribute->name == "content" && !seenContent) {
            seenContent = true;
            const CharsetName found = charsetInContent(attribute->value);
            if (found && !charset) {
                charset = found;
                needPragma = true;
            }
        } else if (attribute->name == "charset" && !seenCharset) {
            seenCharset = true;
            charset = charsetForLabel(attribute->value);
            needPragma = false;
        }
    }
    if (!needPragma || (*needPragma && !gotPragma) || !charset || atEnd()) {
        return nullptr;
    }
    return std::strncmp(charset, "UTF-16", 6) == 0    ? "UTF-8"
        : std::strcmp(charset, "x-user-defined") == 0 ? "windows-1252"
                                                      : charset;
}

// "Get an attribute"; nothing at the tag's end, which it does not pass.
std::optional<PrescanAttribute> MetaPrescan::nextAttribute()
{
    while (ascii::isSpace(at(m_at)) || at(m_at) == '/') {
        ++m_at;
    }
    if (atEnd() || at(m_at) == '>') {
        return std::nullopt;
    }
    PrescanAttribute attribute;
    while (!atEnd() && !ascii::isSpace(at(m_at)) && at(m_at) != '/' && at(m_at) != '>'
        && (at(m_at) != '=' || attribute.name.isEmpty())) {
        attribute.name.append(ascii::toLower(at(m_at++)));
    }
    while (ascii::isSpace(at(m_at))) {
        ++m_at;
    }
    if (at(m_at) != '=') {
        return attribute;
    }
    ++m_at;
    while (ascii::isSpace(at(m_at))) {
        ++m_at;
    }
    attribute.value = readValue();
    if (atEnd()) {
        return std::nullopt;
    }
    return attribute;
}

QByteArray MetaPrescan::readValue()
{
    QByteArray value;
    const char quote = at(m_at);
    if (quote == '"' || quote == '\'') {
        ++m_at;
        while (!atEnd() && at(m_at) != quote) {
            value.append(ascii::toLower(at(m_at++)));
        }
        // An unclosed quote leaves the position at the end, which makes the value void.
        m_at += !atEnd();
        return value;
    }
    while (!atEnd() && !ascii::isSpace(at(m_at)) && at(m_at) != '>') {
        value.append(ascii::toLower(at(m_at++)));
    }
    return value;
}

} // namespace

CharsetName charsetOfMeta(QByteArrayView bytes)
{
    return MetaPrescan(bytes.first(std::min(bytes.size(), kPrescanBytes))).run();
}

CharsetName charsetOfAnyMeta(QByteArrayView bytes)
{
    using Token = HtmlTokenizer::Token;
    HtmlTokenizer tokens(bytes);
    for (Token token = tokens.next(); token != Token::End; token = tokens.next()) {
        if (token != Token::StartTag) {
            continue;
        }
        const Element element = elementNamed(tokens.name());
        tokens.setContent(contentOf(element));
        if (element == Element::Meta) {
            constexpr qsizetype nameSize = 5; // "<meta"
            const QByteArrayView tag = bytes.sliced(tokens.begin(), tokens.end() - tokens.begin());
            if (const CharsetName charset = MetaPrescan(tag).readMeta(nameSize)) {
                return charset;
            }
        }
    }
    return nullptr;
}

} // namespace gleaner
