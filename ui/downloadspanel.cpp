// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloadspanel.h"

#include "ui/downloads.h"
#include "ui/session.h"

#include <QEvent>
#include <QListView>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>

namespace gleaner
{

namespace
{

/// As wide as its list: what does not fit is shortened, and nobody has to scroll for it.
class ShortenedEntry : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {1, QStyledItemDelegate::sizeHint(option, index).height()};
    }
};

} // namespace

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
    m_list->setItemDelegate(new ShortenedEntry(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setAlternatingRowColors(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setSpacing(1);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions(actions);
    setWidget(m_list);

    m_list->installEventFilter(this);
    const auto choose = [this](const QModelIndex &current) {
        if (m_isSelecting || !current.isValid())
            return;
        if (Session *session = m_downloads->at(current.row()); session != m_shown)
            Q_EMIT chosen(session);
    };
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    connect(m_list, &QListView::clicked, this, choose);
    // One alone is in front of the person already, unless it is of an earlier run.
    connect(downloads, &Downloads::earlierAdded, this, &QWidget::show);
    connect(downloads, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_downloads->count() > 1)
            show();
    });
    hide();
}

bool DownloadsPanel::eventFilter(QObject *watched, QEvent *event)
{
    // Whoever only comes past with Tab chooses nothing; a list without a current row would do it.
    if (event->type() == QEvent::FocusIn && !m_list->currentIndex().isValid()) {
        const QScopedValueRollback<bool> passing(m_isSelecting, true);
        m_list->setCurrentIndex(m_downloads->index(0, 0));
    }
    return QDockWidget::eventFilter(watched, event);
}

void DownloadsPanel::select(const Session *session)
{
    const QScopedValueRollback<bool> selecting(m_isSelecting, true);
    m_shown = session;
    m_list->setCurrentIndex(m_downloads->index(m_downloads->rowOf(session), 0));
}

} // namespace gleaner
