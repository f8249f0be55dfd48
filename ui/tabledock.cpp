// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tabledock.h"

#include <QHeaderView>
#include <QTreeView>

namespace gleaner
{

TableDock::TableDock(
    const QString &title, const QString &name, const QList<int> &widths, QWidget *parent)
    : QDockWidget(title, parent)
    , m_view(new QTreeView)
    , m_widths(widths)
{
    setObjectName(name);
    m_view->setAccessibleName(title);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->header()->setStretchLastSection(false);
    setWidget(m_view);
}

void TableDock::setModel(QAbstractItemModel *model)
{
    QHeaderView *header = m_view->header();
    if (m_view->model())
        m_columns = header->saveState();
    m_view->setModel(model);
    if (!model)
        return;
    if (!m_columns.isEmpty()) {
        header->restoreState(m_columns);
        return;
    }
    const int letter = fontMetrics().averageCharWidth();
    header->setMinimumSectionSize(4 * letter);
    for (int column = 0; column < int(m_widths.size()); ++column) {
        if (m_widths[column] > 0)
            header->resizeSection(column, m_widths[column] * letter);
        else
            header->setSectionResizeMode(column, QHeaderView::Stretch);
    }
}

} // namespace gleaner
