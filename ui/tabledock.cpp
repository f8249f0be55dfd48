// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tabledock.h"

#include "ui/columnwidths.h"
#include "ui/fewlines.h"

#include <QTreeView>

namespace gleaner
{

TableDock::TableDock(const QString &title, const QString &name, const QList<int> &widths,
    int filler, QWidget *parent)
    : QDockWidget(title, parent)
    , m_view(new QTreeView)
    , m_widths(new ColumnWidths(m_view, widths, filler))
{
    setObjectName(name);
    m_view->setAccessibleName(title);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    useFewLines(m_view);
    setWidget(m_view);
}

void TableDock::setModel(QAbstractItemModel *model)
{
    m_view->setModel(model);
}

} // namespace gleaner
