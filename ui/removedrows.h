// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/recordtree.h"

#include <QModelIndexList>
#include <QObject>
#include <QSet>

namespace gleaner
{

class Session;
class TreeModel;

/// Rows that a person does not want to see any more. They are only out of sight: counts, reports,
/// the session and the disk know them as before, and they are back when the download is begun
/// again, or by the next start of the program.
///
/// One for each session, which owns it; window thread. Views listen to it and hide the rows. A
/// folder out of sight comes back, without what was in it, when something new is found in it.
class RemovedRows : public QObject
{
    Q_OBJECT

public:
    /// That session's.
    static RemovedRows *of(Session *session);

    void remove(const QModelIndexList &rows);
    void restore(const QModelIndexList &rows);
    /// This row itself; not one in a folder that is out of sight.
    bool contains(const QModelIndex &row) const;
    /// Is it out of sight, by itself or in a folder?
    bool hides(RecordId id) const;
    /// Those that the filter leaves.
    QModelIndexList all() const;

Q_SIGNALS:
    void removed(const QModelIndex &row);
    void restored(const QModelIndex &row);

private:
    explicit RemovedRows(Session *session);
    void removeAgain();
    void makeRoomFor(const QModelIndex &parent, int first);

    const TreeModel *m_tree;
    QSet<NodeId> m_rows;
};

} // namespace gleaner
