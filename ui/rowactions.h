// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions.h"
#include "ui/opener.h"
#include "ui/sessionpart.h"

#include <QPointer>

namespace gleaner
{

class MessageBar;
class TreeView;

/// What can be done with the rows of the tree: open, here or in the browser, show in the folder,
/// copy addresses and paths. Owned by the window.
class RowActions : public QObject, public SessionPart
{
    Q_OBJECT

public:
    RowActions(TreeView *view, Actions *actions, MessageBar *messages, Opener::OpenUrl openUrl,
        QObject *parent = nullptr);

    QAction *openInBrowser() const { return m_openInBrowser; }
    QAction *copyPath() const { return m_copyPath; }

    /// Whose rows the view shows; nothing for none.
    void setSession(Session *session) override;
    /// A row may have become a saved one.
    void refresh() override;

private:
    /// The absolute path of the current row's file, or of one in the current folder.
    QString currentFile() const;
    void open();
    void showInFolder();
    void showDownloadFolder();
    void openAddress();
    void copyAddresses();
    void copyPaths();
    /// One line for each chosen row that has something to say.
    void copy(QString (TreeModel::*text)(const QModelIndex &) const);
    void explainRefusal(const QString &file, Opening reason);

    TreeView *m_view;
    Actions *m_actions;
    MessageBar *m_messages;
    QAction *m_openInBrowser;
    QAction *m_copyPath;
    Opener m_opener;
    QPointer<Session> m_session;
};

} // namespace gleaner
