// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks.h"

#include "ui/actions.h"
#include "ui/detailsdock.h"
#include "ui/downloadspanel.h"
#include "ui/mainpage.h"
#include "ui/problemsdock.h"
#include "ui/session.h"
#include "ui/treeview.h"
#include "ui/wishactions.h"
#include "ui/workerspanel.h"

#include <QMainWindow>

namespace gleaner
{

Docks::Docks(QMainWindow *window, Downloads *downloads, const Actions *actions, MainPage *page)
    : QObject(window)
    , m_window(window)
    , m_page(page)
    , m_downloads(new DownloadsPanel(
          downloads, {actions->resume, actions->pause, actions->stop, actions->removeDownload}))
    , m_workers(new WorkersPanel)
    , m_problems(new ProblemsDock(page->messages(), window))
    , m_details(new DetailsDock)
    , m_lower({m_workers, m_problems, m_details})
{
    window->addDockWidget(Qt::LeftDockWidgetArea, m_downloads);
    for (QDockWidget *dock : m_lower) {
        window->addDockWidget(Qt::BottomDockWidgetArea, dock);
        if (dock != m_lower.first())
            window->tabifyDockWidget(m_lower.first(), dock);
    }
    hide();
    connect(page->tree(), &TreeView::currentRowChanged, m_details, &DetailsDock::showRow);
    connect(m_problems, &ProblemsDock::recordPointedAt, m_details, &DetailsDock::showRecord);
    connect(m_problems, &ProblemsDock::recordChosen, this, &Docks::showInTree);
    connect(m_details, &DetailsDock::recordChosen, this, &Docks::showInTree);
}

void Docks::setWishes(WishActions *wishes)
{
    m_wishes = wishes;
    connect(m_problems, &ProblemsDock::retryWanted, wishes, &WishActions::retryThose);
}

void Docks::showInTree(RecordId id)
{
    TreeView *view = m_page->tree();
    if (!m_session)
        return;
    const QModelIndex row = m_session->tree()->indexOf(id);
    if (!row.isValid())
        return;
    view->setCurrentIndex(row);
    view->scrollTo(row, QAbstractItemView::PositionAtCenter);
    view->setFocus();
}

QList<QAction *> Docks::toggles() const
{
    QList<QAction *> toggles{m_downloads->toggleViewAction()};
    for (const QDockWidget *dock : m_lower)
        toggles.append(dock->toggleViewAction());
    return toggles;
}

void Docks::resize()
{
    const QFontMetrics metrics = m_window->fontMetrics();
    m_window->resizeDocks(
        {m_lower.first()}, {qMin(12 * metrics.height(), m_window->height() / 4)}, Qt::Vertical);
    m_window->resizeDocks({m_downloads},
        {qMin(32 * metrics.averageCharWidth(), m_window->width() / 4)}, Qt::Horizontal);
}

void Docks::hide()
{
    for (QDockWidget *dock : m_lower)
        dock->hide();
}

void Docks::setSession(Session *session)
{
    m_session = session;
    m_workers->setWorkers(session ? session->workers() : nullptr);
    m_problems->setSession(session);
    m_details->setSession(session);
    for (QDockWidget *dock : m_lower)
        dock->setVisible(session != nullptr);
    if (session)
        m_lower.first()->raise();
}

void Docks::refresh()
{
    if (m_wishes)
        m_problems->setWhyNotRetry(m_wishes->whyNotAgain());
    m_details->refresh();
}

} // namespace gleaner
