// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sessionpart.h"

#include <QPointer>
#include <QStatusBar>

class QAction;
class QLabel;

namespace gleaner
{

class FittingFields;
class SpaceWatch;
class SpeedGraph;
class TreeView;

/// The sums of a download on the window's lower edge: what is chosen, or how much of what was found
/// so far is done; what has failed, bytes, speed, workers, time, free space. Says no percentage,
/// since the whole is not known while links are still being found. All of it is also under
/// Download > Statistics. Owned by the window.
class StatusLine : public QStatusBar, public SessionPart
{
    Q_OBJECT

public:
    /// The action gets a button beside the number of those that failed, while it can be seen. The
    /// sums of what is chosen are of that view's rows.
    StatusLine(QAction *retryFailed, TreeView *view, QWidget *parent = nullptr);

    /// Shows all of it in a dialog.
    QAction *statistics() { return m_statistics; }

    void setSession(Session *session) override;
    void refresh() override;

private:
    QWidget *addButton(QAction *action);
    void setText(QLabel *label, const QString &text);
    QLabel *addField(const QString &name);
    void showDone();
    void showSpace();
    void showStatistics();

    TreeView *m_view;
    QAction *m_statistics;
    SpaceWatch *m_space;
    FittingFields *m_fields;
    QPointer<Session> m_session;
    QLabel *m_found;
    QLabel *m_unchanged;
    QLabel *m_failed;
    QLabel *m_bytes;
    QLabel *m_speed;
    SpeedGraph *m_graph;
    QLabel *m_workers;
    QLabel *m_time;
    QLabel *m_free;
};

} // namespace gleaner
