// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QPointer>

class QTreeWidget;

namespace gleaner
{

class SpaceWatch;
class Session;

/// Download > Statistics: what the status bar says, to be read at leisure and copied. Follows the
/// download while it is open; destroys itself when it is closed.
class StatisticsDialog : public QDialog
{
    Q_OBJECT

public:
    /// Of one that is shown; both outlive it, or it shows what it has shown last.
    StatisticsDialog(Session *session, SpaceWatch *space, QWidget *parent);

private:
    void refresh();
    void copy();

    QPointer<Session> m_session;
    QPointer<SpaceWatch> m_space;
    QTreeWidget *m_table;
};

} // namespace gleaner
