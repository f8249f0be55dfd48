// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/opener.h"
#include "ui/sessionpart.h"

class QAction;
class QMenu;

namespace gleaner
{

class Actions;
class MessageBar;
class RemedyAction;
class RemovalActions;
class RowActions;
class TreeView;
class Undoing;
class WishActions;

/// All that a person does with rows, in the order in which it is told of a session, and the menu of
/// a row. Owned by the window, with its parts.
class RowParts : public QObject, public SessionPart
{
    Q_OBJECT

public:
    RowParts(TreeView *view, Actions *actions, MessageBar *messages, Opener::OpenUrl openUrl,
        QWidget *window);

    WishActions *wishes() const { return m_wishes; }
    RemedyAction *remedy() const { return m_remedy; }
    /// What belongs into Edit.
    QList<QAction *> history() const;
    QList<QAction *> removal() const;
    QAction *openInBrowser() const;
    QAction *copyPath() const;
    QAction *downloadFirst() const;

    /// The actions of a row in their order, null for a line between two groups: for the menu of any
    /// view of rows.
    QList<QAction *> rowActions() const;

    void setSession(Session *session) override;
    void refresh() override;

private:
    void openMenu(const QPoint &at);

    TreeView *m_view;
    Actions *m_actions;
    Undoing *m_undoing;
    RowActions *m_rows;
    WishActions *m_wishes;
    RemovalActions *m_removal;
    RemedyAction *m_remedy;
};

/// Adds them, with lines where there is none; each that cannot be used says why.
void fillRowMenu(QMenu *menu, const QList<QAction *> &actions);

} // namespace gleaner
