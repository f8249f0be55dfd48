// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/addresshistory.h"
#include "ui/continueoffer.h"
#include "ui/downloads.h"
#include "ui/mainpage.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/treeview.h"

namespace gleaner
{

void MainWindow::start()
{
    if (const std::optional<CrawlJob> job = m_page->form()->readJob())
        begin(*job);
}

void MainWindow::take(const CrawlJob &job)
{
    if (job.starts.empty())
        m_page->form()->setJob(job);
    else
        begin(job);
}

void MainWindow::takeAll(const std::vector<CrawlJob> &jobs, Begin begin)
{
    if (jobs.empty())
        return;
    m_offer->withdraw();
    Session *first = nullptr;
    for (const CrawlJob &job : jobs) {
        const bool isFirst = !first;
        Session *failed = isFirst && m_session && !m_page->showsTree() ? m_session : nullptr;
        Session *session = m_downloads->take(job, failed);
        if (isFirst)
            first = session;
        m_history->add(job.starts.front());
        if (begin == Begin::Now)
            m_downloads->begin(session);
        else
            session->beginPaused();
    }
    m_page->form()->takeUp(CrawlJob(first->job()));
    showDownload(first);
    m_page->tree()->setFocus();
}

void MainWindow::tellProblem(const QString &sentence)
{
    m_page->messages()->show(MessageBar::Kind::Warning, sentence);
}

void MainWindow::begin(const CrawlJob &job)
{
    m_offer->withdraw();
    const Session *known = m_downloads->find(job);
    const bool isActive =
        known && known->state() != SessionState::Earlier && !hasEnded(known->state());
    // Where nothing came of the one that is shown, this is what was meant.
    Session *failed = m_session && !m_page->showsTree() ? m_session : nullptr;
    Session *session = m_downloads->take(job, failed);
    m_history->add(job.starts.front());
    m_downloads->begin(session);
    showDownload(session);
    m_page->tree()->setFocus();
    if (isActive && session->state() == SessionState::Running)
        m_page->messages()->show(
            MessageBar::Kind::Plain, tr("This download is in the list already."));
}

void MainWindow::resume()
{
    if (!m_session)
        return;
    if (m_session->state() == SessionState::Earlier)
        takeUp(m_session->job());
    else if (m_session->state() == SessionState::Queued)
        m_session->start();
    else
        m_downloads->begin(m_session);
}

void MainWindow::takeUp(const CrawlJob &job)
{
    // A copy: it may be of a session that goes.
    m_page->form()->takeUp(CrawlJob(job));
    start();
}

void MainWindow::beginAgain(const Again &again)
{
    Session *ended = m_session;
    if (!ended || !hasEnded(ended->state()))
        return;
    Session *session = m_downloads->replace(ended, ended->job(), again);
    m_downloads->begin(session);
    showDownload(session);
}

void MainWindow::removeShown()
{
    if (!m_session)
        return;
    const int row = m_downloads->rowOf(m_session);
    if (m_downloads->remove(m_session) && m_downloads->count() > 0)
        choose(m_downloads->at(qMin(row, m_downloads->count() - 1)));
}

} // namespace gleaner
