// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hostactions.h"

#include "ui/hostboard.h"
#include "ui/session.h"

#include <QAction>

namespace gleaner
{

HostActions::HostActions(const QAction *changeRules, QWidget *window)
    : QObject(window)
    , m_changeRules(changeRules)
    , m_window(window)
    , m_hosts(new QAction(QIcon::fromTheme(QStringLiteral("network-server")), tr("&Hosts…"), this))
{
    m_hosts->setShortcut(Qt::CTRL | Qt::Key_H);
    m_hosts->setToolTip(tr("All hosts that were found, and what is fetched from each"));
    connect(m_hosts, &QAction::triggered, this, &HostActions::open);
}

void HostActions::setSession(Session *session)
{
    m_session = session;
    if (m_board)
        m_board->setSession(session);
}

void HostActions::refresh()
{
    if (m_board)
        m_board->refresh(m_changeRules->isEnabled() ? QString() : m_changeRules->toolTip());
}

void HostActions::open()
{
    if (!m_board) {
        m_board = new HostBoard(m_window);
        m_board->setSession(m_session);
        connect(m_board, &HostBoard::chosen, this, &HostActions::chosen);
    }
    m_board->show();
    m_board->raise();
    m_board->activateWindow();
    refresh();
}

} // namespace gleaner
