// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keptselection.h"
#include "ui/scrollanchor.h"
#include "ui/selectiontotals.h"
#include "ui/treemodel.h"

#include <QTimer>
#include <QTreeView>

#include <vector>

namespace gleaner
{

class HeaderColumns;

/// The live tree: uniform rows, fixed column widths, nothing per row but paint.
///
/// Opens the first folders by itself while few rows are shown, and tells the model which folders
/// are open. Folders are opened by Enter and double click; what else is activated so is passed on.
/// What is open, chosen, current and on the screen stays when rows come or are arranged otherwise;
/// while the pointer is over it or a menu is open, rows stand still. Owned by its MainPage; the
/// model belongs to the Session.
class TreeView : public QTreeView
{
    Q_OBJECT

public:
    explicit TreeView(QWidget *parent = nullptr);

    /// Nothing for none.
    void setTree(TreeModel *model);
    HeaderColumns *columns() { return m_columns; }

    /// Opens folders until many rows are shown.
    void expandMany();
    /// Chosen and not chosen change places.
    void invertSelection();
    SelectionTotals selectionTotals() const;
    /// Rows beyond this are not looked at to see whether an action can be used: it then can.
    static constexpr qsizetype fewRows = 500;
    /// The first of the chosen rows, one more than a few at most: this is asked for with each
    /// batch.
    QModelIndexList fewChosen() const;
    /// Makes a record the current row, with all folders above it open.
    void goTo(quint32 record);

    void doItemsLayout() override;

Q_SIGNALS:
    void fileActivated(const QModelIndex &index);
    /// Of a row without a file that could be opened.
    void recordActivated(quint32 record);
    void currentRowChanged(const QModelIndex &index);
    void rowsChosen();
    /// It shows another model, or none.
    void treeChanged();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(
        const QItemSelection &selected, const QItemSelection &deselected) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void connectModel();
    void activate(const QModelIndex &index);
    void expandFirst(const QModelIndex &parent, int first, int last);
    void expandSome(int room);
    void reopen();
    void noteRows();
    void followRows(Rearranged why);
    void letRowsMove();
    void showMoreAtTheEnds();
    QItemSelection allRows(const QModelIndex &parent) const;

    TreeModel *m_model = nullptr;
    std::vector<QMetaObject::Connection>
        m_toModel; ///< another one may be shown next, and this again
    HeaderColumns *m_columns;
    ScrollAnchor m_anchor{this};
    KeptSelection m_kept{this};
    QTimer m_moves; ///< when rows may be put where they belong by now
    QTimer m_ends;
    int m_expandedRows = 0; ///< rows shown because this class opened their folder
    bool m_isReopening = false;
    bool m_isRearranging = false;
};

} // namespace gleaner
