// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gleaner
{

/// Splits a style sheet into tokens: CSS Syntax Level 3, section 4.3, over UTF-8 bytes.
///
/// Single pass, linear, no allocation; comments are passed over. Numbers are recognised, not
/// evaluated. The input must outlive the tokenizer. Any thread, no errors.
class CssTokenizer
{
public:
    enum class Token : quint8 {
        End,
        Whitespace,
        Ident,
        Function,
        AtKeyword,
        Hash,
        String,
        BadString,
        Url,
        BadUrl,
        Number,
        Percentage,
        Dimension,
        Cdo,
        Cdc,
        Delim, ///< Delim: also braces, comma, colon, semicolon
    };

    explicit CssTokenizer(QByteArrayView css)
        : m_css(css)
    {
    }

    Token next();

    /// The token's first byte and the one behind its last.
    qsizetype begin() const { return m_begin; }
    qsizetype end() const { return m_at; }
    /// Name, string content, address or unit: the raw bytes between these offsets.
    qsizetype valueBegin() const { return m_valueBegin; }
    qsizetype valueEnd() const { return m_valueEnd; }
    QByteArrayView rawValue() const
    {
        return m_css.sliced(m_valueBegin, m_valueEnd - m_valueBegin);
    }
    /// A Delim's byte.
    char delimiter() const { return m_css[m_begin]; }

private:
    char at(qsizetype offset) const { return offset < m_css.size() ? m_css[offset] : '\0'; }
    bool isEscape(qsizetype offset) const;
    bool startsIdent(qsizetype offset) const;
    bool startsNumber(qsizetype offset) const;
    bool skipComment();
    void skipSpace();
    void skipEscape();
    void readName();
    Token readIdentLike();
    Token readUrl();
    Token readBadUrl();
    Token readString();
    Token readNumber();
    Token delim();

    QByteArrayView m_css;
    qsizetype m_at = 0;
    qsizetype m_begin = 0;
    qsizetype m_valueBegin = 0;
    qsizetype m_valueEnd = 0;
};

/// A name, a string's content or a bare address with its escapes resolved.
QByteArray unescapedCss(QByteArrayView raw);

/// Does unescapedCss() change anything?
bool hasCssEscape(QByteArrayView raw);

} // namespace gleaner
