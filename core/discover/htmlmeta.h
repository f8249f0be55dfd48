// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/discover.h"

#include <QByteArrayView>

#include <optional>

namespace gleaner
{

/// What a `meta` element's content is an address of.
struct MetaMeaning {
    const char *name; ///< the literal, for FoundIn
    LinkKind kind;
};

/// By the value of `name`, `property` or `itemprop`, in any case: Open Graph, Twitter cards,
/// `msapplication-…`, microdata. Null for all others.
const MetaMeaning *metaMeaning(QByteArrayView name);

/// What a `link` element's `href` is, from its `rel`, `type` and `as`. Nothing where it is not
/// to be fetched: dns-prefetch, preconnect, pingback and other places to talk to, not to read.
std::optional<LinkKind> kindOfLink(QByteArrayView rel, QByteArrayView type, QByteArrayView as);

/// Is this the name of a `param` whose value is an address?
bool isAddressParam(QByteArrayView name);

/// Do a robots meta element's words forbid to follow the page's links?
bool forbidsFollowing(QByteArrayView content);

} // namespace gleaner
