// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

class QAction;

namespace gleaner
{

class Actions;
class MessageBar;
class RowParts;
class Session;

/// "docs.example.org – 412 of 537 – Gleaner": the window's title while it shows that download.
QString titleText(const Session &session);

/// Says in the message bar how the download that is shown is doing, and what can be done about it:
/// no connection, paused and why, stopping, ended and with what. Owned by the window.
class SessionMessages : public QObject
{
    Q_OBJECT

public:
    /// `changeFolder` is offered where the disk is the matter.
    SessionMessages(
        MessageBar *bar, Actions *actions, QAction *changeFolder, RowParts *rows, QObject *parent);

    /// Its state is another one now.
    void show(Session *shown);
    /// Its sums are.
    void amend(const Session &session);

private:
    QAction *make(const char *icon, const QString &text, const QString &toolTip);
    void showPaused(const Session &session);
    void showEnd(const Session &session);
    void showConnection(const Session &session);
    void openStart();

    MessageBar *m_bar;
    Actions *m_actions;
    QAction *m_changeFolder;
    RowParts *m_rows;
    QAction *m_tryNow;
    QAction *m_stopNow;
    QAction *m_openStart;
    QAction *m_widen;
    QPointer<Session> m_session; ///< the one that is shown
    bool m_tellsOfConnection = false; ///< that it is lost
};

} // namespace gleaner
