// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/windowfixture.h"

#include <functional>

namespace gleaner
{

/// A window that can be brought into every face it has, for tests and pictures of all of them. Asks
/// for no word of any language, because its words may be of any.
class Stage : public WindowFixture
{
    Q_OBJECT

public:
    MainWindow *window() const { return m_window.get(); }
    /// The dialog that lies over the window, or else the window.
    QWidget *front() const;

    /// Nothing was downloaded yet.
    void empty();
    /// Rows of every state and workers at work, of a site with long names.
    void running(CrawlPhase phase = CrawlPhase::Running);
    /// The same at its end; with failures or without.
    void finished(bool withFailures);
    void failedStart();
    void diskFull();
    void asking();
    void setAside();
    /// Beside each other: running, waiting, of an earlier run.
    void severalDownloads();
    void earlierDownload();
    /// What a scan has found, to be ticked.
    void scanned();
    /// An address that asks for a name and a password is chosen.
    void refused();
    /// Chooses the first saved file, so that what is done with one can be done.
    void chooseRow();

private:
    void start();
    std::vector<Record> everyState() const;
    void reportWorkers(CrawlPhase phase);
    void settle();
};

/// A face, and how a window gets it.
struct Face {
    QByteArray name;
    std::function<void(Stage &)> open;
};

/// Every face of the window, every panel at its edges, and every dialog that its menus open. What
/// is new in the menus or at the edges is among them by itself.
QList<Face> allFaces();

} // namespace gleaner
