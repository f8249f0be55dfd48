// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/foreigncontent.h"

namespace gleaner
{

namespace
{

bool breaksOut(Element element, bool fontHasLooks)
{
    switch (element) {
    case Element::Breakout:
    case Element::Body:
    case Element::Embed:
    case Element::Head:
    case Element::Img:
    case Element::Meta:
        return true;
    case Element::Font:
        return fontHasLooks;
    default:
        return false;
    }
}

} // namespace

ForeignContent::Namespace ForeignContent::startTag(Element element, Traits traits)
{
    if (!isHtml() && breaksOut(element, traits.fontHasLooks)) {
        while (!isHtml()) {
            m_open.pop_back();
        }
        return Namespace::Html;
    }
    if (isHtml()) {
        if (isForeign(element) && !traits.selfClosing) {
            m_open.push_back(element);
        }
        return element == Element::Svg ? Namespace::Svg
            : element == Element::Math ? Namespace::MathMl
                                       : Namespace::Html;
    }
    const Namespace own = current();
    if (!traits.selfClosing && (element == m_open.back() || opensHtml(element, traits))) {
        m_open.push_back(element);
    }
    return own;
}

void ForeignContent::endTag(Element element)
{
    if (!m_open.empty() && m_open.back() == element) {
        m_open.pop_back();
    }
}

bool ForeignContent::opensHtml(Element element, Traits traits) const
{
    switch (element) {
    case Element::Foreignobject:
    case Element::Desc:
    case Element::Title:
        return isSvg();
    case Element::Mi:
    case Element::Mo:
    case Element::Mn:
    case Element::Ms:
    case Element::Mtext:
        return !isSvg();
    case Element::AnnotationXml:
        return !isSvg() && traits.holdsHtml;
    default:
        return false;
    }
}

} // namespace gleaner
