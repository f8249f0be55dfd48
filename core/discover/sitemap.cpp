// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/xmllinks.h"
#include "core/discover/xmlreader.h"

#include <algorithm>

namespace gleaner
{

namespace
{

struct Place {
    const char *parent; ///< nullptr: any
    const char *element;
    LinkKind kind;
};

constexpr Place kPlaces[] = {
    {"sitemap", "loc", LinkKind::Sitemap},
    {"image", "loc", LinkKind::Requisite},
    {"url", "loc", LinkKind::Navigation},
    {"video", "content_loc", LinkKind::Navigation},
    {"video", "player_loc", LinkKind::Navigation},
    {"video", "thumbnail_loc", LinkKind::Requisite},
};

const Place *placeOf(QByteArrayView parent, QByteArrayView element)
{
    const auto is = [](QByteArrayView name, const char *wanted) {
        return name == QByteArrayView(wanted, qstrlen(wanted));
    };
    for (const Place &place : kPlaces) {
        if (is(element, place.element) && is(parent, place.parent)) {
            return &place;
        }
    }
    return nullptr;
}

} // namespace

void scanSitemap(QByteArrayView xml, ReferenceSink &sink)
{
    using Event = XmlReader::Event;
    XmlReader reader(xml.first(std::min(xml.size(), MaxSitemapBytes)));
    int entries = 0;
    for (Event event = reader.next(); event != Event::End; event = reader.next()) {
        Reference reference;
        QByteArray href;
        if (event == Event::Start) {
            const bool opensEntry = reader.name() == QByteArrayView("url")
                || reader.name() == QByteArrayView("sitemap");
            if (opensEntry && ++entries > MaxSitemapEntries) {
                return;
            }
            if (reader.name() == QByteArrayView("link")) {
                href = reader.attribute("href");
                reference.text = href;
                reference.kind = LinkKind::Alternate;
                reference.found = {"xhtml:link", "href"};
            }
        } else if (const Place *place = placeOf(reader.parent(), reader.name())) {
            reference.text = reader.text();
            reference.kind = place->kind;
            reference.found = {"sitemap", place->element};
        }
        if (!reference.text.isEmpty()) {
            sink.reference(reference);
        }
    }
}

} // namespace gleaner
