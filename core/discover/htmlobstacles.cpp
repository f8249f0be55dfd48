// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/ascii.h"
#include "core/discover/htmlscanner.h"

// What HtmlScanner finds in the way of a page that is opened as a file.

namespace gleaner
{

void HtmlScanner::findObstacle(Element element, Attribute attribute, const HtmlAttribute &where)
{
    using When = Obstacle::When;
    bool isObstacle = false;
    When when = When::Always;
    switch (attribute) {
    case Attribute::Href:
        // The base of a template is another document's; see readBase().
        isObstacle = element == Element::Base && m_templates == 0
            && m_namespace == ForeignContent::Namespace::Html;
        break;
    case Attribute::Codebase:
        isObstacle = element == Element::Object || element == Element::Applet;
        break;
    case Attribute::HttpEquiv:
        isObstacle = element == Element::Meta
            && ascii::equals(decoded(attribute).trimmed(), "content-security-policy");
        break;
    case Attribute::Integrity:
    case Attribute::Crossorigin:
        isObstacle = true;
        when = When::WithLocalFile;
        break;
    default:
        break;
    }
    if (!isObstacle) {
        return;
    }
    for (const HtmlAttribute &each : m_tokens.attributes()) {
        // Without the first one a repeated one would count.
        if (each.nameBegin >= where.nameBegin && attributeNamed(m_tokens.name(each)) == attribute) {
            m_sink.obstacle({qsizetype(each.nameBegin), when});
        }
    }
}

} // namespace gleaner
