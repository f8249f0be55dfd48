// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/contentdecoder.h"
#include "core/net/outcome.h"

#include <memory>
#include <optional>

namespace gleaner
{

class Address;

/// How one body is packed, as far as we undo it. A value of the request that reads the body.
struct BodyCoding {
    std::shared_ptr<ContentDecoder> decoder; ///< null: the body is saved as it comes
    bool isKnown = true;

    bool isPlain() const { return isKnown && !decoder; }
    /// It cannot come to a good end any more.
    bool hasFailed() const;
    /// It had the end that its packing demands, so that nothing is missing.
    bool hadItsEnd() const;
    /// What is wrong with a body of which everything has come; nothing if all is well.
    std::optional<FetchFailure> failure(int status) const;
};

/// Reads Content-Encoding. A file that is packed by its name (.tar.gz) stays as it is: many servers
/// call its own packing the encoding, and unpacked it would not be what its name promises.
BodyCoding bodyCoding(const ResponseHead &head, const Address &address);

} // namespace gleaner
