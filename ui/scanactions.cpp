// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scanactions.h"

#include "ui/mainpage.h"
#include "ui/pickpanel.h"
#include "ui/viewactions.h"

#include <QAction>

#include <algorithm>

namespace gleaner
{

ScanActions::ScanActions(QObject *parent)
    : QObject(parent)
    , m_scanFirst(
          new QAction(QIcon::fromTheme(QStringLiteral("edit-find")), tr("Scan &First"), this))
    , m_pick(new QAction(
          QIcon::fromTheme(QStringLiteral("checkbox")), tr("Tick What to Download"), this))
{
    m_scanFirst->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    m_scanFirst->setToolTip(
        tr("Look what there is, and how large; then tick what is to be downloaded"));
    m_pick->setCheckable(true);
    m_pick->setShortcut(Qt::CTRL | Qt::Key_T);
    connect(m_pick, &QAction::toggled, this, &ScanActions::showPanel);
    refresh();
}

void ScanActions::setPage(MainPage *page)
{
    m_page = page;
    m_panel = new PickPanel;
    m_page->setPicker(m_panel);
    connect(m_panel, &PickPanel::wanted, this, &ScanActions::download);
}

void ScanActions::setSession(Session *session)
{
    m_session = session;
    // After a scan there is something to tick; of what was ticked there is something to see.
    const bool isScan = session && session->job().purpose == Purpose::Scan;
    if (m_pick->isChecked() == isScan)
        showPanel(isScan);
    m_pick->setChecked(isScan);
}

void ScanActions::showPanel(bool on)
{
    m_page->views()->setPicked(on ? m_session.data() : nullptr);
    m_panel->setSession(on ? m_session.data() : nullptr);
    m_page->showPicker(on && m_session);
    if (on)
        m_panel->focusTree();
    refresh();
}

QString ScanActions::whyNot() const
{
    if (!m_session)
        return tr("There is no download yet.");
    if (isPending(m_session) || m_session->state() == SessionState::Stopping)
        return tr("The scan is being stopped.");
    if (m_session->state() == SessionState::Earlier)
        return tr("Continue it first.");
    if (m_session->id().isEmpty())
        return tr("Nothing of it is kept to go on with.");
    return {};
}

void ScanActions::refresh()
{
    const bool canPick = m_session && m_session->job().purpose != Purpose::Download;
    m_pick->setEnabled(canPick);
    m_pick->setToolTip(
        canPick ? tr("Tick what was found, and download that") : tr("Scan a site first."));
    if (!m_panel)
        return;
    m_panel->refresh(whyNot());
}

bool ScanActions::isPending(const Session *session) const
{
    return std::ranges::any_of(
        m_pending, [&](const Pending &pending) { return pending.session == session; });
}

void ScanActions::download(const std::vector<RecordId> &ticked, Purpose purpose)
{
    if (!m_session || ticked.empty() || !whyNot().isEmpty())
        return;
    m_pending.push_back({m_session, {Again::Kind::Ticked, ticked, {}, {}, purpose}});
    if (hasEnded(m_session->state())) {
        beginIfEnded();
    } else {
        // Not from within what the session is telling: it goes.
        connect(m_session, &Session::stateChanged, this, &ScanActions::beginIfEnded,
            Qt::ConnectionType(Qt::QueuedConnection | Qt::UniqueConnection));
        m_session->stop();
    }
    refresh();
}

void ScanActions::beginIfEnded()
{
    std::vector<Pending> ended;
    for (Pending &pending : std::exchange(m_pending, {})) {
        if (pending.session && hasEnded(pending.session->state()))
            ended.push_back(std::move(pending));
        else if (pending.session)
            m_pending.push_back(std::move(pending));
    }
    for (const Pending &pending : ended) {
        if (pending.session)
            Q_EMIT againOf(pending.session, pending.again);
    }
}

} // namespace gleaner
