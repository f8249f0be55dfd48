// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"

namespace gleaner
{

Actions::Actions(QObject *parent)
    : QObject(parent)
    , start(make(tr("&Start"), "media-playback-start"))
    , pause(make(tr("&Pause"), "media-playback-pause", Qt::CTRL | Qt::Key_P))
    , resume(make(tr("Resu&me"), "media-playback-start"))
    , stop(make(tr("S&top"), "media-playback-stop", Qt::CTRL | Qt::Key_Period))
    , options(make(tr("Optio&ns…"), "configure"))
    , moreWorkers(make(tr("More Workers"), "list-add"))
    , fewerWorkers(make(tr("Fewer Workers"), "list-remove", Qt::CTRL | Qt::Key_Minus))
    , tryAgain(make(tr("Try &Again"), "view-refresh"))
    , goOn(make(tr("&Go On"), "media-playback-start"))
    , stopHere(make(tr("&Stop Here"), "media-playback-stop"))
    , retry(make(tr("&Retry"), "view-refresh", Qt::CTRL | Qt::Key_R))
    , retryFailed(make(tr("Retry A&ll Failed"), "view-refresh", Qt::CTRL | Qt::SHIFT | Qt::Key_R))
    , skip(make(tr("S&kip"), "media-skip-forward", Qt::Key_Delete))
    , skipBranch(make(tr("Skip &Branch"), "edit-cut"))
    , setAside(make(tr("Set &Aside"), "view-calendar"))
    , fetchAside(make({}, "download", Qt::CTRL | Qt::SHIFT | Qt::Key_F))
    , removeDownload(make(tr("Remove from &List"), "list-remove"))
    , changeRules(make(tr("Chan&ge What Is Wanted…"), "view-filter", Qt::CTRL | Qt::Key_M))
    , continueLatest(make(tr("&Continue"), "media-playback-start"))
    , notNow(make(tr("&Not Now"), "dialog-cancel"))
    , open(make(tr("&Open"), "document-open"))
    , showInFolder(make(tr("S&how in Folder"), "document-open-folder", Qt::CTRL | Qt::Key_Return))
    , copyAddress(make(tr("&Copy Address"), "edit-copy", QKeySequence::Copy))
    , openFolder(make(tr("Show in Folder"), "document-open-folder"))
    , exportDownload(make(tr("&Export…"), "document-export", Qt::CTRL | Qt::Key_E))
    , focusAddress(make(tr("&Address Field"), "edit-rename", Qt::CTRL | Qt::Key_L))
    , expandAll(make(tr("&Expand All"), "expand-all"))
    , collapseAll(make(tr("&Collapse All"), "collapse-all"))
    , about(make(tr("&About Gleaner"), "help-about"))
    , quit(make(tr("&Quit"), "application-exit", Qt::CTRL | Qt::Key_Q))
{
    // Delete is about the rows that have the keyboard.
    skip->setObjectName(QStringLiteral("skip"));
    skip->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    removeDownload->setShortcut(Qt::Key_Delete);
    removeDownload->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    // So has copying: other panels have rows of their own.
    copyAddress->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    retry->setShortcuts({Qt::CTRL | Qt::Key_R, Qt::Key_F5});
    // On many keyboards the plus needs another key, and the equals sign is on it.
    moreWorkers->setShortcuts({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal});
    moreWorkers->setToolTip(tr("Download one address more at the same time"));
    fewerWorkers->setToolTip(tr("Download one address fewer at the same time"));
    // Its text names the group; a button stands behind a sentence that does.
    fetchAside->setIconText(tr("Fetch Them"));
    options->setToolTip(
        tr("Of the next download: depth, kinds of files, patterns, how it is saved"));
    goOn->setToolTip(tr("Go on with the download; it is not asked again"));
    stopHere->setToolTip(tr("End the download; what is saved stays, and it can be continued"));
    about->setMenuRole(QAction::AboutRole);
    quit->setMenuRole(QAction::QuitRole);
    setState({});
    setRow(false, false, false);
}

QAction *makeAction(QObject *owner, const QString &text, const char *icon, const QKeySequence &keys)
{
    auto *action = new QAction(QIcon::fromTheme(QString::fromLatin1(icon)), text, owner);
    action->setShortcut(keys);
    return action;
}

static void allow(QAction *action, bool allowed, const QString &what, const QString &whyNot)
{
    allow(action, what, allowed ? QString() : whyNot);
}

void Actions::setState(std::optional<SessionState> state)
{
    const bool ended = !state || hasEnded(*state);
    const bool paused = state == SessionState::Paused || state == SessionState::Pausing;
    const bool queued = state == SessionState::Queued;
    const bool left = state && wasLeft(*state);
    const bool stopping = state == SessionState::Stopping;
    const bool canResume = paused || queued || left;

    start->setToolTip(tr("Download everything the address leads to"));
    resume->setText(left ? tr("Contin&ue") : queued ? tr("Begin Now") : tr("Resu&me"));
    resume->setToolTip(left ? tr("Go on where it was left")
            : queued        ? tr("Do not wait until another download has ended")
                            : tr("Go on with the download"));
    resume->setVisible(canResume);
    allow(pause, state == SessionState::Running || queued,
        tr("Ask for nothing new; what is being downloaded is finished"),
        paused         ? tr("The download is paused.")
            : stopping ? tr("The download is being stopped.")
                       : tr("No download is running."));
    allow(stop, !ended && !stopping && !left, tr("End the download; what is saved stays"),
        stopping ? tr("The download is being stopped.") : tr("No download is running."));
    allow(exportDownload, state && (ended || left),
        tr("Write a report, checksums or an archive of it"),
        state ? tr("The download is still running.") : tr("There is no download yet."));
    allow(removeDownload, state && (ended || left),
        tr("Take the download from the list; its files stay"),
        state ? tr("Stop the download first.") : tr("There is no download yet."));
    // One key does both, so it belongs to the one that can be used. A person may have changed it.
    const QKeySequence keys = pause->shortcut().isEmpty() ? resume->shortcut() : pause->shortcut();
    pause->setShortcut(canResume ? QKeySequence() : keys);
    resume->setShortcut(canResume ? keys : QKeySequence());
    pause->setVisible(state.has_value() && !left && state != SessionState::Paused);
    stop->setVisible(state.has_value() && !left);
}

void Actions::setRow(bool exists, bool isFolder, bool isSaved)
{
    const QString notSaved = exists ? tr("Nothing is saved here.") : tr("No row is chosen.");
    allow(open, isSaved && !isFolder, tr("Open the saved file"),
        isFolder ? tr("This is a folder.") : notSaved);
    allow(showInFolder, isSaved, tr("Show the saved file in the file manager"), notSaved);
    allow(copyAddress, exists, tr("Copy the addresses of the chosen rows"), notSaved);
}

} // namespace gleaner
