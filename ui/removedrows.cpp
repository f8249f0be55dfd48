// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/removedrows.h"

#include "ui/session.h"

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
    connect(m_tree, &TreeModel::arranged, this, &RemovedRows::removeAgain);
    connect(session->tree(), &QAbstractItemModel::rowsInserted, this, &RemovedRows::makeRoomFor);
}

void RemovedRows::remove(const QModelIndexList &rows)
{
    for (const QModelIndex &row : rows) {
        if (contains(row))
            continue;
        m_rows.insert(m_tree->nodeOf(row));
        Q_EMIT removed(row.siblingAtColumn(0));
    }
}

void RemovedRows::restore(const QModelIndexList &rows)
{
    for (const QModelIndex &row : rows) {
        if (m_rows.remove(m_tree->nodeOf(row)))
            Q_EMIT restored(row.siblingAtColumn(0));
    }
}

QModelIndexList RemovedRows::all() const
{
    QModelIndexList rows;
    for (const NodeId node : m_rows) {
        if (const QModelIndex row = m_tree->indexOfNode(node); row.isValid())
            rows.append(row);
    }
    return rows;
}

bool RemovedRows::contains(const QModelIndex &row) const
{
    return m_rows.contains(m_tree->nodeOf(row));
}

bool RemovedRows::hides(RecordId id) const
{
    const RecordTree &tree = m_tree->tree();
    const NodeId leaf = tree.leafOf(id);
    return m_rows.contains(leaf) || tree.isBelowAny(leaf, m_rows);
}

/// A view forgets what is hidden while the filter hides it as well.
void RemovedRows::removeAgain()
{
    for (const QModelIndex &row : all())
        Q_EMIT removed(row);
}

/// What is new must be seen, and what was there must not.
void RemovedRows::makeRoomFor(const QModelIndex &parent, int first)
{
    QModelIndex folder = parent;
    int known = first; // rows of this folder that are not new
    QModelIndex way; // the one of them that leads to what is new
    for (; folder.isValid(); way = folder, folder = folder.parent()) {
        if (contains(folder)) {
            restore({folder});
            QModelIndexList others;
            for (int row = 0; row < known; ++row) {
                if (const QModelIndex other = folder.model()->index(row, 0, folder); other != way)
                    others.append(other);
            }
            remove(others);
        }
        known = folder.model()->rowCount(folder.parent());
    }
}

} // namespace gleaner
