// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/treecolumns.h"

#include <QObject>
#include <QTimer>

class QAction;
class QActionGroup;
class QMenu;
class QTreeView;

namespace gleaner
{

class TreeModel;

/// The columns of the tree as a person wants them: which, in what order, how wide, and by which
/// of them rows are sorted. Its menu is the header's context menu as well. Owned by its view, which
/// shows one model after another.
class HeaderColumns : public QObject
{
    Q_OBJECT

public:
    explicit HeaderColumns(QTreeView *view);
    ~HeaderColumns() override;

    /// Nothing for none.
    void setModel(TreeModel *model);
    const ColumnLayout &layout() const { return m_layout; }
    void setLayout(const ColumnLayout &layout);
    /// Reads the layout from an .ini file, and writes it there when it has changed. Where the file
    /// is damaged columns are as at first.
    void remember(const QString &file);
    /// Which columns are shown.
    QMenu *menu() { return m_menu; }
    /// By which one rows are sorted.
    QMenu *sortMenu() { return m_sortMenu; }

Q_SIGNALS:
    void sortChosen();

private:
    void makeMenus();
    void apply();
    void read();
    void write();
    void show(int column, bool isShown);
    void sortBy(int column);
    void setSort(const RowSort &sort);
    void showSort();
    void resizeToContents();
    void reset();
    int letterWidth() const;

    QTreeView *m_view;
    TreeModel *m_model = nullptr;
    ColumnLayout m_layout;
    QMenu *m_menu;
    QMenu *m_sortMenu;
    QList<QAction *> m_shown; ///< by column
    QActionGroup *m_sorts;
    QAction *m_descending;
    bool m_isApplying = false;
    QString m_file; ///< empty: it is not remembered
    QTimer m_writing; ///< not while a column is being drawn wider
};

} // namespace gleaner
