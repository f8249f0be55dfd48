// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scanactions.h"

#include "ui/mainpage.h"
#include "ui/pickpanel.h"

#include <QAction>

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
    m_pending.reset();
    // After a scan there is something to tick; of what was ticked there is something to see.
    const bool isScan = session && session->job().purpose == Purpose::Scan;
    if (m_pick->isChecked() == isScan)
        showPanel(isScan);
    m_pick->setChecked(isScan);
}

void ScanActions::showPanel(bool on)
{
    m_panel->setSession(on ? m_session.data() : nullptr);
    m_page->showPicker(on && m_session);
    if (on)
        m_panel->setFocus();
    refresh();
}

QString ScanActions::whyNot() const
{
    if (!m_session)
        return tr("There is no download yet.");
    if (m_pending || m_session->state() == SessionState::Stopping)
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
    // Not from within what the session is telling: it goes.
    if (m_pending && m_session && hasEnded(m_session->state()))
        QMetaObject::invokeMethod(this, &ScanActions::beginIfEnded, Qt::QueuedConnection);
}

void ScanActions::download(const std::vector<RecordId> &ticked, Purpose purpose)
{
    if (!m_session || ticked.empty() || !whyNot().isEmpty())
        return;
    m_pending = Again{Again::Kind::Ticked, ticked, {}, {}, purpose};
    if (hasEnded(m_session->state()))
        beginIfEnded();
    else
        m_session->stop();
    refresh();
}

void ScanActions::beginIfEnded()
{
    if (!m_pending || !m_session || !hasEnded(m_session->state()))
        return;
    const Again pending = *std::exchange(m_pending, std::nullopt);
    Q_EMIT again(pending);
}

} // namespace gleaner
