// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/listlinks.h"

#include "core/discover/ascii.h"
#include "core/discover/xmllinks.h"

#include <optional>

namespace gleaner
{

namespace
{

template <typename Use>
void forEachLine(QByteArrayView text, Use use)
{
    ascii::forEachWord(
        text, [](char c) { return c == '\n' || c == '\r'; },
        [&](QByteArrayView line) {
            line = ascii::trimmed(line);
            if (!line.isEmpty()) {
                use(line);
            }
        });
}

void report(
    ReferenceSink &sink, QByteArrayView whole, QByteArrayView part, LinkKind kind, FoundIn found)
{
    Reference reference;
    reference.text = part;
    reference.begin = part.data() - whole.data();
    reference.end = reference.begin + part.size();
    reference.kind = kind;
    reference.found = found;
    sink.reference(reference);
}

bool isWebAddress(QByteArrayView line)
{
    return ascii::startsWith(line, "http://") || ascii::startsWith(line, "https://");
}

bool holdsSpace(QByteArrayView line)
{
    for (const char c : line) {
        if (ascii::isSpace(c)) {
            return true;
        }
    }
    return false;
}

} // namespace

void scanPlaylist(QByteArrayView text, ReferenceSink &sink)
{
    forEachLine(text, [&](QByteArrayView line) {
        if (!line.startsWith('#')) {
            report(sink, text, line, LinkKind::Requisite, {"playlist", "line"});
            return;
        }
        const qsizetype name = line.startsWith("#EXT") ? line.indexOf("URI=\"") : -1;
        const qsizetype begin = name + 5;
        const qsizetype end = name < 0 ? -1 : line.indexOf('"', begin);
        if (end >= 0) {
            report(sink, text, line.sliced(begin, end - begin), LinkKind::Requisite,
                {"playlist", "uri"});
        }
    });
}

void scanAddressList(QByteArrayView text, ReferenceSink &sink)
{
    text = text.first(std::min(text.size(), MaxSitemapBytes));
    bool isList = true;
    forEachLine(text, [&](QByteArrayView line) {
        isList = isList && (line.startsWith('#') || (isWebAddress(line) && !holdsSpace(line)));
    });
    if (!isList) {
        return;
    }
    int entries = 0;
    forEachLine(text, [&](QByteArrayView line) {
        if (!line.startsWith('#') && ++entries <= MaxSitemapEntries) {
            report(sink, text, line, LinkKind::Navigation, {"list", "line"});
        }
    });
}

std::vector<Link> robotsSitemaps(QByteArrayView robots, const Address &robotsAddress)
{
    std::vector<Link> links;
    forEachLine(robots, [&](QByteArrayView line) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || !ascii::equals(ascii::trimmed(line.first(colon)), "sitemap")) {
            return;
        }
        const QByteArrayView rest = ascii::trimmed(line.sliced(colon + 1));
        const qsizetype comment = rest.indexOf(" #");
        const QByteArrayView text = ascii::trimmed(comment < 0 ? rest : rest.first(comment));
        const std::optional<Address> address =
            text.isEmpty() ? std::nullopt : robotsAddress.resolve(text);
        if (address) {
            links.push_back({*address, LinkKind::Sitemap, {"robots.txt", "sitemap"}, false});
        }
    });
    return links;
}

} // namespace gleaner
