// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trapactions.h"

#include "ui/actions.h"
#include "ui/figures.h"
#include "ui/messagebar.h"
#include "ui/traptexts.h"

#include <QMenu>

#include <algorithm>

namespace gleaner
{

namespace
{

/// In a menu's text an ampersand marks the key of the entry.
QString menuText(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

TrapActions::TrapActions(Actions *actions, MessageBar *messages, QWidget *window)
    : QObject(window)
    , m_actions(actions)
    , m_messages(messages)
    , m_menu(new QMenu(window))
{
    actions->setAside->setMenu(m_menu);
    m_menu->setToolTipsVisible(true);
    // Always in it: its key is the menu's.
    m_menu->addAction(actions->fetchAside);
    connect(m_menu, &QMenu::aboutToShow, this, &TrapActions::fillMenu);
    connect(actions->fetchAside, &QAction::triggered, this, [this] {
        if (m_named)
            fetch({*m_named});
    });
    connect(messages, &MessageBar::closed, this, &TrapActions::noteClosed);
}

void TrapActions::setSession(Session *session)
{
    m_session = session;
    m_named.reset();
    m_told.clear();
    if (session)
        connect(session, &QObject::destroyed, this, &TrapActions::forget, Qt::UniqueConnection);
}

void TrapActions::refresh(const QString &whyNot)
{
    m_parked = m_session ? parkedGroups(m_session->traps()) : std::vector<TrapGroup>();
    chooseNamed();
    const TrapGroup *group = named();
    const QString reason = group ? whyNot : tr("Nothing was set aside.");
    m_actions->setAside->setEnabled(group != nullptr);
    m_actions->setAside->setToolTip(
        group ? tr("What there seems to be no end of: calendars, counters and the like") : reason);
    m_actions->fetchAside->setEnabled(reason.isEmpty());
    m_actions->fetchAside->setToolTip(
        reason.isEmpty() ? tr("Fetch them as well; no more of their kind are set aside") : reason);
    m_actions->fetchAside->setText(
        group ? menuText(trapEntry(*group, m_session->job().starts.front())) : QString());
    tell();
}

bool TrapActions::hasNews(TrapNumber number) const
{
    return !m_known.value(m_session).contains(number);
}

const TrapGroup *TrapActions::named() const
{
    const auto group = std::ranges::find(m_parked, m_named, &TrapGroup::number);
    return group == m_parked.end() ? nullptr : &*group;
}

void TrapActions::chooseNamed()
{
    if (m_parked.empty()) {
        m_named.reset();
        return;
    }
    // What came of it names the largest.
    if (hasEnded(m_session->state())) {
        m_named = m_parked.front().number;
        return;
    }
    // The same as long as it can be: nobody shall press a button that has just become another one.
    const auto news = std::ranges::find_if(
        m_parked, [this](const TrapGroup &group) { return hasNews(group.number); });
    if (named() && (news == m_parked.end() || hasNews(*m_named)))
        return;
    m_named = news == m_parked.end() ? m_parked.front().number : news->number;
}

void TrapActions::tell()
{
    const bool isOurs =
        !m_told.isEmpty() && !m_messages->isHidden() && m_messages->text() == m_told;
    const TrapGroup *group = named();
    const bool isRunning = m_session && m_session->state() == SessionState::Running;
    if (!group || !isRunning || !hasNews(group->number)) {
        if (isOurs)
            m_messages->withdraw();
        m_told.clear();
        return;
    }
    // What is said about something else is read first.
    if (!isOurs && !m_messages->isHidden())
        return;
    QString text = trapMessage(*group, m_session->job().starts.front());
    if (m_parked.size() == 2)
        text = tr("%1 One more group can be fetched from the Download menu.").arg(text);
    else if (m_parked.size() > 2)
        text = tr("%1 %2 more groups can be fetched from the Download menu.")
                   .arg(text, countText(qint64(m_parked.size()) - 1));
    if (isOurs && m_toldOf == group->number)
        m_messages->amend(text);
    else
        m_messages->show(MessageBar::Kind::Warning, text, {m_actions->fetchAside});
    m_told = m_messages->text();
    m_toldOf = group->number;
}

void TrapActions::fillMenu()
{
    if (!m_session)
        return;
    const Address start = m_session->job().starts.front();
    const QList<QAction *> before = m_menu->actions();
    for (QAction *entry : before) {
        if (entry == m_actions->fetchAside)
            continue;
        m_menu->removeAction(entry);
        entry->deleteLater();
    }
    std::vector<TrapNumber> all;
    for (const TrapGroup &group : m_parked) {
        all.push_back(group.number);
        if (group.number == m_named || all.size() > mostListed)
            continue;
        QAction *entry = m_menu->addAction(menuText(trapEntry(group, start)));
        entry->setEnabled(m_actions->fetchAside->isEnabled());
        entry->setToolTip(m_actions->fetchAside->toolTip());
        connect(
            entry, &QAction::triggered, this, [this, number = group.number] { fetch({number}); });
    }
    if (all.size() < 2)
        return;
    m_menu->addSeparator();
    QAction *entry = m_menu->addAction(tr("&All %1 Groups").arg(countText(qint64(all.size()))));
    entry->setEnabled(m_actions->fetchAside->isEnabled());
    entry->setToolTip(m_actions->fetchAside->toolTip());
    connect(entry, &QAction::triggered, this, [this, all] { fetch(all); });
}

void TrapActions::noteClosed()
{
    if (m_told.isEmpty() || m_messages->text() != m_told)
        return;
    for (const TrapGroup &group : m_parked)
        m_known[m_session].insert(group.number);
    m_told.clear();
}

void TrapActions::forget(QObject *session)
{
    m_known.remove(session);
}

void TrapActions::fetch(const std::vector<TrapNumber> &groups)
{
    if (!m_session)
        return;
    if (hasEnded(m_session->state())) {
        Q_EMIT again({Again::Kind::ReleaseTraps, {}, {}, groups});
        return;
    }
    for (const TrapNumber number : groups) {
        // It stays in the list until the engine has heard of it.
        m_known[m_session].insert(number);
        m_session->releaseTrap(number);
    }
    chooseNamed();
    tell();
}

} // namespace gleaner
