// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/descriptors.h"

#include <algorithm>
#include <limits>
#include <sys/resource.h>

namespace gleaner
{

namespace
{

/// Used by the program whatever it does, counted in /proc and rounded up.
constexpr rlim_t usedAnyway = 32;
/// Its socket, the file it goes into, and its share of the threads.
constexpr rlim_t perConnection = 3;

} // namespace

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max)
        return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

int mostConnections()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return std::numeric_limits<int>::max();
    if (limit.rlim_cur <= usedAnyway + perConnection)
        return 1;
    return int(std::min<rlim_t>((limit.rlim_cur - usedAnyway) / perConnection, 1'000'000));
}

} // namespace gleaner
