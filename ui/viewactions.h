// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/arrangement.h"
#include "ui/sessionpart.h"

#include <QActionGroup>
#include <QPointer>
#include <QTimer>

class QMenu;

namespace gleaner
{

class RecordTree;
class TreeView;

/// How the rows of the download that is shown are looked at: filter, states, view, order; and ways
/// to choose rows and to go to failed ones. All downloads are looked at alike. Owned by the window.
class ViewActions : public QObject, public SessionPart
{
    Q_OBJECT

public:
    ViewActions(TreeView *view, QObject *parent);

    QAction *const find;
    QAction *const clearFilter;
    QAction *const selectAll;
    QAction *const selectNone;
    QAction *const invert;
    QAction *const nextFailure;
    QAction *const previousFailure;
    /// By RowGroup and RowView; one of each is checked.
    const QActionGroup *groups() const { return m_groups; }
    const QActionGroup *views() const { return m_views; }
    /// What all this is for the View menu.
    QList<QMenu *> menus(QWidget *parent) const;

    const RowFilter &filter() const { return m_arrangement.filter; }
    void setPattern(const QString &pattern, PatternKind kind);
    /// A group is shown that has changed: the failed ones, say.
    void showGroup(RowGroup group);

    /// All rows of that session, by site, whatever is chosen here, while a person picks from them:
    /// nothing that is ticked may be out of sight. Null for none.
    void setPicked(const Session *session);

    void setSession(Session *session) override;
    /// How many of each there are.
    void refresh() override;

Q_SIGNALS:
    /// The filter is another one.
    void filterChanged();

private:
    void makeGroups();
    void makeViews();
    void arrange();
    void countGroups();
    void goToFailure(bool forwards);

    TreeView *m_view;
    QActionGroup *m_groups;
    QActionGroup *m_views;
    Arrangement m_arrangement;
    QPointer<Session> m_session;
    QPointer<const Session> m_picked;
    QTimer m_counting; ///< figures that change all the time cannot be read
};

/// "Failed", as it stands on its chip.
QString groupText(RowGroup group);
/// As it stands behind that.
qint64 countOf(const RecordTree &tree, RowGroup group);

} // namespace gleaner
