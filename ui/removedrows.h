// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/recordtree.h"

#include <QModelIndexList>
#include <QObject>

namespace gleaner
{

class Session;
class TreeModel;

/// Rows that a person does not want to see any more. They are only out of sight: counts, reports,
/// the session and the disk know them as before, and they are back when the download is begun
/// again, or by the next start of the program.
///
/// One for each session, which owns it; window thread. Views listen to it and hide the rows. What
/// is found later is not meant: a folder out of sight comes back for it, without what was in it
/// then, whatever filter or view is shown meanwhile.
class RemovedRows : public QObject
{
    Q_OBJECT

public:
    /// That session's.
    static RemovedRows *of(Session *session);

    /// Nodes of the session's tree, whether they are among the rows at the moment or not.
    void remove(const QList<NodeId> &nodes);
    void restore(const QList<NodeId> &nodes);
    /// Is it out of sight, by itself or in a folder?
    bool hides(RecordId id) const;
    /// Those that are among the rows now; none that is below another one of them.
    QModelIndexList all() const;

Q_SIGNALS:
    void removed(const QModelIndex &row);
    void restored(const QModelIndex &row);

private:
    explicit RemovedRows(Session *session);
    RecordId knownWhenRemoved(const QModelIndex &row) const;
    bool isOlder(const QModelIndex &row, RecordId than) const;
    bool isOutOfSight(const QModelIndex &row) const;
    void collect(const QModelIndex &row, RecordId known, QModelIndexList *out) const;
    void tellOf(const QModelIndex &row);
    void tellAgain();
    void lookAtNew(const QModelIndex &parent, int first, int last);

    const TreeModel *m_tree;
    QHash<NodeId, RecordId> m_rows; ///< and how many records were known then
};

} // namespace gleaner
