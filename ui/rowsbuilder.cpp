// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rowsbuilder.h"

#include <algorithm>

namespace gleaner
{

/// So many rows are dealt with between two looks at the clock.
static constexpr int atOnce = 128;

RowsBuilder::RowsBuilder(const RecordTree *tree, const ActiveRows *active,
    const RowMatcher *matcher, RowView view, RowSort sort, const QHash<NodeId, int> &limits)
    : m_tree(tree)
    , m_matcher(matcher)
    , m_sort(sort)
    , m_keys(tree, active, view, sort)
    , m_rows(tree, view)
{
    m_rows.setLimits(limits);
}

bool RowsBuilder::work(const QDeadlineTimer &until)
{
    if (!place(until) || !sort(until) || !show(until))
        return false;
    // What has come meanwhile stands at the end, as it would a moment later.
    for (; m_next < m_tree->size(); ++m_next)
        placeIfMeant(m_next);
    for (const RecordId id : std::exchange(m_late, {}))
        placeIfMeant(id);
    for (const NodeId parent : m_rows.grown())
        m_rows.show(parent);
    m_rows.settle();
    return true;
}

void RowsBuilder::placeIfMeant(RecordId id)
{
    if (m_matcher->matches(m_tree->record(id)))
        m_rows.place(id);
}

bool RowsBuilder::place(const QDeadlineTimer &until)
{
    if (m_placed)
        return true;
    while (m_next < m_tree->size()) {
        const RecordId end = RecordId(qMin<size_t>(m_next + atOnce, m_tree->size()));
        for (; m_next < end; ++m_next)
            placeIfMeant(m_next);
        if (until.hasExpired() && m_next < m_tree->size())
            return false;
    }
    m_placed = true;
    return true;
}

bool RowsBuilder::isInOrder(const std::vector<NodeId> &rows) const
{
    return m_sort.column == RowSort::discovery && std::ranges::is_sorted(rows);
}

bool RowsBuilder::sort(const QDeadlineTimer &until)
{
    while (m_list < m_rows.listCount()) {
        if (!sortList(until))
            return false;
        ++m_list;
        m_listRow = 0;
        m_listKeys.clear();
        m_sorting.reset();
        m_sorted.clear();
        if (until.hasExpired())
            return false;
    }
    return true;
}

bool RowsBuilder::sortList(const QDeadlineTimer &until)
{
    std::vector<NodeId> &rows = m_rows.rowsOf(m_list);
    if (!m_sorting) {
        if (m_listRow == 0 && (rows.size() < 2 || isInOrder(rows)))
            return true;
        while (m_listRow < rows.size()) {
            const NodeId node = rows[m_listRow++];
            m_listKeys.push_back(
                m_sort.column == RowSort::discovery ? RowKey{0, node} : m_keys.key(node));
            if (m_listRow % atOnce == 0 && until.hasExpired())
                return false;
        }
        m_sorting.emplace(std::move(m_listKeys), Less{m_keys});
        m_listKeys = {};
        m_listRow = 0;
    }
    if (m_sorted.empty()) {
        if (!m_sorting->work(until))
            return false;
        const std::vector<RowKey> keys = m_sorting->take();
        m_sorted.reserve(keys.size());
        for (const RowKey &key : keys)
            m_sorted.push_back(key.node);
        std::swap(rows, m_sorted);
    }
    while (m_listRow < rows.size()) {
        m_rows.renumber(m_list, m_listRow++);
        if (m_listRow % atOnce == 0 && until.hasExpired())
            return false;
    }
    return true;
}

bool RowsBuilder::show(const QDeadlineTimer &until)
{
    if (!m_showing) {
        m_showing = true;
        m_rows.showOwn(ShownRows::root);
        m_toShow.push_back({ShownRows::root, 0});
    }
    int steps = 0;
    while (!m_toShow.empty()) {
        Level &level = m_toShow.back();
        if (level.row == m_rows.count(level.parent)) {
            m_toShow.pop_back();
            continue;
        }
        const NodeId child = m_rows.child(level.parent, level.row++);
        if (m_rows.hasList(child)) {
            m_rows.showOwn(child);
            m_toShow.push_back({child, 0});
        }
        if (++steps % atOnce == 0 && until.hasExpired())
            return false;
    }
    return true;
}

} // namespace gleaner
