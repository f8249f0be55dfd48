// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/arrangement.h"
#include "ui/recordtree.h"

#include <QHash>

#include <deque>
#include <vector>

namespace gleaner
{

/// Which nodes of a RecordTree are rows, below which other row, and in what order.
///
/// Twelve bytes a row. Rows come in two steps, because a model must announce them before they
/// appear: place() puts a record's row, and those above it, at the end of their parents; show()
/// lets count() tell of them. A parent shows no more than its limit, because a view walks over all
/// that it is told of; allowMore() raises it.
///
/// A plain value of the window's thread, owned by TreeModel; the tree must outlive it.
class ShownRows
{
public:
    static constexpr NodeId root = RecordTree::root;
    static constexpr int firstRows = 10'000;

    ShownRows(const RecordTree *tree, RowView view);

    RowView view() const { return m_view; }
    /// Is it a row? It may still have to be shown.
    bool has(NodeId node) const { return rowOf(node) != noRow; }
    bool isShown(NodeId node) const { return node == root || row(node) < count(parent(node)); }
    NodeId parent(NodeId node) const;
    int row(NodeId node) const { return int(rowOf(node)); }
    NodeId child(NodeId parent, int row) const { return listOf(parent)->rows[size_t(row)]; }
    /// The rows below a parent that are shown.
    int count(NodeId parent) const;
    /// The same with those that are to be shown.
    int total(NodeId parent) const;

    /// A row at the end of its parent's, unless it is there already; with those above it.
    void place(RecordId id);
    /// Would place() put it elsewhere than where it is?
    bool isMisplaced(RecordId id) const;

    /// Shown parents that got rows since settle(), each once.
    const std::vector<NodeId> &grown() const { return m_grown; }
    /// So many of them will show() show.
    int growth(NodeId parent) const;
    /// With everything below them.
    void show(NodeId parent);
    void settle();

    int limit(NodeId parent) const { return m_limits.value(parent, firstRows); }
    void allow(NodeId parent, int rows) { m_limits.insert(parent, rows); }
    const QHash<NodeId, int> &limits() const { return m_limits; }
    void setLimits(const QHash<NodeId, int> &limits) { m_limits = limits; }

    // To put rows in another order before any is shown: lists are numbered from 0.
    size_t listCount() const { return m_lists.size(); }
    std::vector<NodeId> &rowsOf(size_t list) { return m_lists[list].rows; }
    /// Rows of a list from there on are where they stand now.
    void renumber(size_t list, size_t row) { m_row[m_lists[list].rows[row]] = quint32(row); }
    bool hasList(NodeId node) const { return listOf(node) != nullptr; }
    /// show() of one level; what is below must follow.
    void showOwn(NodeId parent);

private:
    static constexpr quint32 noRow = ~quint32(0) >> 1;
    static constexpr quint32 noList = ~quint32(0);

    struct List {
        std::vector<NodeId> rows;
        int shown = 0;
        bool grown = false;
    };

    quint32 rowOf(NodeId node) const { return node < m_row.size() ? m_row[node] : noRow; }
    const List *listOf(NodeId node) const
    {
        return node < m_list.size() && m_list[node] != noList ? &m_lists[m_list[node]] : nullptr;
    }
    List *listOf(NodeId node) { return const_cast<List *>(std::as_const(*this).listOf(node)); }
    NodeId parentFor(NodeId node) const;
    NodeId pageAbove(RecordId id) const;
    void append(NodeId parent, NodeId node);

    const RecordTree *m_tree;
    RowView m_view;
    std::vector<quint32> m_row; ///< by node
    std::vector<quint32> m_list; ///< by node
    std::vector<NodeId> m_above; ///< by node, where parents may come to be others
    std::deque<List> m_lists;
    std::vector<NodeId> m_grown;
    QHash<NodeId, int> m_limits;
    std::vector<NodeId> m_path; ///< of place(); kept for its memory
};

} // namespace gleaner
