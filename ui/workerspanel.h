// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"
#include "ui/tabledock.h"

#include <QPointer>

class QAction;

namespace gleaner
{

class WorkersModel;

/// The panel with one row per worker, each with a button that skips what it is at; the Delete key
/// does the same. Owned by the window; the model belongs to the Session.
class WorkersPanel : public TableDock
{
    Q_OBJECT

public:
    explicit WorkersPanel(QWidget *parent = nullptr);

    /// Nothing for none.
    void setWorkers(WorkersModel *model);

Q_SIGNALS:
    void skipWanted(gleaner::RecordId id);
    /// That row of the tree is to be shown.
    void recordChosen(gleaner::RecordId id);

private:
    RecordId chosen() const;
    void addButtons(int first, int last);
    void refreshButtons();

    QPointer<WorkersModel> m_model;
    QAction *m_skip;
    QAction *m_show;
};

} // namespace gleaner
