// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session.h"
#include "ui/sessionpart.h"

#include <QObject>
#include <QPointer>

#include <vector>

class QAction;

namespace gleaner
{

class MainPage;
class PickPanel;

/// Scan, pick, then download: the actions for it, and the panel in which a person ticks. Owned by
/// the window.
class ScanActions : public QObject, public SessionPart
{
    Q_OBJECT

public:
    explicit ScanActions(QObject *parent);

    /// Where the panel is shown. Once.
    void setPage(MainPage *page);

    QAction *scanFirst() const { return m_scanFirst; }
    QAction *pick() const { return m_pick; }
    void setSession(Session *session) override;
    void refresh() override;

Q_SIGNALS:
    /// What is ticked of it is to be fetched; it has ended, and need not be the one that is shown.
    void againOf(gleaner::Session *session, const gleaner::Again &again);

private:
    QString whyNot() const;
    void showPanel(bool on);
    void download(const std::vector<RecordId> &ticked, Purpose purpose);
    bool isPending(const Session *session) const;
    void beginIfEnded();

    QAction *m_scanFirst;
    QAction *m_pick; ///< is the panel shown?
    MainPage *m_page = nullptr;
    PickPanel *m_panel = nullptr;
    QPointer<Session> m_session;
    /// What was ticked of a scan is fetched once that has stopped, whatever is shown then.
    struct Pending {
        QPointer<Session> session;
        Again again;
    };
    std::vector<Pending> m_pending;
};

} // namespace gleaner
