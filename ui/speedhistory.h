// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace gleaner
{

/// How fast a download was, once a second while it ran, for the last half hour: a ring of numbers.
/// A value of the window's thread.
class SpeedHistory
{
public:
    static constexpr int longest = 30 * 60; ///< seconds

    void add(qint64 bytesPerSecond);
    /// How many were added in all: whoever draws it sees by that whether there is news.
    qint64 count() const { return m_count; }
    /// The last ones, the newest last; fewer if there are not so many yet.
    std::vector<qint64> last(int seconds) const;
    qint64 peak(int seconds) const;
    qint64 mean(int seconds) const;
    /// The last `seconds` are there, and none of them is far from their mean.
    bool isSteady(int seconds) const;

private:
    std::vector<qint64> m_ring;
    qint64 m_count = 0;
};

} // namespace gleaner
