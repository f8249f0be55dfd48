// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/csstokenizer.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace gleaner
{

/// Steps through the addresses that a style sheet, or the value of a `style` attribute, asks a
/// browser to fetch: `url()` quoted or bare, `@import` in all its forms, `src()`, and the strings
/// of `image-set()` and `image()`. The names that `@namespace` declares are none.
///
/// Linear, any thread; one byte of memory for each open parenthesis. The text must outlive it.
class CssScanner
{
public:
    explicit CssScanner(QByteArrayView css)
        : m_tokens(css)
        , m_css(css)
    {
    }

    /// Steps to the next address; false at the end.
    bool next();

    /// The address, escapes resolved. Valid until next().
    QByteArrayView url() const { return m_url; }
    /// Where its raw bytes stand, without quotes.
    qsizetype begin() const { return m_tokens.valueBegin(); }
    qsizetype end() const { return m_tokens.valueEnd(); }
    /// "url()", "@import", "src()" or "image-set()".
    const char *where() const { return m_where; }

private:
    enum class Function : quint8 { Other, Url, Src, Images };
    enum class AtRule : quint8 { Other, Import, AfterImport, Namespace };

    void enterFunction();
    void enterAtRule();
    void readDelimiter();
    bool take(Function function);

    CssTokenizer m_tokens;
    QByteArrayView m_css;
    std::vector<Function> m_functions;
    AtRule m_atRule = AtRule::Other;
    QByteArray m_unescaped;
    QByteArrayView m_url;
    const char *m_where = "";
};

} // namespace gleaner
