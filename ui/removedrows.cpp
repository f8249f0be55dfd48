// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/removedrows.h"

#include "ui/session.h"

#include <algorithm>

namespace gleaner
{

RemovedRows *RemovedRows::of(Session *session)
{
    auto *known = session->findChild<RemovedRows *>();
    return known ? known : new RemovedRows(session);
}

RemovedRows::RemovedRows(Session *session)
    : QObject(session)
    , m_tree(session->tree())
{
    connect(m_tree, &TreeModel::arranged, this, &RemovedRows::tellAgain);
    connect(session->tree(), &QAbstractItemModel::rowsInserted, this, &RemovedRows::lookAtNew);
}

/// The newest such wish for it or for what it is in; 0 if there is none.
RecordId RemovedRows::knownWhenRemoved(const QModelIndex &row) const
{
    RecordId known = 0;
    for (QModelIndex above = row; above.isValid(); above = above.parent())
        known = std::max(known, m_rows.value(m_tree->nodeOf(above), 0));
    return known;
}

/// It, and all rows below it.
bool RemovedRows::isOlder(const QModelIndex &row, RecordId than) const
{
    if (m_tree->tree().recordIdOf(m_tree->nodeOf(row)) >= than)
        return false;
    // What is new stands at the end, as a rule.
    for (int child = m_tree->rowCount(row) - 1; child >= 0; --child) {
        if (!isOlder(m_tree->index(child, 0, row), than))
            return false;
    }
    return true;
}

bool RemovedRows::isOutOfSight(const QModelIndex &row) const
{
    const RecordId known = knownWhenRemoved(row);
    return known > 0 && isOlder(row, known);
}

void RemovedRows::collect(const QModelIndex &row, RecordId known, QModelIndexList *out) const
{
    if (isOlder(row, known)) {
        out->append(row);
        return;
    }
    for (int child = 0; child < m_tree->rowCount(row); ++child)
        collect(m_tree->index(child, 0, row), known, out);
}

void RemovedRows::remove(const QList<NodeId> &nodes)
{
    for (const NodeId node : nodes) {
        m_rows.insert(node, RecordId(m_tree->tree().size()));
        if (const QModelIndex row = m_tree->indexOfNode(node); row.isValid())
            Q_EMIT removed(row);
    }
}

void RemovedRows::restore(const QList<NodeId> &nodes)
{
    for (const NodeId node : nodes) {
        const RecordId known = m_rows.take(node);
        const QModelIndex row = m_tree->indexOfNode(node);
        if (known == 0 || !row.isValid())
            continue;
        QModelIndexList hidden;
        collect(row, known, &hidden);
        for (const QModelIndex &other : hidden)
            tellOf(other);
    }
}

QModelIndexList RemovedRows::all() const
{
    QModelIndexList rows;
    for (auto it = m_rows.begin(); it != m_rows.end(); ++it) {
        if (const QModelIndex row = m_tree->indexOfNode(it.key()); row.isValid())
            collect(row, it.value(), &rows);
    }
    return rows;
}

bool RemovedRows::hides(RecordId id) const
{
    const RecordTree &tree = m_tree->tree();
    for (NodeId node = tree.leafOf(id); node != RecordTree::root; node = tree.parent(node)) {
        if (id < m_rows.value(node, 0))
            return true;
    }
    return false;
}

/// How it is to be shown, and what is below it.
void RemovedRows::tellOf(const QModelIndex &row)
{
    if (isOutOfSight(row)) {
        Q_EMIT removed(row);
        return;
    }
    Q_EMIT restored(row);
    if (knownWhenRemoved(row) == 0)
        return;
    for (int child = 0; child < m_tree->rowCount(row); ++child)
        tellOf(m_tree->index(child, 0, row));
}

/// A view forgets what is hidden while the filter hides it as well, and hides what was hidden.
void RemovedRows::tellAgain()
{
    const QList<NodeId> nodes = m_rows.keys();
    for (const NodeId node : nodes) {
        if (const QModelIndex row = m_tree->indexOfNode(node); row.isValid())
            tellOf(row);
    }
}

/// What is new must be seen, and what was there must not, even if only the filter left it out.
void RemovedRows::lookAtNew(const QModelIndex &parent, int first, int last)
{
    if (m_rows.isEmpty())
        return;
    bool isNew = false;
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_tree->index(row, 0, parent);
        if (knownWhenRemoved(index) > 0)
            tellOf(index);
        isNew = isNew || !isOutOfSight(index);
    }
    // Upwards, until something is in sight already.
    QModelIndex way;
    for (QModelIndex above = parent; isNew && above.isValid(); above = above.parent()) {
        const RecordId known = knownWhenRemoved(above);
        if (known == 0)
            return;
        const int others = way.isValid() ? m_tree->rowCount(above) : first;
        QModelIndexList older;
        for (int row = others - 1; row >= 0; --row) {
            const QModelIndex other = m_tree->index(row, 0, above);
            if (other == way)
                continue;
            if (!isOutOfSight(other))
                return;
            older.append(other);
        }
        Q_EMIT restored(above);
        for (const QModelIndex &other : older)
            Q_EMIT removed(other);
        way = above;
    }
}

} // namespace gleaner
