// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/htmlscanner.h"

#include "core/discover/ascii.h"
#include "core/discover/xmlreader.h"

namespace gleaner
{

void scanMarkup(QByteArrayView text, Markup markup, ReferenceSink &sink, ScriptStrings scripts)
{
    HtmlScanner(text, markup, sink, scripts, 0).run();
}

HtmlScanner::HtmlScanner(
    QByteArrayView text, Markup markup, ReferenceSink &sink, ScriptStrings scripts, int depth)
    : m_tokens(text)
    , m_sink(sink)
    , m_scripts(scripts)
    , m_depth(depth)
    , m_isXml(markup == Markup::Xml)
{
    m_tokens.setCdataAllowed(m_isXml);
}

void HtmlScanner::run()
{
    using Token = HtmlTokenizer::Token;
    for (;;) {
        switch (m_tokens.next()) {
        case Token::End:
            return;
        case Token::StartTag:
            startTag();
            break;
        case Token::EndTag:
            endTag();
            break;
        case Token::Text:
            if (m_textUse != TextUse::None) {
                readText();
            }
            break;
        case Token::Comment:
            if (m_isXml) {
                readComment();
            }
            break;
        case Token::Doctype:
            break;
        }
    }
}

void HtmlScanner::startTag()
{
    const Element element = elementNamed(m_isXml ? localName(m_tokens.name()) : m_tokens.name());
    collectAttributes();

    ForeignContent::Traits traits;
    traits.selfClosing = m_tokens.isSelfClosing();
    if (element == Element::Font) {
        traits.fontHasLooks = has(Attribute::Color) || has(Attribute::Face) || has(Attribute::Size);
    } else if (element == Element::AnnotationXml) {
        const QByteArray encoding = decoded(Attribute::Encoding).toLower();
        traits.holdsHtml = encoding == "text/html" || encoding == "application/xhtml+xml";
    }
    const bool wasHtml = m_foreign.isHtml();
    m_namespace = m_foreign.startTag(element, traits);
    if (!m_isXml && wasHtml != m_foreign.isHtml()) {
        m_tokens.setCdataAllowed(!m_foreign.isHtml());
    }
    switchContent(element);
    m_templates += element == Element::Template && m_foreign.isHtml();

    if (m_knownCount == 0) {
        return;
    }
    m_nofollow = (element == Element::A || element == Element::Area) && has(Attribute::Rel)
        && ascii::hasWord(decoded(Attribute::Rel), "nofollow");
    if (element == Element::Object || element == Element::Applet) {
        m_codebase = ascii::trimmed(decoded(Attribute::Codebase)).toByteArray();
    }
    const bool isGuarded = has(Attribute::Integrity) || has(Attribute::Crossorigin);
    const bool mayObstruct = isGuarded || element == Element::Base || element == Element::Meta
        || element == Element::Object || element == Element::Applet;
    if (isGuarded) {
        m_sink.beginElement();
    }
    for (int i = 0; i < m_knownCount; ++i) {
        const auto &[attribute, where] = m_attributes[size_t(i)];
        if (mayObstruct) {
            findObstacle(element, attribute, *where);
        }
        readAttribute(element, attribute, *where);
    }
    m_codebase.clear();
    if (isGuarded) {
        m_sink.endElement();
    }
}

void HtmlScanner::endTag()
{
    const Element element = elementNamed(m_isXml ? localName(m_tokens.name()) : m_tokens.name());
    if (element == m_textElement) {
        m_textUse = TextUse::None;
    }
    m_templates -= element == Element::Template && m_templates > 0;
    const bool wasHtml = m_foreign.isHtml();
    m_foreign.endTag(element);
    if (!m_isXml && wasHtml != m_foreign.isHtml()) {
        m_tokens.setCdataAllowed(!m_foreign.isHtml());
    }
}

void HtmlScanner::collectAttributes()
{
    m_known.reset();
    m_knownCount = 0;
    for (const HtmlAttribute &where : m_tokens.attributes()) {
        const Attribute attribute = attributeNamed(m_tokens.name(where));
        // Of repeated attributes the first counts: section 13.2.5.33.
        if (attribute != Attribute::Other && !has(attribute)) {
            m_known.set(size_t(attribute));
            m_attributes[size_t(m_knownCount++)] = {attribute, &where};
        }
    }
}

void HtmlScanner::switchContent(Element element)
{
    using Content = HtmlTokenizer::Content;
    const bool isHtml = !m_isXml && m_foreign.isHtml();
    const Content content = contentOf(element);
    m_textUse = TextUse::None;
    if (content == Content::Data || (m_tokens.isSelfClosing() && !isHtml)) {
        return;
    }
    m_textElement = element;
    if (isHtml) {
        m_tokens.setContent(content);
    }
    if (element == Element::Style) {
        m_textUse = TextUse::Css;
    } else if (element == Element::Script) {
        const auto form = jsonFormOfScript(decoded(Attribute::Type).trimmed().toLower());
        if (form) {
            m_textUse = TextUse::Json;
            m_jsonForm = *form;
        } else if (m_scripts == ScriptStrings::Guess) {
            m_textUse = TextUse::Script;
        }
    }
}

void HtmlScanner::readAttribute(Element element, Attribute attribute, const HtmlAttribute &where)
{
    using Namespace = ForeignContent::Namespace;
    const HtmlRule rule = ruleFor(element, attribute);
    if (rule == HtmlRule::None) {
        return;
    }
    const DecodedText value(m_tokens.value(where), HtmlText::Attribute);
    const qsizetype offset = where.valueBegin;
    const FoundIn found{nameOf(element), nameOf(attribute)};
    const auto looksLikeAddress = [&] {
        const QByteArrayView text = ascii::trimmed(value.text());
        return !text.isEmpty() && !QByteArrayView("{[<#$").contains(text.front());
    };
    switch (rule) {
    case HtmlRule::None:
        break;
    case HtmlRule::Navigation:
        readAddress(value, offset, LinkKind::Navigation, found);
        break;
    case HtmlRule::Requisite:
        readAddress(value, offset, LinkKind::Requisite, found);
        break;
    case HtmlRule::SvgRequisite:
        if (m_namespace == Namespace::Svg) {
            readAddress(value, offset, LinkKind::Requisite, found);
        }
        break;
    case HtmlRule::ForeignHref:
        if (m_namespace != Namespace::Html) {
            readAddress(value, offset,
                m_namespace == Namespace::Svg ? LinkKind::Requisite : LinkKind::Navigation, found);
        }
        break;
    case HtmlRule::SvgCss:
        if (m_namespace == Namespace::Svg && value.text().contains('(')) {
            readCss(value, offset, found.element);
        }
        break;
    case HtmlRule::Hint:
        if (!value.text().contains('.') && !value.text().contains('/')) {
            break;
        }
        if (looksLikeAddress()) {
            readAddress(value, offset, LinkKind::Requisite, found);
        }
        break;
    case HtmlRule::Background:
        if (value.text().contains('(')) {
            readCss(value, offset, found.element);
            break;
        }
        [[fallthrough]];
    case HtmlRule::Guess:
        if (looksLikeAddress()) {
            readAddress(value, offset, LinkKind::Requisite, found);
        }
        break;
    case HtmlRule::GuessSrcset:
        if (!looksLikeAddress()) {
            break;
        }
        [[fallthrough]];
    case HtmlRule::Srcset:
        readSrcset(value, offset, found);
        break;
    case HtmlRule::Elsewhere:
        readElsewhere(value, offset, found);
        break;
    case HtmlRule::NavigationList:
        readList(value, offset, LinkKind::Navigation, found);
        break;
    case HtmlRule::RequisiteList:
        readList(value, offset, LinkKind::Requisite, found);
        break;
    case HtmlRule::Css:
        readCss(value, offset, found.element);
        break;
    case HtmlRule::Srcdoc:
        readSrcdoc(value, offset);
        break;
    case HtmlRule::Base:
        readBase(value, offset, found);
        break;
    case HtmlRule::LinkHref:
        readLinkHref(value, offset, found);
        break;
    case HtmlRule::Meta:
        readMeta(value, offset);
        break;
    case HtmlRule::Param:
        readParam(value, offset, found);
        break;
    }
}

void HtmlScanner::readText()
{
    const DecodedText text(m_tokens.text(), m_tokens.textKind());
    const qsizetype offset = m_tokens.text().data() - m_tokens.input().data();
    if (m_textUse == TextUse::Css) {
        readCss(text, offset, "style");
    } else if (m_textUse == TextUse::Script) {
        readScript(text, offset);
    } else {
        readJson(text, offset, m_jsonForm);
    }
}

QByteArrayView HtmlScanner::raw(Attribute attribute) const
{
    if (has(attribute)) {
        for (int i = 0; i < m_knownCount; ++i) {
            if (m_attributes[size_t(i)].attribute == attribute) {
                return m_tokens.value(*m_attributes[size_t(i)].where);
            }
        }
    }
    return {};
}

QByteArray HtmlScanner::decoded(Attribute attribute) const
{
    return DecodedText(raw(attribute), HtmlText::Attribute).text().toByteArray();
}

} // namespace gleaner
