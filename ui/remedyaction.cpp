// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remedyaction.h"

#include "ui/actions.h"
#include "ui/rowactions.h"
#include "ui/treeview.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace gleaner
{

RemedyAction::RemedyAction(TreeView *view, Actions *actions, RowActions *rows, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_actions(actions)
    , m_rows(rows)
    , m_action(new QAction(this))
{
    connect(view, &TreeView::currentRowChanged, this, &RemedyAction::refresh);
    connect(m_action, &QAction::triggered, this, &RemedyAction::help);
    refresh();
}

void RemedyAction::setSession(Session *session)
{
    m_session = session;
    refresh();
}

const Record *RemedyAction::current() const
{
    const QModelIndex row = m_view->currentIndex();
    return m_session && row.isValid() ? m_session->tree()->recordAt(row) : nullptr;
}

Remedy RemedyAction::remedy() const
{
    const Record *record = current();
    const Remedy remedy = record ? remedyOf(*record) : Remedy::None;
    return remedy == Remedy::SignIn && !m_signIn ? Remedy::OpenInBrowser : remedy;
}

bool RemedyAction::isElsewhere() const
{
    const Remedy wanted = remedy();
    return wanted == Remedy::Retry || wanted == Remedy::OpenInBrowser;
}

void RemedyAction::refresh()
{
    const Remedy wanted = remedy();
    m_action->setText(remedyText(wanted));
    m_action->setVisible(wanted != Remedy::None);
    const bool hasEnded = !m_session || gleaner::hasEnded(m_session->state());
    const QString whyNot = wanted == Remedy::FewerWorkers && hasEnded
        ? tr("The download has ended.")
        : wanted == Remedy::ShowWhereFound && current()->referrer == noRecord
        ? tr("It is a start address; no page led there.")
        : QString();
    m_action->setEnabled(wanted != Remedy::None && whyNot.isEmpty());
    m_action->setToolTip(whyNot.isEmpty() ? tr("What most likely helps with this row") : whyNot);
}

void RemedyAction::help()
{
    switch (remedy()) {
    case Remedy::None:
        return;
    case Remedy::Retry:
        m_actions->retry->trigger();
        return;
    case Remedy::SignIn:
        m_signIn->trigger();
        return;
    case Remedy::OpenInBrowser:
        m_rows->openInBrowser()->trigger();
        return;
    case Remedy::ShowWhereFound:
        showWhereFound();
        return;
    case Remedy::FewerWorkers:
        m_session->setWorkerCount(std::max(minimumWorkers, m_session->job().workers / 2));
        return;
    case Remedy::ChangeWanted:
        m_actions->changeRules->trigger();
        return;
    case Remedy::FetchSetAside:
        m_actions->fetchAside->trigger();
        return;
    case Remedy::CopyDetails:
        QGuiApplication::clipboard()->setText(detailsText(*current()));
        return;
    }
}

void RemedyAction::showWhereFound()
{
    if (const Record *record = current())
        m_view->goTo(record->referrer);
}

} // namespace gleaner
