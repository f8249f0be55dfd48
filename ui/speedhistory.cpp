// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/speedhistory.h"

#include <algorithm>
#include <numeric>

namespace gleaner
{

void SpeedHistory::add(qint64 bytesPerSecond)
{
    if (m_ring.size() < size_t(longest))
        m_ring.push_back(bytesPerSecond);
    else
        m_ring[size_t(m_count % longest)] = bytesPerSecond;
    ++m_count;
}

std::vector<qint64> SpeedHistory::last(int seconds) const
{
    const qint64 wanted = std::min<qint64>({seconds, longest, m_count});
    std::vector<qint64> speeds;
    speeds.reserve(size_t(wanted));
    for (qint64 number = m_count - wanted; number < m_count; ++number)
        speeds.push_back(m_ring[size_t(number % longest)]);
    return speeds;
}

qint64 SpeedHistory::peak(int seconds) const
{
    const auto speeds = last(seconds);
    return speeds.empty() ? 0 : *std::ranges::max_element(speeds);
}

qint64 SpeedHistory::mean(int seconds) const
{
    const auto speeds = last(seconds);
    return speeds.empty()
        ? 0
        : std::accumulate(speeds.begin(), speeds.end(), qint64(0)) / qint64(speeds.size());
}

bool SpeedHistory::isSteady(int seconds) const
{
    const auto speeds = last(seconds);
    const qint64 middle = mean(seconds);
    return int(speeds.size()) == seconds && middle > 0
        && std::ranges::all_of(speeds,
            [middle](qint64 speed) { return speed >= middle / 2 && speed <= middle * 3 / 2; });
}

} // namespace gleaner
