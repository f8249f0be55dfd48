// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keptselection.h"

#include "ui/treemodel.h"

#include <QItemSelectionModel>
#include <QTreeView>

namespace gleaner
{

void KeptSelection::note(const TreeModel &model)
{
    m_isRestoring = true;
    const QItemSelectionModel *selection = m_view->selectionModel();
    int rows = int(m_hidden.size());
    for (const QItemSelectionRange &range : selection->selection())
        rows += range.height();
    if (rows <= manyRows) {
        for (const QItemSelectionRange &range : selection->selection()) {
            for (int row = range.top(); row <= range.bottom(); ++row)
                m_hidden.push_back(model.nodeOf(model.index(row, 0, range.parent())));
        }
    }
    if (selection->currentIndex().isValid())
        m_current = model.nodeOf(selection->currentIndex());
}

void KeptSelection::restore(const TreeModel &model)
{
    QItemSelection back;
    std::vector<NodeId> stillHidden;
    for (const NodeId node : m_hidden) {
        if (const QModelIndex index = model.indexOfNode(node); index.isValid())
            back.select(index, index);
        else
            stillHidden.push_back(node);
    }
    m_hidden = std::move(stillHidden);
    QItemSelectionModel *selection = m_view->selectionModel();
    if (const QModelIndex current = model.indexOfNode(m_current); current.isValid()) {
        // Nobody has gone there, so no folder is to be opened for it.
        m_view->setAutoScroll(false);
        if (current != selection->currentIndex().siblingAtColumn(0))
            selection->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        m_view->setAutoScroll(true);
        m_current = RecordTree::root;
    }
    if (!back.isEmpty())
        selection->select(back, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_isRestoring = false;
}

void KeptSelection::forget()
{
    m_hidden.clear();
    m_current = RecordTree::root;
}

} // namespace gleaner
