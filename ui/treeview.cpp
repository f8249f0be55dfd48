// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/treeview.h"

#include "ui/addressdelegate.h"
#include "ui/headercolumns.h"
#include "ui/progressdelegate.h"
#include "ui/rowlook.h"
#include "ui/treemodel.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>

namespace gleaner
{

TreeView::TreeView(QWidget *parent)
    : QTreeView(parent)
    , m_columns(new HeaderColumns(this))
{
    setAccessibleName(tr("Found addresses"));
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(true);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    // Files open by double click, so folders must not need another gesture; Enter does the same.
    setExpandsOnDoubleClick(false);
    auto *addresses = new AddressDelegate(this);
    for (const int column :
        {TreeModel::AddressColumn, TreeModel::FoundOnColumn, TreeModel::PathColumn})
        setItemDelegateForColumn(column, addresses);
    setItemDelegateForColumn(TreeModel::ProgressColumn, new ProgressDelegate(this));
    connect(this, &QTreeView::doubleClicked, this, &TreeView::activate);
    connect(&m_moves, &QTimer::timeout, this, &TreeView::letRowsMove);
    m_ends.setSingleShot(true);
    connect(&m_ends, &QTimer::timeout, this, &TreeView::showMoreAtTheEnds);
    const auto report = [this](bool expanded) {
        return [this, expanded](const QModelIndex &index) {
            if (m_model && !m_isReopening)
                m_model->setExpanded(index, expanded);
        };
    };
    connect(this, &QTreeView::expanded, this, report(true));
    connect(this, &QTreeView::collapsed, this, report(false));
}

void TreeView::setTree(TreeModel *model)
{
    for (const QMetaObject::Connection &connection : std::exchange(m_toModel, {}))
        disconnect(connection);
    m_model = model;
    m_expandedRows = 0;
    m_anchor.forget();
    m_kept.forget();
    m_moves.stop();
    m_columns->setModel(nullptr);
    setModel(model);
    Q_EMIT treeChanged();
    if (!model)
        return;
    // Columns go with their model: the next one gets them as the person left them.
    m_columns->setModel(model);
    model->setLook(RowLook(palette()));
    connectModel();
    m_moves.start(std::chrono::seconds(1));
    // As it was left; or else as it would have grown.
    const bool wasOpen = !model->expanded().isEmpty();
    reopen();
    if (!wasOpen && model->rowCount() > 0)
        expandFirst({}, 0, model->rowCount() - 1);
}

void TreeView::connectModel()
{
    m_toModel = {
        connect(m_model, &TreeModel::repaintNeeded, viewport(), qOverload<>(&QWidget::update)),
        connect(m_model, &TreeModel::rowsAboutToBeInserted, this, [this] { m_anchor.note(); }),
        connect(m_model, &TreeModel::rowsInserted, this, &TreeView::expandFirst),
        connect(m_model, &TreeModel::aboutToRearrange, this, &TreeView::noteRows),
        connect(m_model, &TreeModel::arranged, this, &TreeView::followRows),
    };
}

void TreeView::doItemsLayout()
{
    QTreeView::doItemsLayout();
    if (!m_isRearranging)
        m_anchor.restore();
    m_ends.start(0);
}

void TreeView::activate(const QModelIndex &index)
{
    if (!m_model || !index.isValid())
        return;
    const QModelIndex row = index.siblingAtColumn(0);
    if (m_model->isFolder(row))
        setExpanded(row, !isExpanded(row));
    else if (m_model->hasSaved(row))
        Q_EMIT fileActivated(row);
    else
        Q_EMIT recordActivated(m_model->recordAt(row)->id);
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
    if (!m_kept.isRestoring())
        m_kept.forget();
    Q_EMIT rowsChosen();
}

void TreeView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_model)
        m_model->setLook(RowLook(palette()));
}

void TreeView::scrollContentsBy(int dx, int dy)
{
    QTreeView::scrollContentsBy(dx, dy);
    m_ends.start(0);
}

} // namespace gleaner
