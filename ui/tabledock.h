// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QList>

class QAbstractItemModel;
class QTreeView;

namespace gleaner
{

class ColumnWidths;

/// A panel that shows a table of few rows: workers, lanes. Column widths survive another model.
/// Owned by the window; the model belongs to the Session.
class TableDock : public QDockWidget
{
    Q_OBJECT

public:
    /// Widths and filler are those of ColumnWidths; `name` is that of a saved window layout.
    TableDock(const QString &title, const QString &name, const QList<int> &widths, int filler,
        QWidget *parent = nullptr);

    /// Nothing for none.
    void setModel(QAbstractItemModel *model);
    QTreeView *view() { return m_view; }
    ColumnWidths *widths() { return m_widths; }

private:
    QTreeView *m_view;
    ColumnWidths *m_widths;
};

} // namespace gleaner
