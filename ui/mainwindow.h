// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/download.h"
#include "ui/earlierdownloads.h"
#include "ui/jobform.h"
#include "ui/newdownload.h"
#include "ui/opener.h"
#include "ui/session.h"
#include "ui/sessionmessages.h"

#include <QMainWindow>

#include <memory>
#include <optional>
#include <vector>

namespace gleaner
{

class Actions;
class AddressHistory;
class ContinueMenu;
class ContinueOffer;
class Downloads;
class Docks;
class FolderChange;
class HostActions;
class Intake;
class DesktopParts;
class MainPage;
class Quitting;
class PreferencesKeeper;
class RowParts;
class ScanActions;
class SessionPart;
class SignIn;
class StatusLine;

/// Everything the window does not make itself: handed in by main, or by a test.
struct WindowParts {
    DownloadFactory makeDownload;
    DefaultDirectory directoryFor;
    Opener::OpenUrl openUrl; ///< empty: the desktop's own programs
    ReadSessions readSessions; ///< empty: nothing outlives a run
    QString configDirectory = {}; ///< for what a person has chosen; empty: nothing outlives a run
    /// Outlive the window; null: defaults that nothing outlives.
    PreferencesKeeper *preferences = nullptr;

    /// Empty where there is none.
    QString configFile(const QString &name) const
    {
        return configDirectory.isEmpty() ? QString() : configDirectory + u'/' + name;
    }
};

/// How the window begins.
struct WindowOptions {
    /// Options for all that is started here. With starts and a directory it begins at once.
    CrawlJob job;
    QString typed; ///< stands in the address field otherwise
};

/// The window: start bar, the list of downloads, and of the one that is shown the live tree,
/// workers and sums.
///
/// Owns everything in it. It only joins parts: each of them is in a file of its own. Never waits
/// for a download, the disk or the network. Closing it while downloads run asks once, then stops
/// them and closes.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(WindowParts parts, WindowOptions options = {}, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// The download that is shown; null while there is none.
    Session *session() const { return m_session; }
    const Downloads *downloads() const { return m_downloads; }

    /// From outside: begins it, or without a start takes its options over for the next one.
    void take(const CrawlJob &job);
    /// Several at once, each in its own folder; the first is shown.
    void takeAll(const std::vector<CrawlJob> &jobs, Begin begin);
    /// Why nothing came of what was asked from outside.
    void tellProblem(const QString &sentence);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut(QAction *preferences);
    /// The window, with that download if it is still there.
    void bringForward(Session *session);
    void connectActions();
    void connectDownloads();
    /// What the form asks for, beside what runs; the same once more is shown, or goes on.
    void start(std::optional<Purpose> purpose = {});
    /// What it has become; null if nothing can be begun now.
    const Session *begin(const CrawlJob &job);
    /// Whether nothing can be begun now; a person is told why. `known`: the one to be begun again,
    /// null for none.
    bool mustWait(const Session *known);
    /// The one that is shown: on, or before its turn, or anew where it was left.
    void resume();
    /// Goes on with a download of an earlier run, as if its address had been typed.
    void takeUp(const CrawlJob &job);
    void beginAgain(const Again &again);
    /// That one, which has ended; what is shown stays if it is another one.
    void beginAgainOf(Session *ended, const Again &again);
    void beginInPlaceOf(
        Session *ended, const CrawlJob &job, const std::optional<Again> &again = {});
    /// It has ended; its folder was moved there.
    void goOnIn(Session *ended, const QString &folder);
    void removeShown();
    void askForOptions();

    /// Nothing for none: then the form stands alone.
    void showDownload(Session *session);
    void tellParts(Session *session);
    void refreshParts();
    void choose(Session *session);
    void showState();
    void showProgress();
    void showFailedStart(const QString &sentence, QAction *remedy = nullptr);
    void showTitle();

    WindowParts m_parts;
    Actions *m_actions;
    Downloads *m_downloads;
    MainPage *m_page;
    Docks *m_docks;
    StatusLine *m_status;
    RowParts *m_rows;
    HostActions *m_hosts;
    ScanActions *m_scan;
    /// All that shows or steers the download that is shown; in this order they are told.
    std::vector<SessionPart *> m_sessionParts;
    FolderChange *m_folderChange;
    SessionMessages *m_messages;
    EarlierDownloads *m_earlier;
    ContinueMenu *m_earlierMenu;
    ContinueOffer *m_offer;
    Quitting *m_quitting;
    AddressHistory *m_history;
    Intake *m_intake;
    SignIn *m_signIn;
    DesktopParts *m_desktop;
    Session *m_session = nullptr;
};

} // namespace gleaner
