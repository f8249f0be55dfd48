// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>

#include <algorithm>
#include <vector>

namespace gleaner
{

/// A merge sort that can be left in the middle, so that a thread with other things to do can sort a
/// million values. A plain value; `Less` is a strict order without equals.
///
/// Own code because the library's sorts only end when they are done, and because a sort in another
/// thread would need copies of what it compares.
template <typename T, typename Less>
class SlicedSort
{
public:
    SlicedSort(std::vector<T> values, Less less)
        : m_values(std::move(values))
        , m_less(std::move(less))
    {
    }

    /// Until it is done or time is up; whether it is done.
    bool work(const QDeadlineTimer &until)
    {
        while (!sortsRuns() || !merges()) {
            if (until.hasExpired())
                return false;
        }
        return true;
    }

    /// When it is done.
    std::vector<T> take() { return std::move(m_values); }

private:
    static constexpr size_t run = 512;

    /// A step; whether all runs are sorted.
    bool sortsRuns()
    {
        if (m_sorted >= m_values.size())
            return true;
        const size_t end = std::min(m_sorted + run, m_values.size());
        std::sort(m_values.begin() + m_sorted, m_values.begin() + end, m_less);
        m_sorted = end;
        return m_sorted >= m_values.size();
    }

    /// A step; whether all is one run.
    bool merges()
    {
        const size_t size = m_values.size();
        if (m_width >= size)
            return true;
        if (m_merged.empty())
            m_merged.reserve(size);
        // In this pass the two runs that m_merged ends in.
        const size_t begin = m_merged.size() / (2 * m_width) * (2 * m_width);
        const size_t middle = std::min(begin + m_width, size);
        const size_t end = std::min(begin + 2 * m_width, size);
        if (m_merged.size() == begin) {
            m_left = begin;
            m_right = middle;
        }
        for (size_t steps = run; steps > 0 && m_merged.size() < end; --steps) {
            const bool takesRight =
                m_left == middle || (m_right < end && m_less(m_values[m_right], m_values[m_left]));
            m_merged.push_back(std::move(m_values[takesRight ? m_right++ : m_left++]));
        }
        if (m_merged.size() == size) {
            std::swap(m_values, m_merged);
            m_merged.clear();
            m_width *= 2;
        }
        return m_width >= size;
    }

    std::vector<T> m_values;
    std::vector<T> m_merged;
    Less m_less;
    size_t m_sorted = 0;
    size_t m_width = run;
    size_t m_left = 0;
    size_t m_right = 0;
};

} // namespace gleaner
