// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/htmltokenizer.h"

#include "core/discover/ascii.h"

#include <array>
#include <cstring>
#include <limits>

namespace gleaner
{

namespace
{

enum : quint8 {
    EndsTagName = 1, // space / >
    EndsAttributeName = 2, // space / > =
    EndsUnquotedValue = 4, // space >
    Skipped = 8, // space /, before an attribute's name
    Space = 16,
};

constexpr auto kClasses = [] {
    std::array<quint8, 256> classes{};
    for (const char c : {' ', '\t', '\n', '\f', '\r'}) {
        classes[quint8(c)] = EndsTagName | EndsAttributeName | EndsUnquotedValue | Skipped | Space;
    }
    classes['/'] = EndsTagName | EndsAttributeName | Skipped;
    classes['>'] = EndsTagName | EndsAttributeName | EndsUnquotedValue;
    classes['='] = EndsAttributeName;
    return classes;
}();

bool is(char c, quint8 classes)
{
    return kClasses[quint8(c)] & classes;
}

const char *skip(const char *at, const char *end, quint8 classes)
{
    while (at < end && is(*at, classes)) {
        ++at;
    }
    return at;
}

const char *skipUntil(const char *at, const char *end, quint8 classes)
{
    while (at < end && !is(*at, classes)) {
        ++at;
    }
    return at;
}

} // namespace

HtmlTokenizer::HtmlTokenizer(QByteArrayView input)
    : m_input(input.first(std::min<qsizetype>(input.size(), std::numeric_limits<quint32>::max())))
{
}

HtmlTokenizer::Token HtmlTokenizer::next()
{
    m_begin = m_at;
    if (m_content != Content::Data) {
        const Token token = readRaw();
        if (token != Token::End) {
            return token;
        }
    }
    return readData();
}

HtmlTokenizer::Token HtmlTokenizer::readData()
{
    const char *data = m_input.data();
    const qsizetype size = m_input.size();
    while (m_at < size) {
        m_begin = m_at;
        if (data[m_at] != '<') {
            return makeText(m_at, findCharacter('<', m_at), HtmlText::Data);
        }
        const char c = m_at + 1 < size ? data[m_at + 1] : '\0';
        if (ascii::isAlpha(c)) {
            return readTag(Token::StartTag, m_at + 1);
        }
        if (c == '!') {
            const Token token = readDeclaration();
            // An empty CDATA section is no token.
            if (token != Token::End) {
                return token;
            }
            continue;
        }
        if (c == '?') {
            return readBogusComment(m_at + 1);
        }
        if (c != '/') {
            return makeText(m_at, findCharacter('<', m_at + 1), HtmlText::Data);
        }
        if (m_at + 2 == size) {
            return makeText(m_at, size, HtmlText::Data);
        }
        if (ascii::isAlpha(data[m_at + 2])) {
            return readTag(Token::EndTag, m_at + 2);
        }
        if (data[m_at + 2] != '>') {
            return readBogusComment(m_at + 2);
        }
        m_at += 3;
    }
    return makeEnd();
}

HtmlTokenizer::Token HtmlTokenizer::readTag(Token type, qsizetype nameBegin)
{
    const char *data = m_input.data();
    const char *end = data + m_input.size();
    const char *at = skipUntil(data + nameBegin + 1, end, EndsTagName);
    m_nameBegin = nameBegin;
    m_nameEnd = at - data;
    m_attributes.clear();
    m_selfClosing = false;

    while (at < end && *at != '>') {
        if (is(*at, Skipped)) {
            m_selfClosing = *at == '/';
            ++at;
        } else {
            m_selfClosing = false;
            at = readAttribute(at, end);
        }
    }
    // An unfinished tag at the end of the input is dropped: section 13.2.5, "eof-in-tag".
    if (at >= end) {
        return makeEnd();
    }
    m_at = at + 1 - data;
    if (type == Token::StartTag) {
        m_lastStartTag = name();
    }
    return type;
}

// States 13.2.5.33 to 13.2.5.39; returns where the next attribute may begin, or the end.
const char *HtmlTokenizer::readAttribute(const char *at, const char *end)
{
    const char *data = m_input.data();
    // Also '=' is a name's first character here.
    const char *nameBegin = at;
    const char *nameEnd = skipUntil(at + 1, end, EndsAttributeName);
    const char *valueBegin = nameEnd;
    const char *valueEnd = nameEnd;

    at = nameEnd;
    if (at < end && is(*at, Space)) {
        at = skip(at, end, Space);
    }
    if (at < end && *at == '=') {
        at = skip(at + 1, end, Space);
        valueBegin = at;
        valueEnd = at;
        if (at < end && (*at == '"' || *at == '\'')) {
            valueBegin = at + 1;
            const void *quote = std::memchr(at + 1, *at, size_t(end - at - 1));
            if (!quote) {
                return end;
            }
            valueEnd = static_cast<const char *>(quote);
            at = valueEnd + 1;
        } else if (at < end) {
            valueEnd = skipUntil(at, end, EndsUnquotedValue);
            at = valueEnd;
        }
    }
    if (m_attributes.size() < MaxAttributes) {
        m_attributes.push_back({quint32(nameBegin - data), quint32(nameEnd - data),
            quint32(valueBegin - data), quint32(valueEnd - data)});
    }
    return at;
}

HtmlTokenizer::Token HtmlTokenizer::readDeclaration()
{
    const QByteArrayView rest = m_input.sliced(m_at + 2);
    if (rest.startsWith("--")) {
        return readComment(m_at + 4);
    }
    if (ascii::startsWith(rest, "doctype")) {
        m_nameBegin = m_at + 9;
        m_nameEnd = findCharacter('>', m_nameBegin);
        m_at = std::min(m_nameEnd + 1, m_input.size());
        return Token::Doctype;
    }
    if (m_cdataAllowed && rest.startsWith("[CDATA[")) {
        m_at += 9;
        m_content = Content::Cdata;
        return readRaw();
    }
    return readBogusComment(m_at + 2);
}

HtmlTokenizer::Token HtmlTokenizer::readBogusComment(qsizetype begin)
{
    const qsizetype end = findCharacter('>', begin);
    return makeComment(begin, end, std::min(end + 1, m_input.size()));
}

HtmlTokenizer::Token HtmlTokenizer::readComment(qsizetype begin)
{
    const QByteArrayView rest = m_input.sliced(begin);
    if (rest.startsWith('>')) {
        return makeComment(begin, begin, begin + 1);
    }
    if (rest.startsWith("->")) {
        return makeComment(begin, begin, begin + 2);
    }
    qsizetype at = findSequence("--", begin);
    while (at < m_input.size()) {
        const QByteArrayView tail = m_input.sliced(at + 2);
        if (tail.startsWith('>')) {
            return makeComment(begin, at, at + 3);
        }
        if (tail.startsWith("!>")) {
            return makeComment(begin, at, at + 4);
        }
        if (tail.isEmpty() || tail == QByteArrayView("!")) {
            return makeComment(begin, at, m_input.size());
        }
        at = findSequence("--", at + 1);
    }
    const qsizetype size = m_input.size();
    const bool dash = size > begin && m_input[size - 1] == '-';
    return makeComment(begin, size - dash, size);
}

HtmlTokenizer::Token HtmlTokenizer::makeText(qsizetype begin, qsizetype end, HtmlText kind)
{
    m_nameBegin = begin;
    m_nameEnd = end;
    m_textKind = kind;
    m_at = end;
    return Token::Text;
}

HtmlTokenizer::Token HtmlTokenizer::makeComment(qsizetype begin, qsizetype end, qsizetype next)
{
    m_nameBegin = begin;
    m_nameEnd = end;
    m_textKind = HtmlText::Rawtext;
    m_at = next;
    return Token::Comment;
}

HtmlTokenizer::Token HtmlTokenizer::makeEnd()
{
    m_at = m_input.size();
    m_nameBegin = m_at;
    m_nameEnd = m_at;
    m_attributes.clear();
    return Token::End;
}

qsizetype HtmlTokenizer::findCharacter(char c, qsizetype from) const
{
    const qsizetype size = m_input.size();
    if (from >= size) {
        return size;
    }
    const void *found = std::memchr(m_input.data() + from, c, size_t(size - from));
    return found ? static_cast<const char *>(found) - m_input.data() : size;
}

qsizetype HtmlTokenizer::findSequence(QByteArrayView sequence, qsizetype from) const
{
    const qsizetype size = m_input.size();
    for (qsizetype at = findCharacter(sequence[0], from); at < size;
         at = findCharacter(sequence[0], at + 1)) {
        if (m_input.sliced(at).startsWith(sequence)) {
            return at;
        }
    }
    return size;
}

} // namespace gleaner
