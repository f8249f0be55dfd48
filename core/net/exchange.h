// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/outcome.h"

namespace gleaner
{

/// What a request and its answer said, for whoever keeps that; the body goes to the sink. Filled in
/// by the fetcher while it is at work.
struct Exchange {
    qint64 began = 0; ///< ms since 1970; 0: nothing was asked
    HeaderList sent; ///< as handed to Qt, which adds Host and Connection. Secrets are among them
    ResponseHead head; ///< status 0: there was no answer
    QByteArray reason; ///< the words behind the status
    bool isUnpacked = false; ///< the sink's bytes are not those that came: a coding was taken off
    QByteArray rest; ///< the body of an answer that has none for the sink, as it came
    bool isRestWhole = true;
};

} // namespace gleaner
