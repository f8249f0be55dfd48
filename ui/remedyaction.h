// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/remedy.h"
#include "ui/sessionpart.h"

#include <QAction>
#include <QObject>
#include <QPointer>

namespace gleaner
{

class Actions;
class RowActions;
class Session;
class TreeView;

/// What helps with the current row, as one action whose text is the remedy: for the row's menu and
/// whatever else shows a row's trouble. Owned by the window.
class RemedyAction : public QObject, public SessionPart
{
    Q_OBJECT

public:
    RemedyAction(TreeView *view, Actions *actions, RowActions *rows, QObject *parent);

    QAction *action() const { return m_action; }
    /// The row's menu has it already.
    bool isElsewhere() const;
    /// Asks for name and password; without one the browser has to do.
    void setSignIn(QAction *signIn) { m_signIn = signIn; }

    void setSession(Session *session) override;
    void refresh() override;

private:
    const Record *current() const;
    Remedy remedy() const;
    void help();
    void showWhereFound();

    TreeView *m_view;
    Actions *m_actions;
    RowActions *m_rows;
    QAction *m_action;
    QPointer<QAction> m_signIn;
    QPointer<Session> m_session;
};

} // namespace gleaner
