// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/nomatch.h"

#include "ui/plaintext.h"
#include "ui/treemodel.h"
#include "ui/treeview.h"
#include "ui/viewactions.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QToolButton>

namespace gleaner
{

NoMatch::NoMatch(TreeView *view, ViewActions *actions, QWidget *page)
    : QWidget(page)
    , m_view(view)
    , m_actions(actions)
    , m_text(new QLabel)
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setWordWrap(true);
    auto *clear = new QToolButton;
    clear->setDefaultAction(actions->clearFilter);
    clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    clear->setFocusPolicy(Qt::StrongFocus);

    auto *column = new QVBoxLayout(this);
    column->addStretch(1);
    column->addWidget(m_text);
    column->addWidget(clear, 0, Qt::AlignHCenter);
    column->addStretch(2);
    hide();
    view->installEventFilter(this);
    view->viewport()->installEventFilter(this);
    connect(view, &TreeView::treeChanged, this, &NoMatch::follow);
}

void NoMatch::follow()
{
    if (m_model)
        m_model->disconnect(this);
    m_model = qobject_cast<TreeModel *>(m_view->model());
    if (m_model) {
        connect(m_model, &TreeModel::arranged, this, &NoMatch::refresh);
        connect(m_model, &TreeModel::rowsInserted, this, &NoMatch::refresh);
    }
    refresh();
}

void NoMatch::refresh()
{
    const bool isEmpty =
        m_view->isVisible() && m_model && m_model->rowCount() == 0 && m_model->tree().size() > 0;
    if (isEmpty) {
        const RowFilter &filter = m_actions->filter();
        const QString pattern = visibleText(filter.pattern, 80);
        const QString group = groupText(filter.group);
        if (filter.group == RowGroup::All)
            m_text->setText(tr("Nothing matches \"%1\"").arg(pattern));
        else if (filter.pattern.isEmpty())
            m_text->setText(tr("Nothing is shown as \"%1\"").arg(group));
        else
            m_text->setText(
                tr("Nothing that is shown as \"%1\" matches \"%2\"").arg(group, pattern));
    }
    lieOverView();
    setVisible(isEmpty);
    if (isEmpty)
        raise();
}

void NoMatch::lieOverView()
{
    // Before the page is laid out the view is nobody's child.
    if (parentWidget()->isAncestorOf(m_view))
        setGeometry(
            QRect(m_view->viewport()->mapTo(parentWidget(), QPoint()), m_view->viewport()->size()));
}

bool NoMatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
        lieOverView();
        break;
    case QEvent::Show:
    case QEvent::Hide:
        refresh();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gleaner
