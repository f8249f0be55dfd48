// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks.h"

#include "ui/actions.h"
#include "ui/downloadspanel.h"
#include "ui/session.h"
#include "ui/workerspanel.h"

#include <QMainWindow>

namespace gleaner
{

Docks::Docks(QMainWindow *window, Downloads *downloads, const Actions *actions)
    : m_window(window)
    , m_downloads(new DownloadsPanel(
          downloads, {actions->resume, actions->pause, actions->stop, actions->removeDownload}))
    , m_workers(new WorkersPanel)
    , m_lower({m_workers})
{
    window->addDockWidget(Qt::LeftDockWidgetArea, m_downloads);
    for (QDockWidget *dock : m_lower) {
        window->addDockWidget(Qt::BottomDockWidgetArea, dock);
        if (dock != m_lower.first())
            window->tabifyDockWidget(m_lower.first(), dock);
    }
    hide();
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
    m_workers->setWorkers(session ? session->workers() : nullptr);
    for (QDockWidget *dock : m_lower)
        dock->setVisible(session != nullptr);
    if (session)
        m_lower.first()->raise();
}

void Docks::refresh() { }

} // namespace gleaner
