// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/charset.h"
#include "core/discover/documenttype.h"
#include "core/discover/reference.h"

namespace gleaner
{

/// A body made ready for scanning: what it is, and its text in UTF-8.
struct DecodedDocument {
    DocumentType type = DocumentType::None;
    CharsetName charset = "UTF-8"; ///< what it was in
    /// The body itself, not copied, unless a legacy charset or a byte order mark made it another.
    QByteArray text;
    ScriptStrings scripts = ScriptStrings::Ignore;
};

/// Decides a body's type and charset and converts it. Any thread.
DecodedDocument decodeDocument(const Document &document);

/// Hands a document's references to the sink, unresolved and with their offsets into
/// DecodedDocument::text: for those who rewrite links in place. Where begin equals end (feeds,
/// sitemaps) there is nothing to rewrite. Any thread; linear.
void scanDocument(const DecodedDocument &document, const Address &address, ReferenceSink &sink);

} // namespace gleaner
