// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessionmessages.h"

#include "ui/actions.h"
#include "ui/endtext.h"
#include "ui/figures.h"
#include "ui/messagebar.h"
#include "ui/rowparts.h"
#include "ui/session.h"
#include "ui/texts.h"
#include "ui/traptexts.h"
#include "ui/viewactions.h"

#include <QAction>
#include <QCoreApplication>
#include <QDir>

#include <algorithm>

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
    if (session.fault()) {
        DiskFault fault = *session.fault();
        // It was met at one file, but it is the folder that a person has to find.
        if (fault.kind == DiskFaultKind::Vanished)
            fault.path = session.job().directory;
        return Messages::tr("%1 Everything waits until then.").arg(diskFaultText(fault));
    }
    const RecordTree::Sums &sums = session.tree()->tree().sums(RecordTree::root);
    if (session.question() != GrowthQuestion::None)
        return Messages::tr("%1 files (%2) so far. Go on?")
            .arg(countText(sums.saved + sums.unchanged), sizeText(sums.bytes));
    // What is still being downloaded has its own chip.
    return Messages::tr("Paused: %1 waiting")
        .arg(countText(countOf(session.tree()->tree(), RowGroup::Waiting)));
}

QString stoppingText(const Session &session)
{
    return session.finishing() > 0
        ? Messages::tr("Finishing %Ln file(s)…", nullptr, int(session.finishing()))
        : Messages::tr("Stopping…");
}

/// One of those that were asked for, or where it redirected to.
bool isStart(const Session &session, const Record &record)
{
    const bool isRedirected = record.depth == 0 && isRedirectTarget(record);
    return isRedirected || std::ranges::count(session.job().starts, record.address) > 0;
}

/// Where the first start, or what it redirected to, is saved; empty if it is not.
QString startFile(const Session &session)
{
    const RecordTree &tree = session.tree()->tree();
    // They are among the first, whatever came later.
    const auto few = RecordId(std::min<size_t>(tree.size(), 1000));
    for (RecordId id = 0; id < few; ++id) {
        if (isStart(session, tree.record(id)) && !tree.record(id).path.isEmpty())
            return tree.record(id).path;
    }
    return {};
}

/// Did the start pages lead to no page that was wanted, for the scope alone or because they lead
/// nowhere?
bool hasNothingInScope(const Session &session)
{
    // What was set aside is in its scope, and was found.
    if (!session.traps().empty())
        return false;
    const RecordTree &tree = session.tree()->tree();
    bool hasFile = false;
    for (RecordId id = 0; id < tree.size(); ++id) {
        const Record &record = tree.record(id);
        const bool isHere =
            record.state == RecordState::Saved || record.state == RecordState::Unchanged;
        hasFile = hasFile || (isHere && isStart(session, record));
        const bool isLeftOut = record.state == RecordState::Skipped
            && (record.skip == SkipReason::Scope || record.skip == SkipReason::Scheme);
        // Mostly the second record, or one of the next, is a page.
        if (record.kind == LinkKind::Navigation && !isStart(session, record) && !isLeftOut)
            return false;
    }
    return hasFile;
}

QString nothingFoundText(const Session &session)
{
    switch (session.job().scope) {
    case ScopeKind::Folder:
        return Messages::tr("The page was saved, but has no links inside the start folder.");
    case ScopeKind::Host:
        return Messages::tr("The page was saved, but has no links inside its site.");
    case ScopeKind::Domain:
        return Messages::tr("The page was saved, but has no links inside its domain.");
    case ScopeKind::Any:
        break;
    }
    return Messages::tr("The page was saved, but has no links to other pages.");
}

/// What it came to.
QString endSentence(const Session &session)
{
    if (session.state() == SessionState::Finished && hasNothingInScope(session))
        return nothingFoundText(session);
    return session.fault() ? diskFaultText(*session.fault()) : endText(session);
}

} // namespace

QString titleText(const Session &session)
{
    const Totals &totals = session.totals();
    const QString site = siteText(session.job().starts.front());
    const QString ended = countText(totals.known - totals.waiting);
    const bool paused = session.state() == SessionState::Paused;
    if (session.state() == SessionState::Running && session.connection() == Connection::Lost)
        return Messages::tr("No connection – %1 – %2 of %3 – Gleaner")
            .arg(site, ended, countText(totals.known));
    return (paused ? Messages::tr("Paused – %1 – %2 of %3 – Gleaner")
                   : Messages::tr("%1 – %2 of %3 – Gleaner"))
        .arg(site, ended, countText(totals.known));
}

