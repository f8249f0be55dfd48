// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>

namespace gleaner::test
{

/// What this thread has had of the processor, in seconds: for work on one core, so that what else
/// the machine does counts less.
inline double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

} // namespace gleaner::test
