// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"

namespace gleaner
{

/// How the download stands whose rows are shown. Its records stay what they are: what has not ended
/// goes on when the download is continued.
enum class Standing : quint8 { Goes, Stopped };

/// Does it look as if it waited, and nothing comes to it?
inline bool isLeft(const Record &record, Standing standing)
{
    return standing == Standing::Stopped && !isFinal(record.state);
}

} // namespace gleaner
