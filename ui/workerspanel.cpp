// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workerspanel.h"

#include "ui/workersmodel.h"

#include <QHeaderView>
#include <QTreeView>

namespace gleaner
{

WorkersPanel::WorkersPanel(QWidget *parent)
    : QDockWidget(tr("Workers"), parent)
    , m_table(new QTreeView)
{
    // The name by which a saved window layout finds it.
    setObjectName(QStringLiteral("workers"));
    m_table->setAccessibleName(tr("Workers"));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->header()->setStretchLastSection(false);
    setWidget(m_table);
}

void WorkersPanel::setWorkers(WorkersModel *model)
{
    m_table->setModel(model);
    if (!model)
        return;
    QHeaderView *header = m_table->header();
    const int letter = fontMetrics().averageCharWidth();
    header->setMinimumSectionSize(4 * letter);
    header->resizeSection(WorkersModel::NumberColumn, 6 * letter);
    header->resizeSection(WorkersModel::StateColumn, 24 * letter);
    header->resizeSection(WorkersModel::ProgressColumn, 26 * letter);
    header->resizeSection(WorkersModel::SpeedColumn, 14 * letter);
    header->resizeSection(WorkersModel::TimeColumn, 10 * letter);
    header->setSectionResizeMode(WorkersModel::AddressColumn, QHeaderView::Stretch);
}

} // namespace gleaner
