// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/ascii.h"
#include "core/discover/htmltokenizer.h"

// The states of HtmlTokenizer in which text runs to a matching end tag: sections 13.2.5.2 to
// 13.2.5.5, 13.2.5.9 to 13.2.5.31 and 13.2.5.69.

namespace gleaner
{

HtmlTokenizer::Content contentOf(Element element)
{
    using Content = HtmlTokenizer::Content;
    switch (element) {
    case Element::Title:
    case Element::Textarea:
        return Content::Rcdata;
    case Element::Iframe:
    case Element::Noembed:
    case Element::Noframes:
    case Element::Style:
    case Element::Xmp:
        return Content::Rawtext;
    case Element::Script:
        return Content::ScriptData;
    case Element::Plaintext:
        return Content::Plaintext;
    default:
        return Content::Data;
    }
}

HtmlTokenizer::Token HtmlTokenizer::readRaw()
{
    const Content content = m_content;
    qsizetype end = m_input.size();
    qsizetype next = end;
    HtmlText kind = HtmlText::Rawtext;
    switch (content) {
    case Content::Rcdata:
        kind = HtmlText::Rcdata;
        end = findRawTextEnd();
        next = end;
        break;
    case Content::Rawtext:
        end = findRawTextEnd();
        next = end;
        break;
    case Content::ScriptData:
        end = findScriptEnd();
        next = end;
        break;
    case Content::Cdata:
        kind = HtmlText::Cdata;
        end = findSequence("]]>", m_at);
        next = std::min(end + 3, m_input.size());
        break;
    case Content::Plaintext:
    case Content::Data:
        break;
    }
    const qsizetype begin = m_at;
    if (content != Content::Plaintext) {
        m_content = Content::Data;
    }
    m_at = next;
    if (begin == end) {
        return Token::End;
    }
    makeText(begin, end, kind);
    m_at = next;
    return Token::Text;
}

bool HtmlTokenizer::tagNameIs(QByteArrayView name, qsizetype at) const
{
    const qsizetype end = at + name.size();
    if (end >= m_input.size()) {
        return false;
    }
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (ascii::toLower(m_input[at + i]) != ascii::toLower(name[i])) {
            return false;
        }
    }
    const char behind = m_input[end];
    return ascii::isSpace(behind) || behind == '/' || behind == '>';
}

bool HtmlTokenizer::endsRawText(qsizetype lessThan) const
{
    return lessThan + 1 < m_input.size() && m_input[lessThan + 1] == '/'
        && !m_lastStartTag.isEmpty() && tagNameIs(m_lastStartTag, lessThan + 2);
}

qsizetype HtmlTokenizer::findRawTextEnd() const
{
    qsizetype at = findCharacter('<', m_at);
    while (at < m_input.size() && !endsRawText(at)) {
        at = findCharacter('<', at + 1);
    }
    return at;
}

// Script data may hold "<!--", and in that "<script>" … "</script>" pairs that do not end it.
qsizetype HtmlTokenizer::findScriptEnd() const
{
    enum class Mode { Plain, Escaped, DoubleEscaped };

    const qsizetype size = m_input.size();
    Mode mode = Mode::Plain;
    qsizetype at = m_at;
    int dashes = 0;
    while (at < size) {
        if (mode == Mode::Plain) {
            at = findCharacter('<', at);
            if (at == size || endsRawText(at)) {
                return at;
            }
            if (m_input.sliced(at).startsWith("<!--")) {
                mode = Mode::Escaped;
                dashes = 2;
                at += 4;
            } else {
                ++at;
            }
            continue;
        }

        const char c = m_input[at];
        if (c == '>' && dashes >= 2) {
            mode = Mode::Plain;
        } else if (c == '<' && mode == Mode::Escaped) {
            if (endsRawText(at)) {
                return at;
            }
            if (tagNameIs("script", at + 1)) {
                mode = Mode::DoubleEscaped;
            }
        } else if (c == '<' && at + 1 < size && m_input[at + 1] == '/'
            && tagNameIs("script", at + 2)) {
            mode = Mode::Escaped;
        }
        dashes = c == '-' ? dashes + 1 : 0;
        ++at;
    }
    return size;
}

} // namespace gleaner
