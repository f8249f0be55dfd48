// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/disposal.h"
#include "core/task/crossing.h"
#include "ui/session.h"
#include "ui/sessionpart.h"

#include <QModelIndexList>
#include <QPointer>

#include <stop_token>

class QAction;

namespace gleaner
{

class MessageBar;
class TreeView;
class Undoing;

/// Two ways to be rid of rows: out of the view, which can be undone and touches no file, and their
/// saved files into the desktop's trash, after one question.
///
/// Owned by the window, in its thread; files are moved in a thread of its own.
class RemovalActions : public QObject, public SessionPart
{
    Q_OBJECT

public:
    RemovalActions(TreeView *view, MessageBar *messages, Undoing *undoing, QWidget *window);
    ~RemovalActions() override;

    QAction *removeRows() const { return m_remove; }
    QAction *deleteFiles() const { return m_delete; }

    void setSession(Session *session) override;
    void refresh() override;

private:
    QModelIndexList chosen() const;
    QString whyNotRemoved(const QModelIndexList &rows) const;
    QString whyNotDeleted(const QModelIndexList &rows) const;
    void remove();
    void askToDelete();
    void deleteFilesOf(const std::vector<RecordId> &those);
    void tell(Session *session, const std::variant<Disposal, ExportFailure> &result);
    void hideRows();

    TreeView *m_view;
    MessageBar *m_messages;
    Undoing *m_undoing;
    QWidget *m_window;
    QAction *m_remove;
    QAction *m_delete;
    QPointer<Session> m_session;
    QMetaObject::Connection m_hides;
    QMetaObject::Connection m_shows;
    QString m_told; ///< of the rows that were removed last
    bool m_isBusy = false; ///< files are on their way to the trash
    std::stop_source m_going; ///< this goes: the rest stays where it is
    Inbox m_inbox;
    std::unique_ptr<SerialThread> m_thread; ///< made when it is needed
};

/// What became of saved files that were not wanted any more, in whole sentences.
QString disposalText(const Disposal &disposal);

} // namespace gleaner
