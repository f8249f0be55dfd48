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
class LogDock;
class MainPage;
class PaneActions;
class ProblemsDock;
class SpeedDock;
class TableDock;
class WishActions;
class WorkersPanel;

/// The panels at the window's edges: makes them, places them, and tells them which download is
/// shown. The window owns the panels; this is owned by the window as well.
class Docks : public QObject, public SessionPart
{
    Q_OBJECT

public:
    /// What is wanted in a panel is passed on to `wishes`.
    Docks(QMainWindow *window, Downloads *downloads, const Actions *actions, MainPage *page,
        WishActions *wishes);

    DownloadsPanel *downloads() { return m_downloads; }
    /// Show and hide one each.
    QList<QAction *> toggles() const;
    /// To be called when the window has its size.
    void resizeDownloads();
    /// Those that belong to a download, while there is none to speak of.
    void hide();
    PaneActions *panes() { return m_panes; }

    /// The panels at the lower edge that a person wants, by their names; the one in front first.
    QStringList wanted() const;
    void setWanted(const QStringList &names);

    void setSession(Session *session) override;
    void refresh() override;

private:
    void resize();
    void show();
    void toggle();
    void showInTree(RecordId id);

    QMainWindow *m_window;
    MainPage *m_page;
    DownloadsPanel *m_downloads;
    WorkersPanel *m_workers;
    TableDock *m_lanes;
    ProblemsDock *m_problems;
    DetailsDock *m_details;
    SpeedDock *m_speed;
    LogDock *m_log;
    WishActions *m_wishes;
    /// At the lower edge, in the order of their tabs.
    QList<QDockWidget *> m_lower;
    PaneActions *m_panes;
    QStringList m_wanted; ///< while they are hidden
    bool m_areShown = false;
    bool m_isFolded = false; ///< by the person
    bool m_isSized = false; ///< their height is a person's from now on
    QPointer<Session> m_session;
};

} // namespace gleaner
