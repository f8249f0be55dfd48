// SPDX-License-Identifier: GPL-3.0-or-later
// How TreeView opens folders, and what it does when rows come to stand elsewhere.
#include "ui/treemodel.h"
#include "ui/treeview.h"

#include <QApplication>
#include <QHeaderView>

#include <deque>

namespace gleaner
{

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

void TreeView::expandSome(int room)
{
    // Level by level: below a page others may lie a thousand deep.
    std::deque<QModelIndex> waiting{QModelIndex()};
    while (!waiting.empty() && room > 0) {
        const QModelIndex parent = waiting.front();
        waiting.pop_front();
        for (int row = 0; row < m_model->rowCount(parent) && room > 0; ++row) {
            const QModelIndex index = m_model->index(row, 0, parent);
            const int children = m_model->rowCount(index);
            if (children == 0)
                continue;
            room -= children;
            expand(index);
            waiting.push_back(index);
        }
    }
}

void TreeView::expandMany()
{
    if (!m_model)
        return;
    // Each would lay out everything otherwise.
    scheduleDelayedItemsLayout();
    expandSome(10'000);
}

void TreeView::reopen()
{
    m_isReopening = true;
    collapseAll();
    scheduleDelayedItemsLayout();
    for (const QModelIndex &index : m_model->expanded())
        expand(index);
    m_isReopening = false;
}

void TreeView::noteRows()
{
    executeDelayedItemsLayout();
    m_anchor.note();
    m_kept.note(*m_model);
    m_isRearranging = true;
}

void TreeView::followRows(Rearranged why)
{
    if (why == Rearranged::Wanted) {
        reopen();
        scheduleDelayedItemsLayout();
        // What was looked for is to be seen, but it must not take long to lay out.
        if (!m_model->arrangement().filter.isOff()) {
            expandSome(1'000);
        } else if (m_model->expanded().isEmpty() && m_model->rowCount() > 0) {
            m_expandedRows = 0;
            expandFirst({}, 0, m_model->rowCount() - 1);
        }
    }
    m_kept.restore(*m_model);
    executeDelayedItemsLayout();
    m_isRearranging = false;
    m_anchor.restore();
}

void TreeView::letRowsMove()
{
    const bool isHeld = viewport()->underMouse() || header()->underMouse()
        || QApplication::activePopupWidget() != nullptr
        || QApplication::mouseButtons() != Qt::NoButton;
    m_model->hold(isHeld);
    m_model->refresh();
}

void TreeView::showMoreAtTheEnds()
{
    if (!m_model)
        return;
    const int step = qMax(1, sizeHintForRow(0));
    QModelIndexList ends;
    for (int y = 0; y < viewport()->height(); y += step) {
        // Of the last row of a folder that is the last one itself, both may go on.
        for (QModelIndex row = indexAt({0, y}).siblingAtColumn(0); row.isValid();
             row = row.parent()) {
            const QModelIndex parent = row.parent();
            if (row.row() + 1 < m_model->rowCount(parent))
                break;
            if (m_model->hasMore(parent) && !ends.contains(parent))
                ends.append(parent);
        }
    }
    // Those above would move those below.
    while (!ends.isEmpty())
        m_model->showMore(ends.takeLast());
}

void TreeView::goTo(quint32 record)
{
    const QModelIndex row = m_model ? m_model->reveal(record) : QModelIndex();
    if (!row.isValid())
        return;
    for (QModelIndex above = row.parent(); above.isValid(); above = above.parent())
        expand(above);
    setCurrentIndex(row);
    scrollTo(row);
}

QItemSelection TreeView::allRows(const QModelIndex &parent) const
{
    QItemSelection rows;
    std::vector<QModelIndex> pending{parent};
    while (!pending.empty()) {
        const QModelIndex next = pending.back();
        pending.pop_back();
        const int count = m_model->rowCount(next);
        if (count == 0)
            continue;
        int first = 0; // of those that follow each other and can be seen
        for (int row = 0; row < count; ++row) {
            const QModelIndex index = m_model->index(row, 0, next);
            if (isExpanded(index))
                pending.push_back(index);
            if (!isRowHidden(row, next))
                continue;
            if (first < row)
                rows.select(m_model->index(first, 0, next), m_model->index(row - 1, 0, next));
            first = row + 1;
        }
        if (first < count)
            rows.select(m_model->index(first, 0, next), m_model->index(count - 1, 0, next));
    }
    return rows;
}

void TreeView::invertSelection()
{
    if (m_model)
        selectionModel()->select(
            allRows({}), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
}

QModelIndexList TreeView::fewChosen() const
{
    QModelIndexList rows;
    if (!selectionModel())
        return rows;
    const QItemSelection chosen = selectionModel()->selection();
    for (const QItemSelectionRange &range : chosen) {
        for (int row = range.top(); range.left() == 0 && row <= range.bottom(); ++row) {
            if (rows.size() > fewRows)
                return rows;
            rows.append(m_model->index(row, 0, range.parent()));
        }
    }
    return rows;
}

SelectionTotals TreeView::selectionTotals() const
{
    return m_model ? gleaner::selectionTotals(*m_model, selectionModel()->selection())
                   : SelectionTotals{0, 0};
}

} // namespace gleaner
