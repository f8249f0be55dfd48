// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndexList>
#include <QObject>
#include <QPersistentModelIndex>
#include <QSet>

namespace gleaner
{

class Session;

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
    bool contains(const QModelIndex &row) const { return m_rows.contains(row); }
    QModelIndexList all() const;

Q_SIGNALS:
    void removed(const QModelIndex &row);
    void restored(const QModelIndex &row);

private:
    explicit RemovedRows(Session *session);
    void makeRoomFor(const QModelIndex &parent, int first);

    QSet<QPersistentModelIndex> m_rows; ///< in the first column
};

} // namespace gleaner
