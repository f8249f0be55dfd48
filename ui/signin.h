// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keyring.h"
#include "ui/session.h"
#include "ui/sessionpart.h"

#include <QPointer>

class QAction;

namespace gleaner
{

class MessageBar;
class PreferencesKeeper;
class TreeView;

/// Sign In: for a row, or a start, that failed because its server or a proxy asks who is there.
/// The name and the password go into the download's job for exactly that origin; then all its rows
/// that failed so are tried again, at once if the download has ended, else when it has. Owned by
/// the window.
class SignIn : public QObject, public SessionPart
{
    Q_OBJECT

public:
    SignIn(TreeView *view, const PreferencesKeeper *preferences, MessageBar *messages,
        QWidget *window);

    QAction *action() { return m_action; }

    void setSession(Session *session) override;
    void refresh() override;

Q_SIGNALS:
    /// The download that is shown has ended, and knows a password more: these are to be retried.
    void again(const gleaner::Again &again);

private:
    const Record *target() const;
    void ask();
    void take(Session *asked, const QByteArray &key, const Credentials &credentials);
    void retry(Session *asked);

    TreeView *m_view;
    const PreferencesKeeper *m_preferences;
    MessageBar *m_messages;
    QWidget *m_window;
    Keyring m_keyring;
    QAction *m_action;
    QPointer<Session> m_session;
    QPointer<Session> m_waiting; ///< to be retried when it has ended and is shown
};

} // namespace gleaner
