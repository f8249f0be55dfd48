// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activerows.h"
#include "ui/arrangement.h"
#include "ui/recordtree.h"

#include <QByteArray>

namespace gleaner
{

/// A row's place in an order: a number, and where numbers are equal a text.
struct RowKey {
    qint64 number = 0;
    NodeId node = RecordTree::root;
};

/// What rows are sorted by: a number as far as the column has one, else text as its bytes are.
/// Rows that are equal keep the order in which they were found. Window thread; the tree and the
/// active rows must outlive it.
class RowKeys
{
public:
    RowKeys(const RecordTree *tree, const ActiveRows *active, RowView view, RowSort sort)
        : m_tree(tree)
        , m_active(active)
        , m_view(view)
        , m_sort(sort)
    {
    }

    RowKey key(NodeId node) const;
    bool isLess(const RowKey &a, const RowKey &b) const;

private:
    qint64 numberOf(NodeId folder) const;
    qint64 numberOf(const Record &record) const;
    /// Empty for columns of numbers.
    QByteArrayView textOf(NodeId node) const;
    QByteArrayView addressOf(NodeId node) const;

    const RecordTree *m_tree;
    const ActiveRows *m_active;
    RowView m_view;
    RowSort m_sort;
};

} // namespace gleaner
