// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/treeview.h"

#include "ui/addressdelegate.h"
#include "ui/rowlook.h"
#include "ui/treemodel.h"

#include <QAction>
#include <QElapsedTimer>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>

namespace gleaner
{

TreeView::TreeView(QWidget *parent)
    : QTreeView(parent)
{
    setAccessibleName(tr("Found addresses"));
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(true);
    setSelectionMode(ExtendedSelection);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setTextElideMode(Qt::ElideMiddle);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    // Files open by double click, so folders must not need another gesture; Enter does the same.
    setExpandsOnDoubleClick(false);
    auto *addresses = new AddressDelegate(this);
    for (const int column :
        {TreeModel::AddressColumn, TreeModel::FoundOnColumn, TreeModel::PathColumn})
        setItemDelegateForColumn(column, addresses);
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(true);
    header()->setFirstSectionMovable(false);
    connect(this, &QTreeView::doubleClicked, this, &TreeView::activate);
}

void TreeView::setTree(TreeModel *model)
{
    if (m_model)
        m_columns = header()->saveState();
    for (const QMetaObject::Connection &connection : std::exchange(m_toModel, {}))
        disconnect(connection);
    m_model = model;
    m_expandedRows = 0;
    setModel(model);
    if (!model)
        return;
    // Columns go with their model: the next one gets them as the person left them.
    if (m_columns.isEmpty())
        makeColumns();
    else
        header()->restoreState(m_columns);

    model->setLook(RowLook(palette()));
    // As it was left; or else as it would have grown.
    const QModelIndexList expanded = model->expanded();
    for (const QModelIndex &index : expanded)
        setExpanded(index, true);
    m_toModel.push_back(
        connect(model, &TreeModel::repaintNeeded, viewport(), qOverload<>(&QWidget::update)));
    m_toModel.push_back(connect(model, &TreeModel::rowsInserted, this, &TreeView::expandFirst));
    const auto report = [this](bool expanded) {
        return [this, expanded](const QModelIndex &index) {
            if (m_model)
                m_model->setExpanded(index, expanded);
        };
    };
    m_toModel.push_back(connect(this, &QTreeView::expanded, model, report(true)));
    m_toModel.push_back(connect(this, &QTreeView::collapsed, model, report(false)));
    if (expanded.isEmpty() && model->rowCount() > 0)
        expandFirst({}, 0, model->rowCount() - 1);
}

void TreeView::makeColumns()
{
    const int letter = fontMetrics().averageCharWidth();
    header()->resizeSection(TreeModel::AddressColumn, 52 * letter);
    header()->resizeSection(TreeModel::StatusColumn, 40 * letter);
    header()->resizeSection(TreeModel::SizeColumn, 12 * letter);
    header()->resizeSection(TreeModel::TypeColumn, 16 * letter);
    header()->resizeSection(TreeModel::FoundOnColumn, 32 * letter);
    header()->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (int column = 0; column < TreeModel::columns; ++column) {
        const QString name =
            m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        auto *shown = new QAction(name, header());
        shown->setCheckable(true);
        shown->setChecked(column != TreeModel::TypeColumn && column != TreeModel::PathColumn);
        // A tree without its addresses could not be read.
        shown->setEnabled(column != TreeModel::AddressColumn);
        header()->addAction(shown);
        const auto follow = [this, column](bool isShown) { setColumnHidden(column, !isShown); };
        connect(shown, &QAction::toggled, this, follow);
        follow(shown->isChecked());
    }
}

void TreeView::doItemsLayout()
{
    QElapsedTimer took;
    took.start();
    QTreeView::doItemsLayout();
    m_layoutMilliseconds = took.elapsed();
}

void TreeView::activate(const QModelIndex &index)
{
    if (!m_model || !index.isValid())
        return;
    const QModelIndex row = index.siblingAtColumn(0);
    if (m_model->isFolder(row))
        setExpanded(row, !isExpanded(row));
    else
        Q_EMIT fileActivated(row);
}

void TreeView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(currentIndex());
        return;
    case Qt::Key_Asterisk:
        // QTreeView would open the whole branch, which may hold a million rows.
        return;
    default:
        QTreeView::keyPressEvent(event);
    }
}

void TreeView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentRowChanged(current);
}

void TreeView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    Q_EMIT rowsChosen();
}

void TreeView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_model)
        m_model->setLook(RowLook(palette()));
}

void TreeView::expandFirst(const QModelIndex &parent, int first, int last)
{
    constexpr int fewRows = 200;
    constexpr int fewChildren = 40;
    if (parent.isValid() && !isExpanded(parent))
        return;
    for (int row = first; row <= last && m_expandedRows < fewRows; ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        const int children = m_model->rowCount(index);
        if (children == 0 || (parent.isValid() && children > fewChildren))
            continue;
        m_expandedRows += children;
        expand(index);
        expandFirst(index, 0, children - 1);
    }
}

} // namespace gleaner
