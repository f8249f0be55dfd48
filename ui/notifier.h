// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferenceskeeper.h"

#include <QHash>
#include <QPointer>

class QDBusPendingCallWatcher;

namespace gleaner
{

class Downloads;
class Session;

/// May markup stand in a notification's body? Then text has to be escaped.
enum class BodyMarkup : quint8 { None, Understood };

/// A download's end in two texts: what is said in large letters, and below it.
struct EndNotice {
    QString summary;
    QString body;
    QString category; ///< Desktop Notifications Specification, "Categories"
    bool hasFolder = false; ///< is there something in the download's folder?
};
EndNotice endNotice(const Session &session, BodyMarkup markup);

/// One notification for each download that has ended by itself, over the session's message bus
/// (Desktop Notifications Specification 1.2). Nothing waits for an answer; where nobody notifies,
/// nothing happens. Owned by the window.
class Notifier : public QObject
{
    Q_OBJECT

public:
    Notifier(const Downloads *downloads, const PreferencesKeeper *preferences, QWidget *window);

Q_SIGNALS:
    /// A person has clicked on the notification, or on one of its buttons.
    void showWanted(gleaner::Session *session);
    void folderWanted(const QString &folder);

private Q_SLOTS:
    // Names and types are the bus's.
    void actionInvoked(uint id, const QString &action);
    void activationToken(uint id, const QString &token);

private:
    void look(Session *session);
    void send(Session *session, BodyMarkup markup);

    const PreferencesKeeper *m_preferences;
    QWidget *m_window;
    struct Sent {
        QPointer<Session> session;
        QString folder;
    };
    QHash<uint, Sent> m_sent; ///< by the server's number
    QHash<const Session *, uint> m_numbers; ///< what replaces what
};

/// Did it end by itself: not by a person's Stop?
bool endedByItself(const Session &session);

} // namespace gleaner