SessionMessages::SessionMessages(
    MessageBar *bar, Actions *actions, QAction *changeFolder, RowParts *rows, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_actions(actions)
    , m_changeFolder(changeFolder)
    , m_rows(rows)
    , m_tryNow(make("view-refresh", tr("&Try Now"), tr("Ask at once whether the servers answer")))
    , m_stopNow(make("process-stop", tr("Stop &Now"),
          tr("Do not wait; what is being saved now is looked at when the download goes on")))
    , m_openStart(make("document-open", tr("Open Start &Page"), tr("Open the first saved page")))
    , m_widen(make("view-filter", tr("&Widen Scope…"), tr("Follow links to more pages")))
{
    // Behind a sentence of the download's fewer words are enough.
    m_openStart->setIconText(tr("Start Page"));
    actions->exportDownload->setIconText(tr("Report…"));
    connect(m_tryNow, &QAction::triggered, this, [this] {
        if (m_session)
            m_session->tryConnection();
    });
    connect(m_stopNow, &QAction::triggered, this, [this] {
        if (m_session)
            m_session->stopNow();
    });
    connect(m_openStart, &QAction::triggered, this, &SessionMessages::openStart);
    connect(m_widen, &QAction::triggered, actions->changeRules, &QAction::trigger);
}

QAction *SessionMessages::make(const char *icon, const QString &text, const QString &toolTip)
{
    auto *action = new QAction(QIcon::fromTheme(QString::fromLatin1(icon)), text, this);
    action->setToolTip(toolTip);
    return action;
}

void SessionMessages::openStart()
{
    if (const QString file = m_session ? startFile(*m_session) : QString(); !file.isEmpty())
        m_rows->openFile(QDir(m_session->job().directory).filePath(file));
}

void SessionMessages::show(Session *shown)
{
    m_session = shown;
    m_tellsOfConnection = false;
    const Session &session = *shown;
    switch (session.state()) {
    case SessionState::Earlier:
        m_bar->stand(MessageBar::Kind::Plain, Messages::tr("This download is not finished."),
            {m_actions->resume});
        break;
    case SessionState::Queued:
        m_bar->stand(MessageBar::Kind::Plain,
            Messages::tr("Queued: it begins when one of those that run has ended."),
            {m_actions->resume});
        break;
    case SessionState::Running:
        m_bar->clear();
        showConnection(session);
        break;
    case SessionState::Pausing:
        m_bar->stand(MessageBar::Kind::Plain,
            Messages::tr("Pausing: what is being downloaded is finished first."));
        break;
    case SessionState::Paused:
        showPaused(session);
        break;
    case SessionState::Stopping:
        m_bar->stand(MessageBar::Kind::Plain, stoppingText(session), {m_stopNow});
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
        m_bar->stand(Kind::Error, pausedText(session), {m_actions->tryAgain, m_changeFolder});
    else if (session.question() != GrowthQuestion::None)
        m_bar->stand(Kind::Warning, pausedText(session), {m_actions->goOn, m_actions->stopHere});
    else
        m_bar->stand(Kind::Paused, pausedText(session), {m_actions->resume});
}

void SessionMessages::showEnd(const Session &session)
{
    using Kind = MessageBar::Kind;
    QList<QAction *> actions;
    const bool isFinished = session.state() == SessionState::Finished;
    if (isFinished && hasNothingInScope(session)) {
        m_bar->stand(
            Kind::Warning, endSentence(session), {m_openStart, m_widen, m_actions->openFolder});
        return;
    }
    if (!isFinished)
        actions << m_actions->resume;
    else if (!startFile(session).isEmpty())
        actions << m_openStart;
    if (session.tree()->tree().sums(RecordTree::root).files > 0)
        actions << m_actions->openFolder;
    if (session.totals().failed > 0)
        actions << m_actions->retryFailed;
    if (!parkedGroups(session.traps()).empty())
        actions << m_actions->fetchAside;
    actions << m_actions->exportDownload;
    if (session.fault()) {
        actions.prepend(m_changeFolder);
        m_bar->stand(Kind::Error, endSentence(session), actions);
        return;
    }
    m_bar->stand(isWhole(session) ? Kind::Good : Kind::Warning, endSentence(session), actions);
}

void SessionMessages::showConnection(const Session &session)
{
    const bool isLost = session.connection() == Connection::Lost;
    if (isLost == m_tellsOfConnection)
        return;
    m_tellsOfConnection = isLost;
    if (isLost)
        m_bar->stand(MessageBar::Kind::Warning,
            tr("No connection. Waiting to try again; nothing counts as failed meanwhile."),
            {m_tryNow});
    else
        m_bar->clear();
}

void SessionMessages::amend(const Session &session)
{
    if (session.state() == SessionState::Running)
        showConnection(session);
    // What was being downloaded when the pause began still comes in.
    if (session.state() == SessionState::Paused)
        m_bar->amendStanding(pausedText(session));
    if (session.state() == SessionState::Stopping)
        m_bar->amendStanding(stoppingText(session));
    // Some of its files may have gone to the trash.
    if (hasEnded(session.state()))
        m_bar->amendStanding(endSentence(session));
}

} // namespace gleaner
