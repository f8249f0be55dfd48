// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rowwalk.h"

namespace gleaner
{

namespace
{

/// Up and down the rows as they stand, open or not.
class Walk
{
public:
    Walk(const RecordTree &tree, const ShownRows &rows)
        : m_tree(tree)
        , m_rows(rows)
    {
    }

    /// After the last one comes the root, and after it the first.
    NodeId next(NodeId node) const
    {
        if (childCount(node) > 0)
            return m_rows.child(node, 0);
        while (node != RecordTree::root) {
            const NodeId parent = m_rows.parent(node);
            if (m_rows.row(node) + 1 < m_rows.total(parent))
                return m_rows.child(parent, m_rows.row(node) + 1);
            node = parent;
        }
        return node;
    }

    NodeId previous(NodeId node) const
    {
        if (node == RecordTree::root)
            return lastBelow(node);
        const NodeId parent = m_rows.parent(node);
        return m_rows.row(node) == 0 ? parent
                                     : lastBelow(m_rows.child(parent, m_rows.row(node) - 1));
    }

    bool isFailed(NodeId node) const
    {
        return node != RecordTree::root && !m_tree.isFolder(node)
            && m_tree.stateOf(m_tree.recordIdOf(node)) == RecordState::Failed;
    }

private:
    /// Folders without a failure are passed by.
    int childCount(NodeId node) const
    {
        return m_tree.isFolder(node) && m_tree.sums(node).failed == 0 ? 0 : m_rows.total(node);
    }

    NodeId lastBelow(NodeId node) const
    {
        while (const int count = childCount(node))
            node = m_rows.child(node, count - 1);
        return node;
    }

    const RecordTree &m_tree;
    const ShownRows &m_rows;
};

} // namespace

/// `from` itself may be passed by, but the root comes once a round.
template <typename Step>
static RecordId failedFrom(const RecordTree &tree, NodeId from, const Walk &walk, Step step)
{
    int rounds = 0;
    for (NodeId node = step(from); rounds < 2; node = step(node)) {
        if (walk.isFailed(node))
            return tree.recordIdOf(node);
        rounds += node == RecordTree::root ? 1 : 0;
    }
    return noRecord;
}

RecordId nextFailed(const RecordTree &tree, const ShownRows &rows, NodeId from)
{
    const Walk walk(tree, rows);
    return failedFrom(tree, from, walk, [&walk](NodeId node) { return walk.next(node); });
}

RecordId previousFailed(const RecordTree &tree, const ShownRows &rows, NodeId from)
{
    const Walk walk(tree, rows);
    return failedFrom(tree, from, walk, [&walk](NodeId node) { return walk.previous(node); });
}

} // namespace gleaner
