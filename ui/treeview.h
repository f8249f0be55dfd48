// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

#include <vector>

namespace gleaner
{

class TreeModel;

/// The live tree: uniform rows, fixed column widths, nothing per row but paint.
///
/// Opens the first folders by itself while few rows are shown, and tells the model which folders
/// are open. Folders are opened by Enter and double click, files are passed on with fileActivated.
/// Owned by its MainPage; the model belongs to the Session.
class TreeView : public QTreeView
{
    Q_OBJECT

public:
    explicit TreeView(QWidget *parent = nullptr);

    /// Nothing for none.
    void setTree(TreeModel *model);

    void doItemsLayout() override;
    /// What the last layout took; it walks all rows that are not in a closed folder.
    qint64 layoutMilliseconds() const { return m_layoutMilliseconds; }

Q_SIGNALS:
    void fileActivated(const QModelIndex &index);
    void currentRowChanged(const QModelIndex &index);
    void rowsChosen();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(
        const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void makeColumns();
    void activate(const QModelIndex &index);
    void expandFirst(const QModelIndex &parent, int first, int last);

    TreeModel *m_model = nullptr;
    std::vector<QMetaObject::Connection>
        m_toModel; ///< another one may be shown next, and this again
    QByteArray m_columns; ///< widths and what is hidden, between two models
    int m_expandedRows = 0; ///< rows shown because this class opened their folder
    qint64 m_layoutMilliseconds = 0;
};

} // namespace gleaner
