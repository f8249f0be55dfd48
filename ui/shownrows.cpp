// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shownrows.h"

namespace gleaner
{

ShownRows::ShownRows(const RecordTree *tree, RowView view)
    : m_tree(tree)
    , m_view(view)
    , m_list{0}
    , m_lists(1)
{
    // Nobody inserts the root, so it has its list from the start.
}

NodeId ShownRows::parent(NodeId node) const
{
    if (m_view == RowView::FoundOn)
        return node < m_above.size() ? m_above[node] : root;
    return m_view == RowView::Sites ? m_tree->parent(node) : root;
}

NodeId ShownRows::parentFor(NodeId node) const
{
    if (m_view != RowView::FoundOn)
        return parent(node);
    const RecordId above = pageAbove(m_tree->recordIdOf(node));
    return above == noRecord ? root : m_tree->leafOf(above);
}

RecordId ShownRows::pageAbove(RecordId id) const
{
    const Record &record = m_tree->record(id);
    if (record.referrer >= m_tree->size())
        return noRecord;
    // Where a page is found again nearer to the start, referrers change, and for a while they may
    // lead in a circle. Going up, this order only falls.
    const Record &above = m_tree->record(record.referrer);
    const bool falls =
        above.depth < record.depth || (above.depth == record.depth && above.id < record.id);
    return falls ? above.id : noRecord;
}

int ShownRows::count(NodeId parent) const
{
    const List *list = listOf(parent);
    return list ? list->shown : 0;
}

int ShownRows::total(NodeId parent) const
{
    const List *list = listOf(parent);
    return list ? int(list->rows.size()) : 0;
}

void ShownRows::place(RecordId id)
{
    m_path.clear();
    for (NodeId node = m_tree->leafOf(id); node != root && !has(node); node = parentFor(node))
        m_path.push_back(node);
    for (; !m_path.empty(); m_path.pop_back())
        append(parentFor(m_path.back()), m_path.back());
}

bool ShownRows::isMisplaced(RecordId id) const
{
    const NodeId node = m_tree->leafOf(id);
    return m_view == RowView::FoundOn && has(node) && parentFor(node) != parent(node);
}

void ShownRows::append(NodeId parent, NodeId node)
{
    if (parent >= m_list.size())
        m_list.resize(m_tree->nodeCount(), noList);
    if (m_list[parent] == noList) {
        m_list[parent] = quint32(m_lists.size());
        m_lists.emplace_back();
    }
    if (node >= m_row.size())
        m_row.resize(m_tree->nodeCount(), noRow);
    if (m_view == RowView::FoundOn) {
        if (node >= m_above.size())
            m_above.resize(m_tree->nodeCount(), root);
        m_above[node] = parent;
    }
    List &list = m_lists[m_list[parent]];
    m_row[node] = quint32(list.rows.size());
    list.rows.push_back(node);
    // What is below a row that is still to be shown needs no announcement of its own.
    if (!list.grown && isShown(parent)) {
        list.grown = true;
        m_grown.push_back(parent);
    }
}

int ShownRows::growth(NodeId parent) const
{
    return qMin(total(parent), limit(parent)) - count(parent);
}

void ShownRows::showOwn(NodeId parent)
{
    if (List *list = listOf(parent))
        list->shown = qMax(list->shown, qMin(int(list->rows.size()), limit(parent)));
}

void ShownRows::show(NodeId parent)
{
    std::vector<NodeId> pending{parent};
    while (!pending.empty()) {
        const NodeId next = pending.back();
        pending.pop_back();
        const int before = count(next);
        showOwn(next);
        const List *list = listOf(next);
        for (int row = before; list && row < list->shown; ++row) {
            if (hasList(list->rows[size_t(row)]))
                pending.push_back(list->rows[size_t(row)]);
        }
    }
}

void ShownRows::settle()
{
    for (const NodeId parent : m_grown)
        listOf(parent)->grown = false;
    m_grown.clear();
}

} // namespace gleaner
