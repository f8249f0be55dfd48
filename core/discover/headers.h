// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/discover.h"

#include <QByteArrayView>

#include <vector>

namespace gleaner
{

/// The address in a `Refresh:` header or a meta refresh's content, as a view into it; empty if it
/// only reloads. (HTML standard, section 4.2.5.3, "shared declarative refresh steps".)
QByteArrayView refreshTarget(QByteArrayView value);

/// The links of a `Link:` header's value (RFC 8288, section 3), resolved against the document's
/// address; with `imagesrcset` also its candidates. Those with an `anchor` describe another
/// document and are passed over, like those that name nothing to fetch: `mailto:` and the like. Any
/// thread.
std::vector<Link> linkHeaderLinks(QByteArrayView value, const Address &document);

/// The link of a `Refresh:` header, if it has one.
std::vector<Link> refreshHeaderLinks(QByteArrayView value, const Address &document);

/// The link of a `Content-Location:` header (RFC 9110, section 8.7), if it is another address.
std::vector<Link> contentLocationLinks(QByteArrayView value, const Address &document);

} // namespace gleaner
