// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/discover.h"
#include "core/discover/edits.h"

#include <functional>
#include <optional>
#include <vector>

namespace gleaner
{

/// Where the copy of an address lies below the download's folder: names joined by '/', escaped by
/// escapedPath(). Empty if there is none.
using LocalCopies = std::function<QByteArray(const Address &)>;

/// A saved document whose links are to be rewritten.
struct DocumentCopy {
    Document document; ///< as it was served
    /// Further addresses under which the same bytes were served; their links lead where those of
    /// the document's own do not.
    std::vector<Address> otherAddresses;
    QByteArray place; ///< where it lies, as LocalCopies says it
};

/// Has bytes of that kind links that are rewritten, judged as holdsLinks() does?
bool holdsRewritableLinks(QByteArrayView contentType, const Address &address);

/// What makes a saved page, style sheet or SVG picture fit to be opened as a file: links to what
/// has a copy become relative, all others absolute, and what would keep it from working is made
/// ineffective (`base`, content security policies in `meta`, `integrity` and `crossorigin` before
/// copies). Only the bytes of addresses change, and names of attributes; what reads right is left.
///
/// The edits are those of document.bytes, in order. Nothing if it cannot be told how the bytes are
/// to be changed: see editsOfBytes(). A pure function, any thread, linear.
std::optional<std::vector<Edit>> rewriteLinks(const DocumentCopy &copy, const LocalCopies &copies);

} // namespace gleaner
