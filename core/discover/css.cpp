// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/css.h"

#include "core/discover/ascii.h"

namespace gleaner
{

namespace
{

bool isNamed(QByteArrayView raw, QByteArrayView lowerCase)
{
    return hasCssEscape(raw) ? ascii::equals(unescapedCss(raw), lowerCase)
                             : ascii::equals(raw, lowerCase);
}

} // namespace

bool CssScanner::next()
{
    using Token = CssTokenizer::Token;
    for (;;) {
        switch (m_tokens.next()) {
        case Token::End:
            return false;
        case Token::Url:
            if (take(Function::Url)) {
                return true;
            }
            break;
        case Token::String:
            if (take(m_functions.empty() ? Function::Other : m_functions.back())) {
                return true;
            }
            break;
        case Token::Function:
            enterFunction();
            break;
        case Token::AtKeyword:
            enterAtRule();
            break;
        case Token::Delim:
            readDelimiter();
            break;
        default:
            break;
        }
    }
}

void CssScanner::enterFunction()
{
    const QByteArrayView name = m_tokens.rawValue();
    Function function = Function::Other;
    if (isNamed(name, "url")) {
        function = Function::Url;
    } else if (isNamed(name, "src")) {
        function = Function::Src;
    } else if (isNamed(name, "image-set") || isNamed(name, "-webkit-image-set")
        || isNamed(name, "image")) {
        function = Function::Images;
    }
    m_functions.push_back(function);
}

void CssScanner::enterAtRule()
{
    const QByteArrayView name = m_tokens.rawValue();
    m_atRule = isNamed(name, "import") ? AtRule::Import
        : isNamed(name, "namespace")   ? AtRule::Namespace
                                       : AtRule::Other;
}

void CssScanner::readDelimiter()
{
    switch (m_tokens.delimiter()) {
    case '(':
        m_functions.push_back(Function::Other);
        break;
    case ')':
        if (!m_functions.empty()) {
            m_functions.pop_back();
        }
        break;
    case ';':
    case '{':
    case '}':
        m_atRule = AtRule::Other;
        break;
    default:
        break;
    }
}

bool CssScanner::take(Function function)
{
    const bool inImport = m_atRule == AtRule::Import;
    // Behind the address of an @import stand conditions, which fetch nothing.
    if (m_atRule == AtRule::Namespace || m_atRule == AtRule::AfterImport
        || (function == Function::Other && !(inImport && m_functions.empty()))) {
        return false;
    }
    if (inImport) {
        m_atRule = AtRule::AfterImport;
    }
    m_where = inImport                 ? "@import"
        : function == Function::Src    ? "src()"
        : function == Function::Images ? "image-set()"
                                       : "url()";
    m_url = m_tokens.rawValue();
    if (hasCssEscape(m_url)) {
        m_unescaped = unescapedCss(m_url);
        m_url = m_unescaped;
    }
    return true;
}

} // namespace gleaner
