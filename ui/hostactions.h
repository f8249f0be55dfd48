// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlrules.h"
#include "ui/sessionpart.h"

#include <QObject>
#include <QPointer>

class QAction;
class QWidget;

namespace gleaner
{

class HostBoard;

/// View > Hosts: opens the board of hosts and keeps it about the download that is shown. Owned by
/// the window.
class HostActions : public QObject, public SessionPart
{
    Q_OBJECT

public:
    /// `changeRules` can be used when rules can be changed, and says why not in its tool tip;
    /// `window` is the board's parent.
    HostActions(const QAction *changeRules, QWidget *window);

    QAction *hosts() const { return m_hosts; }
    void setSession(Session *session) override;
    void refresh() override;

Q_SIGNALS:
    void chosen(const gleaner::CrawlRules &rules);

private:
    void open();

    const QAction *m_changeRules;
    QWidget *m_window;
    QAction *m_hosts;
    QPointer<HostBoard> m_board; ///< made when it is first asked for
    QPointer<Session> m_session;
};

} // namespace gleaner
