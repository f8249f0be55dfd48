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
    Guess, ///< a requisite if the value looks like an address: data-src and its like
    Background, ///< as Guess, or CSS with url()
    Srcset,
    GuessSrcset,
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
