// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/address.h"

#include <QByteArrayView>

namespace gleaner
{

/// What a body is read as when its links are sought.
enum class DocumentType : quint8 {
    None, ///< nothing that holds links we know of
    Html,
    Xhtml, ///< and SVG, and XML of an unknown kind
    Css,
    Sitemap,
    Feed,
    Dash,
    Xml, ///< one of the four above: its root element tells
    Manifest,
    JsonFeed,
    Json, ///< one of the two above, or nothing of ours: its members tell
    Playlist,
    AddressList,
    Gzip, ///< a sitemap, perhaps
    Script, ///< only read if guessing is asked for
};

/// By Content-Type, and by the address's extension where the type is missing or generic. Xml, Json
/// and Gzip are left open. Any thread.
DocumentType announcedType(QByteArrayView contentType, const Address &address);

/// Do type or name say plainly that this is a list of addresses: text/uri-list, sitemap1.txt?
bool isNamedAsList(QByteArrayView contentType, const Address &address);

/// As announcedType(), settled by the bytes: both must agree. A picture that is called a page is
/// none (MIME Sniffing standard, section 6), a feed or sitemap that is called a page is read as
/// what it is (section 8), XML's root element and JSON's members tell the rest. Where no type was
/// given, a first tag makes a page (section 7.1).
DocumentType documentType(QByteArrayView contentType, const Address &address, QByteArrayView bytes);

/// By the root element of an XML document.
DocumentType xmlType(QByteArrayView xml);

} // namespace gleaner
