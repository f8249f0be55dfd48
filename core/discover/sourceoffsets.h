// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/edits.h"
#include "core/discover/scandocument.h"

namespace gleaner
{

/// Takes edits of a document's decoded text, which write nothing but ASCII, to edits of its bytes.
///
/// In whatever charset: that the edited bytes mean the edited text, and nothing else, has been
/// tried when it returns. Nothing if that cannot be had; then the document is to be left alone.
/// Linear, any thread.
std::optional<std::vector<Edit>> editsOfBytes(
    const Document &document, const DecodedDocument &decoded, const std::vector<Edit> &textEdits);

} // namespace gleaner
