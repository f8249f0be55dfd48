// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/ascii.h"
#include "core/discover/csstokenizer.h"

// Bare addresses: CSS Syntax Level 3, sections 4.3.6 and 4.3.14.

namespace gleaner
{

namespace
{

bool isUnprintable(char c)
{
    return (c > 0 && c <= 8) || c == 0x0B || (c >= 0x0E && c <= 0x1F) || c == 0x7F;
}

} // namespace

CssTokenizer::Token CssTokenizer::readUrl()
{
    m_valueBegin = m_at;
    while (m_at < m_css.size()) {
        const char c = m_css[m_at];
        if (c == ')') {
            m_valueEnd = m_at++;
            return Token::Url;
        }
        if (ascii::isSpace(c)) {
            m_valueEnd = m_at;
            skipSpace();
            if (m_at < m_css.size() && m_css[m_at] != ')') {
                return readBadUrl();
            }
            m_at += m_at < m_css.size();
            return Token::Url;
        }
        if (c == '"' || c == '\'' || c == '(' || isUnprintable(c)) {
            return readBadUrl();
        }
        if (c != '\\') {
            ++m_at;
        } else if (isEscape(m_at)) {
            skipEscape();
        } else {
            return readBadUrl();
        }
    }
    m_valueEnd = m_at;
    return Token::Url;
}

CssTokenizer::Token CssTokenizer::readBadUrl()
{
    while (m_at < m_css.size() && m_css[m_at] != ')') {
        if (isEscape(m_at)) {
            skipEscape();
        } else {
            ++m_at;
        }
    }
    m_at += m_at < m_css.size();
    m_valueBegin = m_at;
    m_valueEnd = m_at;
    return Token::BadUrl;
}

} // namespace gleaner
