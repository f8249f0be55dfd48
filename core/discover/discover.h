// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/address.h"

#include <QByteArray>

#include <vector>

namespace gleaner
{

/// What a link is to the page that holds it; decides how scope and depth count it.
enum class LinkKind : quint8 {
    Navigation, ///< a person could click it: a, area, iframe, frame, meta refresh, Location
    Requisite, ///< the page is incomplete without it: image, style, script, font, media
    Feed,
    Sitemap,
    Alternate, ///< another form of the same page: link rel=alternate, canonical, amphtml
    Guessed, ///< a string of a script looks like a file's address; see ScriptStrings
};
inline constexpr size_t LinkKinds = 6;

/// Scripts are not run. Strings in them that are plainly addresses of files with known extensions
/// may be proposed as LinkKind::Guessed: what a script does with them is not known, so that some
/// lead nowhere, or elsewhere than where the script would have asked for them.
enum class ScriptStrings : quint8 { Ignore, Guess };

/// Where in a document a link was found, for people: "img srcset", "CSS url()", "Link: header".
/// Element and attribute are lower case literals with static life, never text of the network.
struct FoundIn {
    const char *element = "";
    const char *attribute = "";
};

/// One address that a document names.
struct Link {
    Address address;
    LinkKind kind = LinkKind::Navigation;
    FoundIn found;
    bool nofollow = false; ///< rel=nofollow on the element
};

/// A body as it was received and decoded, with what the server said of it.
struct Document {
    QByteArray bytes;
    QByteArray contentType; ///< the header's value, parameters included; may be empty
    Address address; ///< where it came from, after redirects: the first base
    ScriptStrings scripts = ScriptStrings::Ignore;
};

/// Links of a document, each address once per kind, in document order.
struct Discovery {
    std::vector<Link> links;
    bool pageNofollow = false; ///< meta robots says nofollow or none
};

/// Can a body of this type hold links that discover() finds? Judged by Content-Type and, where
/// that is missing or generic, by the address's extension. JSON and plain text of any name may be a
/// manifest or a list of addresses, but what is longer than MaxUnnamedList is data; -1: not stated.
bool holdsLinks(QByteArrayView contentType, const Address &address, qint64 statedLength = -1);
inline constexpr qint64 MaxUnnamedList = 4 << 20;

/// Finds every address that the document names. A pure function: any thread, no I/O, time and
/// memory linear in the size of the body, whatever is in it. Schemes other than http and https
/// are reported too (scope says why they are skipped), except `data:`, `javascript:`, `mailto:`,
/// `tel:`, `about:` and `blob:`, which name nothing to fetch.
Discovery discover(const Document &document);

} // namespace gleaner
