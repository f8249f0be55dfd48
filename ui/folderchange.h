// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/crossing.h"
#include "ui/sessionpart.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QAction;
class QWidget;

namespace gleaner
{

class MessageBar;
class Session;

/// Lets a person say where the download's folder is now: on a disk with more room, or where a drive
/// is found today. It is known by its mark; what has none is not taken, so that nothing is ever
/// saved apart from the rest.
///
/// Owned by the window, in its thread; folders are looked at in a thread of its own.
class FolderChange : public QObject, public SessionPart
{
    Q_OBJECT

public:
    /// `tryAgain` is offered beside this one where that folder is not it.
    FolderChange(MessageBar *messages, QAction *tryAgain, QWidget *window);
    ~FolderChange() override;

    QAction *action() const { return m_change; }

    void setSession(Session *session) override;

Q_SIGNALS:
    /// The download, which has ended, is to go on there.
    void moved(gleaner::Session *ended, const QString &folder);

private:
    void choose();
    void lookAt(const QString &folder);
    void refuse(const QString &sentence);
    void leaveFor(const QString &folder);

    MessageBar *m_messages;
    QAction *m_tryAgain;
    QWidget *m_window;
    QAction *m_change;
    QPointer<Session> m_session;
    Inbox m_inbox;
    std::unique_ptr<SerialThread> m_thread; ///< made when it is needed
};

} // namespace gleaner
