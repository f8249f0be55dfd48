// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workerspanel.h"

#include "ui/addressdelegate.h"
#include "ui/columnwidths.h"
#include "ui/workersmodel.h"

#include <QAction>
#include <QToolButton>
#include <QTreeView>

namespace gleaner
{

namespace
{

/// Says what it does where there is room for a word, else by a sign.
class SkipButton : public QToolButton
{
protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QToolButton::resizeEvent(event);
        setToolButtonStyle(Qt::ToolButtonTextOnly);
        if (sizeHint().width() > width())
            setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
};

} // namespace

WorkersPanel::WorkersPanel(QWidget *parent)
    : TableDock(tr("Workers"), QStringLiteral("workers"), {6, 34, 40, 24, 13, 9, 9, 10},
        WorkersModel::AddressColumn, parent)
    , m_skip(new QAction(tr("Skip This Address"), this))
    , m_show(new QAction(tr("Show in the Tree"), this))
{
    m_skip->setShortcut(Qt::Key_Delete);
    m_skip->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    view()->setItemDelegateForColumn(WorkersModel::AddressColumn, new AddressDelegate(this));
    view()->addActions({m_skip, m_show});
    view()->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_skip, &QAction::triggered, this, [this] {
        if (const RecordId id = chosen(); id != noRecord)
            Q_EMIT skipWanted(id);
    });
    connect(m_show, &QAction::triggered, this, [this] {
        if (const RecordId id = chosen(); id != noRecord)
            Q_EMIT recordChosen(id);
    });
    connect(view(), &QTreeView::activated, m_show, &QAction::trigger);
}

void WorkersPanel::setWorkers(WorkersModel *model)
{
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = model;
    setModel(model);
    if (!model)
        return;
    connect(model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { addButtons(first, last); });
    connect(model, &QAbstractItemModel::dataChanged, this, &WorkersPanel::refreshButtons);
    if (model->rowCount() > 0)
        addButtons(0, model->rowCount() - 1);
}

RecordId WorkersPanel::chosen() const
{
    const auto *table = findChild<QTreeView *>();
    return m_model ? m_model->recordAt(table->currentIndex().row()) : noRecord;
}

void WorkersPanel::addButtons(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QPersistentModelIndex at = m_model->index(row, WorkersModel::SkipColumn);
        auto *button = new SkipButton;
        button->setText(tr("Skip"));
        button->setIcon(QIcon::fromTheme(QStringLiteral("media-skip-forward")));
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        widths()->setLeast(WorkersModel::SkipColumn, button->sizeHint().width());
        button->setToolTip(tr("Do not download this address"));
        button->setAccessibleName(
            tr("Skip what worker %1 is at").arg(m_model->index(row, 0).data().toString()));
        // The Delete key does it: Tab would have to pass all of them.
        button->setFocusPolicy(Qt::NoFocus);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, [this, at] {
            if (const RecordId id = m_model ? m_model->recordAt(at.row()) : noRecord;
                id != noRecord)
                Q_EMIT skipWanted(id);
        });
        view()->setIndexWidget(at, button);
    }
    refreshButtons();
}

void WorkersPanel::refreshButtons()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QWidget *button = view()->indexWidget(m_model->index(row, WorkersModel::SkipColumn));
        if (button)
            button->setEnabled(m_model->recordAt(row) != noRecord);
    }
}

} // namespace gleaner
