// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/outcome.h"
#include "core/task/task.h"

#include <QByteArray>

namespace gleaner
{

/// Where the bytes of one body go.
///
/// Driven by a fetcher in the crawl thread: begin() or resume() once, then write() in order,
/// nothing after a refusal. The end of the body is not told: whoever made the sink learns the
/// outcome from the fetcher and commits or drops it. Destroying it drops what was written.
class Sink
{
public:
    virtual ~Sink() = default;

    /// A successful answer with a body begins. False declines it.
    virtual bool begin(const ResponseHead &head, const BodyLength &length) = 0;

    /// The rest of a body begins, of which the sink has what was said in the request. False
    /// declines it.
    virtual bool resume(const ResponseHead &head)
    {
        Q_UNUSED(head);
        return false;
    }

    /// Takes the next bytes; ends when there is room for more. False gives up.
    virtual Task<bool> write(QByteArray bytes) = 0;
};

} // namespace gleaner
