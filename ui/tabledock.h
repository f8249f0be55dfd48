// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QList>

class QAbstractItemModel;
class QTreeView;

namespace gleaner
{

/// A panel that shows a table of few rows: workers, lanes. Column widths survive another model.
/// Owned by the window; the model belongs to the Session.
class TableDock : public QDockWidget
{
    Q_OBJECT

public:
    /// Widths are in letters; 0 takes what is left. `name` is that of a saved window layout.
    TableDock(const QString &title, const QString &name, const QList<int> &widths,
        QWidget *parent = nullptr);

    /// Nothing for none.
    void setModel(QAbstractItemModel *model);
    QTreeView *view() { return m_view; }

private:
    QTreeView *m_view;
    QList<int> m_widths;
    QByteArray m_columns; ///< as the person left them
};

} // namespace gleaner
