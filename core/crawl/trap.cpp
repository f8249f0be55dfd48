// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/trap.h"

#include <vector>

namespace gleaner
{

namespace
{

constexpr size_t longestPeriod = 4;
constexpr size_t mostTimes = 3;

std::vector<QByteArrayView> segmentsOf(QByteArrayView path)
{
    std::vector<QByteArrayView> segments;
    while (!path.isEmpty()) {
        const qsizetype slash = path.indexOf('/', 1);
        segments.push_back(path.first(slash < 0 ? path.size() : slash));
        path = path.sliced(segments.back().size());
    }
    return segments;
}

} // namespace

bool repeatsItself(QByteArrayView path)
{
    return !repeatedSegments(path).isEmpty();
}

QByteArrayView repeatedSegments(QByteArrayView path)
{
    const std::vector<QByteArrayView> segments = segmentsOf(path);
    for (size_t period = 1; period <= longestPeriod; ++period) {
        size_t same = 0;
        for (size_t i = period; i < segments.size(); ++i) {
            same = segments[i] == segments[i - period] ? same + 1 : 0;
            if (same < period * mostTimes)
                continue;
            const char *begin = segments[i + 1 - same - period].data();
            return {begin, segments[i + 1 - same].data()};
        }
    }
    return {};
}

} // namespace gleaner
