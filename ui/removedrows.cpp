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
{
    connect(session->tree(), &QAbstractItemModel::rowsInserted, this, &RemovedRows::makeRoomFor);
}

void RemovedRows::remove(const QModelIndexList &rows)
{
    for (const QModelIndex &row : rows) {
        const QModelIndex first = row.siblingAtColumn(0);
        if (m_rows.contains(first))
            continue;
        m_rows.insert(first);
        Q_EMIT removed(first);
    }
}

void RemovedRows::restore(const QModelIndexList &rows)
{
    for (const QModelIndex &row : rows) {
        const QModelIndex first = row.siblingAtColumn(0);
        if (m_rows.remove(first))
            Q_EMIT restored(first);
    }
}

QModelIndexList RemovedRows::all() const
{
    return {m_rows.begin(), m_rows.end()};
}

/// What is new must be seen, and what was there must not.
void RemovedRows::makeRoomFor(const QModelIndex &parent, int first)
{
    QModelIndex folder = parent;
    int known = first; // rows of this folder that are not new
    QModelIndex way; // the one of them that leads to what is new
    for (; folder.isValid(); way = folder, folder = folder.parent()) {
        if (m_rows.contains(folder)) {
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
