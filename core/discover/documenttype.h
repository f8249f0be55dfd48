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
    Playlist,
    AddressList,
    Gzip, ///< a sitemap, perhaps
};

/// By Content-Type, and by the address's extension where the type is missing or generic. Xml is
/// left open. Any thread.
DocumentType announcedType(QByteArrayView contentType, const Address &address);

/// The same, settled by the bytes: an XML document's root element, and the first tag where nothing
/// else tells (MIME Sniffing standard, section 7.1).
DocumentType documentType(QByteArrayView contentType, const Address &address, QByteArrayView bytes);

/// By the root element of an XML document.
DocumentType xmlType(QByteArrayView xml);

} // namespace gleaner
