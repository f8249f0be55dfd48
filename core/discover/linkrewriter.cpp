// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/linkrewriter.h"

#include "core/discover/ascii.h"
#include "core/discover/linkplaces.h"
#include "core/discover/linkspelling.h"
#include "core/discover/scandocument.h"
#include "core/discover/sourceoffsets.h"
#include "core/discover/xmlreader.h"

namespace gleaner
{

namespace
{

/// XML of all other kinds is data, whatever its attributes are called.
bool isShown(const DecodedDocument &document)
{
    switch (document.type) {
    case DocumentType::Html:
    case DocumentType::Css:
        return true;
    case DocumentType::Xhtml: {
        const QByteArrayView root = rootElement(document.text);
        return root == QByteArrayView("html") || root == QByteArrayView("svg");
    }
    default:
        return false;
    }
}

/// In the way of what is edited below: the name itself stays readable for people.
const QByteArray ineffective = QByteArrayLiteral("data-");

} // namespace

bool holdsRewritableLinks(QByteArrayView contentType, const Address &address)
{
    const DocumentType type = announcedType(contentType, address);
    return type == DocumentType::Html || type == DocumentType::Xhtml || type == DocumentType::Xml
        || type == DocumentType::Css;
}

std::optional<std::vector<Edit>> rewriteLinks(const DocumentCopy &copy, const LocalCopies &copies)
{
    const DecodedDocument decoded = decodeDocument(copy.document);
    if (!isShown(decoded))
        return std::vector<Edit>();
    LinkPlaces places(decoded.text);
    scanDocument(decoded, copy.document.address, places);
    const QueryEncoder encoder =
        decoded.type == DocumentType::Css ? QueryEncoder() : queryEncoderFor(decoded.charset);
    LinkSpeller speller(copy, copies, encoder, places.base());
    std::vector<Edit> edits;
    for (const LinkPlace &place : places.places()) {
        const auto link = speller.linkFor(place);
        if (link.isLocal && place.guard >= 0)
            places.setLoadsCopy(place.guard);
        if (link.text)
            edits.push_back({place.begin, place.begin + link.replaced, *link.text});
    }
    for (const qsizetype name : places.obstacles())
        edits.push_back({name, name, ineffective});
    if (edits.empty())
        return edits;
    sortEdits(edits);
    return editsOfBytes(copy.document, decoded, edits);
}

} // namespace gleaner
