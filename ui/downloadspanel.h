// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QPointer>

class QListView;

namespace gleaner
{

class Downloads;
class Session;

/// The side list of downloads: one row each; the chosen one is what the window shows. It shows
/// itself once there is something to choose. Owned by the window.
class DownloadsPanel : public QDockWidget
{
    Q_OBJECT

public:
    /// The actions are the rows' context menu.
    DownloadsPanel(
        Downloads *downloads, const QList<QAction *> &actions, QWidget *parent = nullptr);

    /// Marks its row; chosen() does not follow.
    void select(const Session *session);

Q_SIGNALS:
    /// By a person.
    void chosen(gleaner::Session *session);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Downloads *m_downloads;
    QListView *m_list;
    QPointer<const Session> m_shown;
    bool m_isSelecting = false;
};

} // namespace gleaner
