// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/download.h"
#include "ui/earlierdownloads.h"
#include "ui/jobform.h"
#include "ui/opener.h"
#include "ui/session.h"
#include "ui/sessionmessages.h"

#include <QMainWindow>
#include <QPointer>

#include <optional>

namespace gleaner
{

class Actions;
class ContinueMenu;
class ContinueOffer;
class MainPage;
class RowActions;
class StatusLine;
class WishActions;
class WorkersPanel;

/// Everything the window does not make itself: handed in by main, or by a test.
struct WindowParts {
    DownloadFactory makeDownload;
    DefaultDirectory directoryFor;
    Opener::OpenUrl openUrl; ///< empty: the desktop's own programs
    ReadSessions readSessions; ///< empty: nothing outlives a run
};

/// How the window begins.
struct WindowOptions {
    /// Options for all that is started here. With starts and a directory it begins at once.
    CrawlJob job;
    QString typed; ///< stands in the address field otherwise
};

/// The window of one download at a time: start bar, live tree, workers, sums.
///
/// Owns everything in it. It only joins parts: each of them is in a file of its own. Never waits
/// for the download, the disk or the network. Closing it while a download runs asks once, then
/// stops the download and closes.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(WindowParts parts, WindowOptions options = {}, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// The download that is shown; null before the first.
    Session *session() const { return m_session.get(); }

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectActions();
    void startOrResume();
    /// Goes on with a download of an earlier run, as if its address had been typed.
    void takeUp(const CrawlJob &job);
    void begin(const CrawlJob &job, const std::optional<Again> &again = {});
    void beginAgain(const Again &again);
    void askForOptions();
    void showState(SessionState state);
    void showProgress();
    void showEnd();
    void showFailedStart(const QString &sentence);
    void showTitle();
    void askToQuit();
    void quitWhenStopped();
    bool isRunning() const { return m_session && !hasEnded(m_session->state()); }

    WindowParts m_parts;
    Actions *m_actions;
    MainPage *m_page;
    WorkersPanel *m_workers;
    StatusLine *m_status;
    RowActions *m_rows;
    WishActions *m_wishes;
    SessionMessages m_messages{nullptr, nullptr};
    EarlierDownloads *m_earlier;
    ContinueMenu *m_earlierMenu;
    ContinueOffer *m_offer;
    bool m_quitting = false;
    std::unique_ptr<Session> m_session;
};

} // namespace gleaner
