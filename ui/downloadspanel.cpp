// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloadspanel.h"

#include "ui/downloads.h"

#include <QListView>
#include <QScopedValueRollback>

namespace gleaner
{

DownloadsPanel::DownloadsPanel(
    Downloads *downloads, const QList<QAction *> &actions, QWidget *parent)
    : QDockWidget(tr("Downloads"), parent)
    , m_downloads(downloads)
    , m_list(new QListView)
{
    // The name by which a saved window layout finds it.
    setObjectName(QStringLiteral("downloads"));
    m_list->setAccessibleName(tr("Downloads"));
    m_list->setModel(downloads);
    m_list->setUniformItemSizes(true);
    m_list->setAlternatingRowColors(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setSpacing(1);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions(actions);
    setWidget(m_list);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid() && !m_isSelecting)
                Q_EMIT chosen(m_downloads->at(current.row()));
        });
    // One alone is in front of the person already, unless it is of an earlier run.
    connect(downloads, &Downloads::earlierAdded, this, &QWidget::show);
    connect(downloads, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_downloads->count() > 1)
            show();
    });
    hide();
}

void DownloadsPanel::select(const Session *session)
{
    const QScopedValueRollback<bool> selecting(m_isSelecting, true);
    m_list->setCurrentIndex(m_downloads->index(m_downloads->rowOf(session), 0));
}

} // namespace gleaner
