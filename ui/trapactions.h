// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session.h"

#include <QHash>
#include <QPointer>
#include <QSet>

class QMenu;

namespace gleaner
{

class Actions;
class MessageBar;

/// What was set aside because there is no end of it: says so once for each group while the download
/// runs, and fetches a group when a person wants it. One is named, in the message and by its key;
/// the menu has all. Owned by the window.
class TrapActions : public QObject
{
    Q_OBJECT

public:
    /// More are not listed at a time: the largest come first.
    static constexpr size_t mostListed = 20;

    TrapActions(Actions *actions, MessageBar *messages, QWidget *window);

    /// Whose groups they are; nothing for none.
    void setSession(Session *session);
    /// Its groups or its state may be others now. `whyNot` keeps it from being gone on with.
    void refresh(const QString &whyNot);

Q_SIGNALS:
    /// The session has ended; it is to be begun again for this.
    void again(const gleaner::Again &again);

private:
    bool hasNews(TrapNumber number) const;
    const TrapGroup *named() const;
    void chooseNamed();
    void tell();
    void fillMenu();
    void noteClosed();
    void forget(QObject *session);
    void fetch(const std::vector<TrapNumber> &groups);

    Actions *m_actions;
    MessageBar *m_messages;
    QMenu *m_menu;
    QPointer<Session> m_session;
    std::vector<TrapGroup> m_parked; ///< the largest first
    std::optional<TrapNumber> m_named;
    QString m_told; ///< the words of the message that is ours; empty for none
    std::optional<TrapNumber> m_toldOf;
    QHash<const QObject *, QSet<TrapNumber>> m_known; ///< of which a person wants no message
};

} // namespace gleaner
