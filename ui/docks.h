// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sessionpart.h"

#include <QList>

class QAction;
class QDockWidget;
class QMainWindow;

namespace gleaner
{

class Actions;
class Downloads;
class DownloadsPanel;
class WorkersPanel;

/// The panels at the window's edges: makes them, places them, and tells them which download is
/// shown. The window owns the panels; this is owned by the window as well.
class Docks : public SessionPart
{
public:
    Docks(QMainWindow *window, Downloads *downloads, const Actions *actions);

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
    QMainWindow *m_window;
    DownloadsPanel *m_downloads;
    WorkersPanel *m_workers;
    /// At the lower edge, in the order of their tabs.
    QList<QDockWidget *> m_lower;
};

} // namespace gleaner
