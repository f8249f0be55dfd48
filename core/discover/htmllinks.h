// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/reference.h"

namespace gleaner
{

/// Finds every place in a page that names an address: attributes, `srcset`, style sheets inside,
/// `meta`, JSON-LD, and the pages inside `srcdoc`, without building a tree. What stands in
/// `template` and `noscript` counts, as if scripts did not run; comments do not count.
///
/// Linear in the page, any thread. Pages inside pages are followed MaxPagesInPages deep.
enum class Markup : quint8 {
    Html,
    Xml, ///< XHTML and SVG files: no raw text elements, CDATA anywhere, xml-stylesheet
};
inline constexpr int MaxPagesInPages = 4;

void scanMarkup(QByteArrayView text, Markup markup, ReferenceSink &sink,
    ScriptStrings scripts = ScriptStrings::Ignore);

} // namespace gleaner
