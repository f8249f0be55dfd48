// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessionmessages.h"

#include "ui/actions.h"
#include "ui/endtext.h"
#include "ui/figures.h"
#include "ui/messagebar.h"
#include "ui/session.h"
#include "ui/texts.h"
#include "ui/traptexts.h"

#include <QCoreApplication>

namespace gleaner
{

namespace
{

/// Gives the strings below their context in the translations.
struct Messages {
    Q_DECLARE_TR_FUNCTIONS(gleaner::SessionMessages)
};

QString pausedText(const Session &session)
{
    // Nothing is lost: what could not be written waits like the rest.
    if (session.fault())
        return Messages::tr("%1 Everything waits until then.").arg(diskFaultText(*session.fault()));
    const RecordTree::Sums &sums = session.tree()->tree().sums(RecordTree::root);
    if (session.question() != GrowthQuestion::None)
        return Messages::tr("%1 files (%2) so far. Go on?")
            .arg(countText(sums.saved + sums.unchanged), sizeText(sums.bytes));
    return Messages::tr("Paused: %1 waiting").arg(countText(session.totals().waiting));
}

} // namespace

QString titleText(const Session &session)
{
    const Totals &totals = session.totals();
    const QString site = siteText(session.job().starts.front());
    const QString ended = countText(totals.known - totals.waiting);
    const bool paused = session.state() == SessionState::Paused;
    return (paused ? Messages::tr("Paused – %1 – %2 of %3 – Gleaner")
                   : Messages::tr("%1 – %2 of %3 – Gleaner"))
        .arg(site, ended, countText(totals.known));
}

SessionMessages::SessionMessages(MessageBar *bar, Actions *actions)
    : m_bar(bar)
    , m_actions(actions)
{
}

void SessionMessages::show(const Session &session)
{
    switch (session.state()) {
    case SessionState::Earlier:
        m_bar->show(MessageBar::Kind::Plain, Messages::tr("This download is not finished."),
            {m_actions->resume});
        break;
    case SessionState::Queued:
        m_bar->show(MessageBar::Kind::Plain,
            Messages::tr("Queued: it begins when one of those that run has ended."),
            {m_actions->resume});
        break;
    case SessionState::Running:
        m_bar->hide();
        break;
    case SessionState::Pausing:
        m_bar->show(MessageBar::Kind::Plain,
            Messages::tr("Pausing: what is being downloaded is finished first."));
        break;
    case SessionState::Paused:
        showPaused(session);
        break;
    case SessionState::Stopping:
        m_bar->show(MessageBar::Kind::Plain, Messages::tr("Stopping…"));
        break;
    case SessionState::Stopped:
    case SessionState::Finished:
        showEnd(session);
        break;
    }
}

void SessionMessages::showPaused(const Session &session)
{
    using Kind = MessageBar::Kind;
    if (session.fault())
        m_bar->show(Kind::Error, pausedText(session), {m_actions->tryAgain});
    else if (session.question() != GrowthQuestion::None)
        m_bar->show(Kind::Warning, pausedText(session), {m_actions->goOn, m_actions->stopHere});
    else
        m_bar->show(Kind::Warning, pausedText(session));
}

void SessionMessages::showEnd(const Session &session)
{
    using Kind = MessageBar::Kind;
    QList<QAction *> actions;
    if (session.tree()->tree().sums(RecordTree::root).files > 0)
        actions << m_actions->openFolder;
    if (session.totals().failed > 0)
        actions << m_actions->retryFailed;
    if (!parkedGroups(session.traps()).empty())
        actions << m_actions->fetchAside;
    if (session.fault()) {
        m_bar->show(Kind::Error, diskFaultText(*session.fault()), actions);
        return;
    }
    const bool isAll = session.state() == SessionState::Finished && session.totals().failed == 0;
    m_bar->show(isAll ? Kind::Good : Kind::Warning, endText(session), actions);
}

void SessionMessages::amend(const Session &session)
{
    // What was being downloaded when the pause began still comes in.
    if (session.state() == SessionState::Paused)
        m_bar->amend(pausedText(session));
}

} // namespace gleaner
