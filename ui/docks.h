// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"
#include "ui/sessionpart.h"

#include <QList>
#include <QObject>
#include <QPointer>

class QAction;
class QDockWidget;
class QMainWindow;

namespace gleaner
{

class Actions;
class DetailsDock;
class Downloads;
class DownloadsPanel;
class MainPage;
class ProblemsDock;
class WishActions;
class WorkersPanel;

/// The panels at the window's edges: makes them, places them, and tells them which download is
/// shown. The window owns the panels; this is owned by the window as well.
class Docks : public QObject, public SessionPart
{
    Q_OBJECT

public:
    Docks(QMainWindow *window, Downloads *downloads, const Actions *actions, MainPage *page);

    /// What is wanted in a panel is passed on to these.
    void setWishes(WishActions *wishes);

    DownloadsPanel *downloads() { return m_downloads; }
    /// Show and hide one each.
    QList<QAction *> toggles() const;
    /// To be called when the window has its size.
    void resize();
    /// Those that belong to a download, while there is none to speak of.
    void hide();

    void setSession(Session *session) override;
    void refresh() override;

private:
    void showInTree(RecordId id);

    QMainWindow *m_window;
    MainPage *m_page;
    DownloadsPanel *m_downloads;
    WorkersPanel *m_workers;
    ProblemsDock *m_problems;
    DetailsDock *m_details;
    /// At the lower edge, in the order of their tabs.
    QList<QDockWidget *> m_lower;
    QPointer<WishActions> m_wishes;
    QPointer<Session> m_session;
};

} // namespace gleaner
