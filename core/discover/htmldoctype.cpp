// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/ascii.h"
#include "core/discover/htmltokenizer.h"

// A DOCTYPE's parts: sections 13.2.5.53 to 13.2.5.68 of the HTML standard.

namespace gleaner
{

namespace
{

QByteArray textOf(QByteArrayView raw)
{
    return DecodedText(raw, HtmlText::Rawtext).text().toByteArray();
}

QByteArrayView withoutLeadingSpace(QByteArrayView text)
{
    while (!text.isEmpty() && ascii::isSpace(text.front())) {
        text = text.sliced(1);
    }
    return text;
}

bool beginsWithQuote(QByteArrayView text)
{
    return text.startsWith('"') || text.startsWith('\'');
}

// Takes a quoted identifier from the front; true if its closing quote is there.
bool takeIdentifier(QByteArrayView &rest, std::optional<QByteArray> &identifier)
{
    const qsizetype quote = rest.indexOf(rest.front(), 1);
    const QByteArrayView content = quote < 0 ? rest.sliced(1) : rest.sliced(1, quote - 1);
    identifier = textOf(content);
    rest = quote < 0 ? QByteArrayView() : rest.sliced(quote + 1);
    return quote >= 0;
}

} // namespace

HtmlDoctype HtmlTokenizer::doctype() const
{
    HtmlDoctype result;
    const bool finished = m_nameEnd < m_input.size();
    QByteArrayView rest = withoutLeadingSpace(view(m_nameBegin, m_nameEnd));
    qsizetype nameEnd = 0;
    while (nameEnd < rest.size() && !ascii::isSpace(rest[nameEnd])) {
        ++nameEnd;
    }
    result.name = textOf(rest.first(nameEnd)).toLower();
    rest = withoutLeadingSpace(rest.sliced(nameEnd));
    if (!finished || result.name.isEmpty()) {
        result.forceQuirks = true;
    }

    const bool isPublic = ascii::startsWith(rest, "public");
    const bool isSystem = ascii::startsWith(rest, "system");
    if (!isPublic && !isSystem) {
        result.forceQuirks = result.forceQuirks || !rest.isEmpty();
        return result;
    }
    rest = withoutLeadingSpace(rest.sliced(6));
    if (!beginsWithQuote(rest)) {
        result.forceQuirks = true;
        return result;
    }
    if (isPublic) {
        if (!takeIdentifier(rest, result.publicId)) {
            result.forceQuirks = true;
            return result;
        }
        rest = withoutLeadingSpace(rest);
        if (!beginsWithQuote(rest)) {
            result.forceQuirks = result.forceQuirks || !rest.isEmpty();
            return result;
        }
    }
    const bool closed = takeIdentifier(rest, result.systemId);
    // What stands behind both identifiers is ignored, and with it that the input may end there.
    const bool hasTail = !withoutLeadingSpace(rest).isEmpty();
    result.forceQuirks = !closed || (!finished && !hasTail);
    return result;
}

} // namespace gleaner
