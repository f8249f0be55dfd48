// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/xmllinks.h"
#include "core/discover/xmlreader.h"

#include <optional>
#include <vector>

namespace gleaner
{

namespace
{

struct Place {
    const char *element;
    const char *attribute;
};

constexpr Place kPlaces[] = {
    {"Initialization", "sourceURL"},
    {"RepresentationIndex", "sourceURL"},
    {"SegmentTemplate", "index"},
    {"SegmentTemplate", "initialization"},
    {"SegmentTemplate", "media"},
    {"SegmentURL", "index"},
    {"SegmentURL", "media"},
};

bool is(QByteArrayView name, const char *wanted)
{
    return name == QByteArrayView(wanted, qstrlen(wanted));
}

// A BaseURL counts for what stands behind it inside its parent (ISO/IEC 23009-1, section 5.6).
struct Base {
    size_t depth;
    Address address;
};

} // namespace

void scanDash(QByteArrayView xml, const Address &document, ReferenceSink &sink)
{
    using Event = XmlReader::Event;
    XmlReader reader(xml);
    std::vector<Base> bases;
    const auto report = [&](QByteArrayView text, FoundIn found) {
        if (text.isEmpty() || text.contains('$')) {
            return;
        }
        Reference reference;
        reference.text = text;
        reference.kind = LinkKind::Requisite;
        reference.found = found;
        if (!bases.empty()) {
            reference.codebase = bases.back().address.bytes();
        }
        sink.reference(reference);
    };

    for (Event event = reader.next(); event != Event::End; event = reader.next()) {
        while (!bases.empty() && bases.back().depth > reader.depth()) {
            bases.pop_back();
        }
        if (event == Event::Start) {
            for (const Place &place : kPlaces) {
                if (is(reader.name(), place.element)) {
                    report(
                        reader.attribute(QByteArrayView(place.attribute, qstrlen(place.attribute))),
                        {place.element, place.attribute});
                }
            }
        } else if (is(reader.name(), "Location")) {
            report(reader.text(), {"Location", ""});
        } else if (is(reader.name(), "BaseURL")) {
            if (!reader.text().endsWith('/')) {
                report(reader.text(), {"BaseURL", ""});
            }
            const Address &outer = bases.empty() ? document : bases.back().address;
            // Of several at one place the first counts: the others are mirrors.
            const bool mirror = !bases.empty() && bases.back().depth == reader.depth();
            const std::optional<Address> address = outer.resolve(reader.text());
            if (address && !mirror) {
                bases.push_back({reader.depth(), *address});
            }
        }
    }
}

} // namespace gleaner
