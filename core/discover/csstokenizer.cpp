// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/csstokenizer.h"

#include "core/discover/ascii.h"

#include <array>

namespace gleaner
{

namespace
{

enum : quint8 { NameStart = 1, Name = 2 };

constexpr auto kClasses = [] {
    std::array<quint8, 256> classes{};
    for (int c = 0; c < 256; ++c) {
        quint8 bits = 0;
        // A NUL is read as U+FFFD, which is a name's.
        if (ascii::isAlpha(char(c)) || c == '_' || c >= 0x80 || c == 0) {
            bits |= NameStart | Name;
        }
        if (ascii::isDigit(char(c)) || c == '-') {
            bits |= Name;
        }
        classes[size_t(c)] = bits;
    }
    return classes;
}();

bool is(char c, quint8 bits)
{
    return kClasses[quint8(c)] & bits;
}

bool isNewline(char c)
{
    return c == '\n' || c == '\r' || c == '\f';
}

} // namespace

bool CssTokenizer::isEscape(qsizetype offset) const
{
    return at(offset) == '\\' && (offset + 1 >= m_css.size() || !isNewline(m_css[offset + 1]));
}

bool CssTokenizer::startsIdent(qsizetype offset) const
{
    if (offset >= m_css.size()) {
        return false;
    }
    if (m_css[offset] != '-') {
        return is(m_css[offset], NameStart) || isEscape(offset);
    }
    ++offset;
    return offset < m_css.size()
        && (m_css[offset] == '-' || is(m_css[offset], NameStart) || isEscape(offset));
}

bool CssTokenizer::startsNumber(qsizetype offset) const
{
    if (at(offset) == '+' || at(offset) == '-') {
        ++offset;
    }
    return ascii::isDigit(at(offset)) || (at(offset) == '.' && ascii::isDigit(at(offset + 1)));
}

CssTokenizer::Token CssTokenizer::next()
{
    while (skipComment()) { }
    m_begin = m_at;
    m_valueBegin = m_at;
    m_valueEnd = m_at;
    if (m_at >= m_css.size()) {
        return Token::End;
    }
    const char c = m_css[m_at];
    if (ascii::isSpace(c)) {
        skipSpace();
        return Token::Whitespace;
    }
    if (c == '"' || c == '\'') {
        return readString();
    }
    if (is(c, NameStart)) {
        return readIdentLike();
    }
    if (startsNumber(m_at)) {
        return readNumber();
    }
    if (c == '-' && m_css.sliced(m_at).startsWith("-->")) {
        m_at += 3;
        return Token::Cdc;
    }
    if (startsIdent(m_at)) {
        return readIdentLike();
    }
    if (c == '<' && m_css.sliced(m_at).startsWith("<!--")) {
        m_at += 4;
        return Token::Cdo;
    }
    if (c == '@' && startsIdent(m_at + 1)) {
        ++m_at;
        readName();
        return Token::AtKeyword;
    }
    if (c == '#' && m_at + 1 < m_css.size() && (is(m_css[m_at + 1], Name) || isEscape(m_at + 1))) {
        ++m_at;
        readName();
        return Token::Hash;
    }
    return delim();
}

bool CssTokenizer::skipComment()
{
    if (at(m_at) != '/' || at(m_at + 1) != '*') {
        return false;
    }
    const qsizetype end = m_css.indexOf("*/", m_at + 2);
    m_at = end < 0 ? m_css.size() : end + 2;
    return true;
}

void CssTokenizer::skipSpace()
{
    while (m_at < m_css.size() && ascii::isSpace(m_css[m_at])) {
        ++m_at;
    }
}

// Section 4.3.7, at the backslash.
void CssTokenizer::skipEscape()
{
    ++m_at;
    if (ascii::hexValue(at(m_at)) < 0) {
        m_at += m_at < m_css.size();
        return;
    }
    for (int digits = 0; digits < 6 && ascii::hexValue(at(m_at)) >= 0; ++digits) {
        ++m_at;
    }
    if (at(m_at) == '\r' && at(m_at + 1) == '\n') {
        m_at += 2;
    } else if (ascii::isSpace(at(m_at))) {
        ++m_at;
    }
}

void CssTokenizer::readName()
{
    m_valueBegin = m_at;
    while (m_at < m_css.size()) {
        if (is(m_css[m_at], Name)) {
            ++m_at;
        } else if (isEscape(m_at)) {
            skipEscape();
        } else {
            break;
        }
    }
    m_valueEnd = m_at;
}

CssTokenizer::Token CssTokenizer::readIdentLike()
{
    readName();
    if (at(m_at) != '(') {
        return Token::Ident;
    }
    ++m_at;
    const QByteArrayView raw = rawValue();
    const bool isUrl = ascii::equals(raw, "url")
        || (hasCssEscape(raw) && raw.size() < 32 && ascii::equals(unescapedCss(raw), "url"));
    if (!isUrl) {
        return Token::Function;
    }
    qsizetype content = m_at;
    while (content < m_css.size() && ascii::isSpace(m_css[content])) {
        ++content;
    }
    if (at(content) == '"' || at(content) == '\'') {
        return Token::Function;
    }
    m_at = content;
    return readUrl();
}

CssTokenizer::Token CssTokenizer::readString()
{
    const char quote = m_css[m_at++];
    m_valueBegin = m_at;
    while (m_at < m_css.size()) {
        const char c = m_css[m_at];
        if (c == quote) {
            m_valueEnd = m_at++;
            return Token::String;
        }
        if (isNewline(c)) {
            m_valueEnd = m_at;
            return Token::BadString;
        }
        // Behind a backslash a newline counts as nothing; CRLF is one newline.
        if (c == '\\' && m_at + 1 < m_css.size() && isNewline(m_css[m_at + 1])) {
            m_at += m_css.sliced(m_at + 1).startsWith("\r\n") ? 3 : 2;
        } else if (c == '\\' && m_at + 1 == m_css.size()) {
            // A backslash as the very last byte is nothing in a string.
            m_valueEnd = m_at++;
            return Token::String;
        } else if (c == '\\') {
            skipEscape();
        } else {
            ++m_at;
        }
    }
    m_valueEnd = m_at;
    return Token::String;
}

CssTokenizer::Token CssTokenizer::readNumber()
{
    const auto skipDigits = [this] {
        while (ascii::isDigit(at(m_at))) {
            ++m_at;
        }
    };
    m_at += at(m_at) == '+' || at(m_at) == '-';
    skipDigits();
    if (at(m_at) == '.' && ascii::isDigit(at(m_at + 1))) {
        ++m_at;
        skipDigits();
    }
    if (ascii::toLower(at(m_at)) == 'e') {
        const bool sign = at(m_at + 1) == '+' || at(m_at + 1) == '-';
        if (ascii::isDigit(at(m_at + 1 + sign))) {
            m_at += 1 + sign;
            skipDigits();
        }
    }
    if (startsIdent(m_at)) {
        readName();
        return Token::Dimension;
    }
    m_valueBegin = m_at;
    m_valueEnd = m_at;
    if (at(m_at) == '%') {
        ++m_at;
        return Token::Percentage;
    }
    return Token::Number;
}

CssTokenizer::Token CssTokenizer::delim()
{
    m_valueBegin = m_at;
    m_valueEnd = ++m_at;
    return Token::Delim;
}

} // namespace gleaner
