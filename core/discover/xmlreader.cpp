// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/xmlreader.h"

#include "core/discover/ascii.h"

namespace gleaner
{

QByteArrayView localName(QByteArrayView name)
{
    return name.sliced(name.lastIndexOf(':') + 1);
}

QByteArrayView rootElement(QByteArrayView xml)
{
    using Token = HtmlTokenizer::Token;
    HtmlTokenizer tokens(xml);
    for (Token token = tokens.next(); token != Token::End; token = tokens.next()) {
        if (token == Token::StartTag) {
            return localName(tokens.name());
        }
    }
    return {};
}

XmlReader::XmlReader(QByteArrayView xml)
    : m_tokens(xml)
{
    m_tokens.setCdataAllowed(true);
}

XmlReader::Event XmlReader::next()
{
    using Token = HtmlTokenizer::Token;
    for (;;) {
        switch (m_tokens.next()) {
        case Token::End:
            return Event::End;
        case Token::StartTag:
            enter();
            return Event::Start;
        case Token::EndTag:
            if (leave()) {
                return Event::Text;
            }
            break;
        case Token::Text:
            if (!m_levels.empty()) {
                m_texts.append(DecodedText(m_tokens.text(), m_tokens.textKind()).text());
            }
            break;
        case Token::Comment:
        case Token::Doctype:
            break;
        }
    }
}

void XmlReader::enter()
{
    m_name = localName(m_tokens.name());
    m_parent = m_levels.empty() ? QByteArrayView() : m_levels.back().name;
    m_depth = m_levels.size();
    m_text = {};
    if (m_tokens.isSelfClosing()) {
        return;
    }
    if (m_levels.size() == MaxDepth) {
        m_levels.pop_back();
    }
    m_levels.push_back({m_name, m_texts.size()});
}

// Ends the innermost open element of that name, and with it those inside that nothing ended.
bool XmlReader::leave()
{
    const QByteArrayView name = localName(m_tokens.name());
    size_t level = m_levels.size();
    while (level > 0 && m_levels[level - 1].name != name) {
        --level;
    }
    if (level == 0) {
        return false;
    }
    const qsizetype textBegin = m_levels[level - 1].textBegin;
    m_ownText = m_texts.sliced(textBegin);
    m_texts.truncate(textBegin);
    m_levels.resize(level - 1);
    m_name = name;
    m_parent = m_levels.empty() ? QByteArrayView() : m_levels.back().name;
    m_depth = m_levels.size();
    m_text = ascii::trimmed(m_ownText);
    return true;
}

QByteArray XmlReader::attribute(QByteArrayView name) const
{
    for (const HtmlAttribute &where : m_tokens.attributes()) {
        const QByteArrayView known = m_tokens.name(where);
        if (known == name || (!name.contains(':') && localName(known) == name)) {
            const DecodedText value(m_tokens.value(where), HtmlText::Attribute);
            const QByteArray text = ascii::trimmed(value.text()).toByteArray();
            return text.isNull() ? QByteArray("") : text;
        }
    }
    return {};
}

} // namespace gleaner
