// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/htmlnames.h"

namespace gleaner
{

/// How the value of an attribute names addresses.
enum class HtmlRule : quint8 {
    None,
    Navigation,
    Requisite,
    SvgRequisite, ///< a requisite where the element is SVG's
    ForeignHref, ///< the same, and a link where the element is MathML's
    SvgCss, ///< a style property with url(), where the element is SVG's
    Guess, ///< a requisite if the value looks like an address: data-src and its like
    Hint, ///< as Guess, of attributes that as often hold other things: only with a dot or a slash
    Background, ///< as Guess, or CSS with url()
    Srcset,
    GuessSrcset,
    Elsewhere, ///< not fetched: see Reference::Role
    NavigationList, ///< separated by blanks
    RequisiteList, ///< separated by blanks or commas
    Css,
    Srcdoc,
    Base,
    LinkHref, ///< by `rel`
    Meta, ///< by `name`, `property` or `http-equiv`
    Param, ///< by the parameter's name
};

/// One look into a table: what this attribute of this element is. Any thread.
HtmlRule ruleFor(Element element, Attribute attribute);

} // namespace gleaner
