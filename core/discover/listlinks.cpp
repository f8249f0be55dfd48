// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/listlinks.h"

#include "core/discover/ascii.h"
#include "core/discover/xmllinks.h"

#include <algorithm>

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

} // namespace gleaner
