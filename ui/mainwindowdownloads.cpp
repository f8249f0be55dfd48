// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/addresshistory.h"
#include "ui/continueoffer.h"
#include "ui/downloads.h"
#include "ui/front.h"
#include "ui/mainpage.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/removalactions.h"
#include "ui/treeview.h"

namespace gleaner
{

void MainWindow::start(std::optional<Purpose> purpose)
{
    std::optional<CrawlJob> job = m_page->form()->readJob();
    if (!job)
        return;
    job->purpose = purpose.value_or(job->purpose);
    begin(*job);
}

void MainWindow::take(const CrawlJob &job)
{
    if (job.starts.empty())
        m_page->form()->setJob(job);
    else if (const Session *begun = begin(job))
        m_page->form()->takeUp(begun->job());
}

void MainWindow::takeAll(const std::vector<CrawlJob> &jobs, Begin begin)
{
    m_offer->withdraw();
    // Where nothing came of the one that is shown, this is what was meant.
    Session *instead = m_session && !m_page->showsTree() ? m_session : nullptr;
    Session *first = nullptr;
    for (CrawlJob job : jobs) {
        if (mustWait(m_downloads->find(job)))
            continue;
        // Options may be those of a scan that is shown.
        job.purpose = Purpose::Download;
        Session *session = m_downloads->take(job, std::exchange(instead, nullptr));
        m_history->add(job.starts.front());
        if (begin == Begin::Now)
            m_downloads->begin(session);
        else
            session->beginPaused();
        if (!first)
            first = session;
    }
    if (!first)
        return;
    m_page->form()->takeUp(CrawlJob(first->job()));
    showDownload(first);
    m_page->tree()->setFocus();
}

void MainWindow::tellProblem(const QString &sentence)
{
    m_page->messages()->show(MessageBar::Kind::Warning, sentence);
}

bool MainWindow::mustWait(const Session *known)
{
    // That it ends is on the screen already.
    if (m_downloads->isEnding())
        return true;
    if (!known || !known->isDisposing())
        return false;
    tellProblem(RemovalActions::tr("Files are being moved to the trash."));
    return true;
}

const Session *MainWindow::begin(const CrawlJob &job)
{
    const Session *known = m_downloads->find(job);
    if (mustWait(known))
        return nullptr;
    m_offer->withdraw();
    const bool isActive =
        known && known->state() != SessionState::Earlier && !hasEnded(known->state());
    // Where nothing came of the one that is shown, this is what was meant.
    Session *failed = m_session && !m_page->showsTree() ? m_session : nullptr;
    Session *session = m_downloads->take(job, failed);
    m_history->add(job.starts.front());
    m_page->form()->noteBegun(job);
    m_downloads->begin(session);
    showDownload(session);
    m_page->tree()->setFocus();
    if (isActive && session->state() == SessionState::Running)
        m_page->messages()->show(
            MessageBar::Kind::Plain, tr("This download is in the list already."));
    return session;
}

void MainWindow::resume()
{
    if (!m_session)
        return;
    const SessionState state = m_session->state();
    if (wasLeft(state))
        takeUp(m_session->job());
    else if (state == SessionState::Queued)
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
    if (m_session)
        beginAgainOf(m_session, again);
}

void MainWindow::beginAgainOf(Session *ended, const Again &again)
{
    if (!hasEnded(ended->state()) || mustWait(ended))
        return;
    beginInPlaceOf(ended, ended->job(), again);
}

void MainWindow::beginInPlaceOf(
    Session *ended, const CrawlJob &job, const std::optional<Again> &again)
{
    const bool isShown = ended == m_session;
    Session *session = m_downloads->replace(ended, job, again);
    m_downloads->begin(session);
    if (isShown)
        showDownload(session);
}

void MainWindow::goOnIn(Session *ended, const QString &folder)
{
    if (mustWait(ended))
        return;
    CrawlJob job = ended->job();
    job.directory = folder;
    if (ended == m_session)
        m_page->form()->takeUp(job);
    beginInPlaceOf(ended, job);
}

void MainWindow::bringForward(Session *session)
{
    if (session)
        choose(session);
    bringToFront(this);
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
