// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

class QTreeView;

namespace gleaner
{

class WorkersModel;

/// The dock with one row per worker. Owned by the window; the model belongs to the Session.
class WorkersPanel : public QDockWidget
{
    Q_OBJECT

public:
    explicit WorkersPanel(QWidget *parent = nullptr);

    /// Nothing for none.
    void setWorkers(WorkersModel *model);

private:
    QTreeView *m_table;
};

} // namespace gleaner
