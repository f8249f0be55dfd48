// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/htmlnames.h"

#include <vector>

namespace gleaner
{

/// Keeps track of where a page is inside SVG or MathML, without a tree: there `style`, `script`
/// and `title` hold ordinary text, and CDATA sections exist (HTML standard, section 13.2.6.5).
///
/// It sees the elements that open and close foreign content and those that break out of it. One
/// byte for each level; each tag costs constant time on average.
class ForeignContent
{
public:
    bool isHtml() const { return m_open.empty() || !isForeign(m_open.back()); }
    bool isSvg() const { return !m_open.empty() && m_open.back() == Element::Svg; }

    /// What a start tag has that decides.
    struct Traits {
        bool selfClosing = false;
        bool fontHasLooks = false; ///< font with color, face or size
        bool holdsHtml = false; ///< annotation-xml with an encoding of HTML
    };
    enum class Namespace : quint8 { Html, Svg, MathMl };
    /// Says which namespace the element itself belongs to; isHtml() and isSvg() are its content's.
    Namespace startTag(Element element, Traits traits);
    void endTag(Element element);

private:
    static bool isForeign(Element element)
    {
        return element == Element::Svg || element == Element::Math;
    }
    Namespace current() const
    {
        return isHtml() ? Namespace::Html : isSvg() ? Namespace::Svg : Namespace::MathMl;
    }
    bool opensHtml(Element element, Traits traits) const;

    // Svg and Math, and the elements inside them whose content is HTML again.
    std::vector<Element> m_open;
};

} // namespace gleaner
