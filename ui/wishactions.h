// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session.h"
#include "ui/sessionpart.h"

#include <QModelIndexList>
#include <QPointer>

class QAction;

namespace gleaner
{

class Actions;
class MessageBar;
class TrapActions;
class TreeView;
class Undoing;

/// What a person changes of a download's course: retry, skip, other rules, what was set aside; of a
/// running one at once, and an ended one is begun again for it. Owned by the window.
class WishActions : public QObject, public SessionPart
{
    Q_OBJECT

public:
    /// `window` is the dialogs' parent.
    WishActions(
        TreeView *view, Actions *actions, MessageBar *messages, Undoing *undoing, QWidget *window);

    QAction *downloadFirst() const { return m_first; }

    /// Whose rows the view shows; nothing for none.
    void setSession(Session *session) override;
    /// Which of the actions can be used, and why not the others.
    void refresh() override;

Q_SIGNALS:
    /// The session has ended; it is to be begun again for this.
    void again(const gleaner::Again &again);

private:
    bool isRunning() const { return m_session && !hasEnded(m_session->state()); }
    /// Nothing if it can be begun again.
    QString whyNotAgain() const;
    QModelIndexList chosen() const;
    void refreshRows();
    void retry();
    void retryFailed();
    void skip();
    void skipBranch();
    void prefer();
    /// Takes a skip back.
    void wantAgain(const std::vector<RecordId> &skipped);
    enum class Exclusion : quint8 { Added, Removed };
    void exclude(const QByteArray &pattern, Exclusion exclusion);
    void askForRules();
    void setRules(const CrawlRules &rules);

    TreeView *m_view;
    Actions *m_actions;
    MessageBar *m_messages;
    Undoing *m_undoing;
    QAction *m_first;
    TrapActions *m_traps;
    QWidget *m_window;
    QPointer<Session> m_session;
};

} // namespace gleaner
