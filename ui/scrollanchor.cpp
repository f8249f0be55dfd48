// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scrollanchor.h"

#include <QCursor>
#include <QScrollBar>
#include <QTreeView>

namespace gleaner
{

void ScrollAnchor::note()
{
    if (m_row.isValid())
        return;
    const QWidget *viewport = m_view->viewport();
    const bool isPointedAt = viewport->underMouse();
    // At its beginning the tree stays there.
    if (!isPointedAt && m_view->verticalScrollBar()->value() == 0)
        return;
    const QPoint point = isPointedAt ? viewport->mapFromGlobal(QCursor::pos()) : QPoint(0, 0);
    const QModelIndex row = m_view->indexAt({0, point.y()});
    if (!row.isValid())
        return;
    m_row = row;
    m_top = m_view->visualRect(row).top();
}

void ScrollAnchor::restore()
{
    const QModelIndex row = std::exchange(m_row, QPersistentModelIndex());
    if (!row.isValid())
        return;
    const QRect now = m_view->visualRect(row);
    if (now.isValid() && now.top() != m_top) {
        QScrollBar *bar = m_view->verticalScrollBar();
        bar->setValue(bar->value() + now.top() - m_top);
    }
}

} // namespace gleaner
