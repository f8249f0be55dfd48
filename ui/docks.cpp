// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks.h"

#include "ui/actions.h"
#include "ui/addressdelegate.h"
#include "ui/detailsdock.h"
#include "ui/downloadspanel.h"
#include "ui/lanesmodel.h"
#include "ui/logdock.h"
#include "ui/mainpage.h"
#include "ui/paneactions.h"
#include "ui/paneltabs.h"
#include "ui/problemsdock.h"
#include "ui/session.h"
#include "ui/speeddock.h"
#include "ui/tabledock.h"
#include "ui/treeview.h"
#include "ui/viewactions.h"
#include "ui/wishactions.h"
#include "ui/workerspanel.h"

#include <QMainWindow>

#include <algorithm>
#include <utility>

namespace gleaner
{

Docks::Docks(QMainWindow *window, Downloads *downloads, const Actions *actions, MainPage *page,
    WishActions *wishes)
    : QObject(window)
    , m_window(window)
    , m_page(page)
    , m_downloads(new DownloadsPanel(
          downloads, {actions->resume, actions->pause, actions->stop, actions->removeDownload}))
    , m_workers(new WorkersPanel)
    , m_lanes(new TableDock(
          tr("Lanes"), QStringLiteral("lanes"), {36, 12, 12, 16, 40}, LanesModel::StateColumn))
    , m_problems(new ProblemsDock(page->messages(), window))
    , m_details(new DetailsDock)
    , m_speed(new SpeedDock)
    , m_log(new LogDock(page->messages(), window))
    , m_wishes(wishes)
    , m_lower({m_workers, m_lanes, m_problems, m_details, m_speed, m_log})
{
    m_lanes->view()->setItemDelegateForColumn(LanesModel::HostColumn, new AddressDelegate(m_lanes));
    window->addDockWidget(Qt::LeftDockWidgetArea, m_downloads);
    for (QDockWidget *dock : m_lower) {
        window->addDockWidget(Qt::BottomDockWidgetArea, dock);
        if (dock != m_lower.first())
            window->tabifyDockWidget(m_lower.first(), dock);
    }
    new PanelTabs(m_lower, window);
    for (QDockWidget *dock : std::as_const(m_lower)) {
        m_wanted.append(dock->objectName());
        dock->hide();
    }
    m_panes =
        new PaneActions({page->form(), page->tree()}, m_lower, m_details, m_downloads, window);
    connect(m_panes, &PaneActions::lowerPanelToggled, this, &Docks::toggle);
    connect(page->tree(), &TreeView::currentRowChanged, m_details, &DetailsDock::showRow);
    connect(page->tree(), &TreeView::recordActivated, this, [this](RecordId id) {
        m_details->showRecord(id);
        m_panes->goTo(m_details);
    });
    connect(m_problems, &ProblemsDock::recordPointedAt, m_details, &DetailsDock::showRecord);
    connect(m_problems, &ProblemsDock::recordChosen, this, &Docks::showInTree);
    connect(m_details, &DetailsDock::recordChosen, this, &Docks::showInTree);
    connect(m_workers, &WorkersPanel::recordChosen, this, &Docks::showInTree);
    connect(m_log, &LogDock::recordChosen, this, &Docks::showInTree);
    connect(m_problems, &ProblemsDock::retryWanted, wishes, &WishActions::retryThose);
    connect(m_workers, &WorkersPanel::skipWanted, wishes,
        [wishes](RecordId id) { wishes->skipThose({id}); });
}

void Docks::showInTree(RecordId id)
{
    TreeView *view = m_page->tree();
    if (!m_session)
        return;
    // What the filter hides is meant all the same.
    if (!m_session->tree()->reveal(id).isValid())
        m_page->views()->clearFilter->trigger();
    view->goTo(id);
    view->setFocus();
}

QList<QAction *> Docks::toggles() const
{
    QList<QAction *> toggles{m_downloads->toggleViewAction()};
    for (const QDockWidget *dock : m_lower)
        toggles.append(dock->toggleViewAction());
    return toggles;
}

/// Qt gives no height to panels that are all hidden, so this comes with the first that is seen.
void Docks::resize()
{
    const QFontMetrics metrics = m_window->fontMetrics();
    m_window->resizeDocks(
        {m_lower.first()}, {qMin(12 * metrics.height(), m_window->height() / 4)}, Qt::Vertical);
}

void Docks::resizeDownloads()
{
    const int wide = 32 * m_window->fontMetrics().averageCharWidth();
    m_window->resizeDocks({m_downloads}, {qMin(wide, m_window->width() / 4)}, Qt::Horizontal);
}

void Docks::hide()
{
    m_wanted = wanted();
    m_areShown = false;
    for (QDockWidget *dock : std::as_const(m_lower))
        dock->hide();
}

void Docks::show()
{
    if (m_areShown)
        return;
    m_areShown = true;
    QDockWidget *front = nullptr;
    for (QDockWidget *dock : std::as_const(m_lower)) {
        // Where all were closed, somebody who wants to see them sees all.
        const bool isWanted = m_wanted.isEmpty() || m_wanted.contains(dock->objectName());
        dock->setVisible(isWanted);
        if (isWanted && (!front || dock->objectName() == m_wanted.value(0)))
            front = dock;
    }
    if (front)
        front->raise();
    if (!std::exchange(m_isSized, true)) {
        // Not before the layout knows of them.
        QMetaObject::invokeMethod(this, &Docks::resize, Qt::QueuedConnection);
    }
}

void Docks::toggle()
{
    const bool isSeen = std::ranges::any_of(m_lower, [](auto *dock) { return !dock->isHidden(); });
    m_isFolded = isSeen;
    if (isSeen) {
        hide();
        return;
    }
    m_areShown = false;
    show();
}

QStringList Docks::wanted() const
{
    if (!m_areShown)
        return m_wanted;
    QStringList names;
    for (const QDockWidget *dock : m_lower) {
        if (dock->isHidden())
            continue;
        if (dock->visibleRegion().isEmpty())
            names.append(dock->objectName());
        else
            names.prepend(dock->objectName());
    }
    return names;
}

void Docks::setWanted(const QStringList &names)
{
    m_wanted = names;
    // With what was seen then their size was saved.
    m_isSized = std::ranges::any_of(m_lower, [](auto *dock) { return !dock->isHidden(); });
    // A saved layout shows what was shown then.
    if (!m_areShown) {
        for (QDockWidget *dock : std::as_const(m_lower))
            dock->hide();
    }
}

void Docks::setSession(Session *session)
{
    m_session = session;
    m_workers->setWorkers(session ? session->workers() : nullptr);
    m_lanes->setModel(session ? session->lanes() : nullptr);
    m_problems->setSession(session);
    m_details->setSession(session);
    m_speed->setSession(session);
    m_log->setSession(session);
    m_panes->setHasPanels(session != nullptr);
    if (!session)
        hide();
    else if (!m_isFolded)
        show();
}

void Docks::refresh()
{
    m_problems->refresh(m_wishes->whyNotAgain());
    m_details->refresh();
    m_speed->refresh();
    m_log->refresh();
}

} // namespace gleaner
