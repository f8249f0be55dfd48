// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"

#include <QMenuBar>

namespace gleaner
{

static const QKeySequence pauseKeys(Qt::CTRL | Qt::Key_P);

Actions::Actions(QObject *parent)
    : QObject(parent)
    , start(make(tr("&Start"), "media-playback-start"))
    , pause(make(tr("&Pause"), "media-playback-pause", pauseKeys))
    , stop(make(tr("S&top"), "media-playback-stop", Qt::CTRL | Qt::Key_Period))
    , tryAgain(make(tr("Try &Again"), "view-refresh"))
    , continueLatest(make(tr("&Continue"), "media-playback-start"))
    , notNow(make(tr("&Not Now"), "dialog-cancel"))
    , open(make(tr("&Open"), "document-open"))
    , showInFolder(make(tr("Show in &Folder"), "document-open-folder", Qt::CTRL | Qt::Key_Return))
    , copyAddress(make(tr("&Copy Address"), "edit-copy", QKeySequence::Copy))
    , openFolder(make(tr("Show in Folder"), "document-open-folder"))
    , exportDownload(make(tr("&Export…"), "document-export", Qt::CTRL | Qt::Key_E))
    , focusAddress(make(tr("&Address Field"), "edit-rename", Qt::CTRL | Qt::Key_L))
    , expandAll(make(tr("&Expand All"), "expand-all"))
    , collapseAll(make(tr("&Collapse All"), "collapse-all"))
    , about(make(tr("&About Gleaner"), "help-about"))
    , quit(make(tr("&Quit"), "application-exit", Qt::CTRL | Qt::Key_Q))
{
    about->setMenuRole(QAction::AboutRole);
    quit->setMenuRole(QAction::QuitRole);
    setState({});
    setRow(false, false, false);
}

QAction *Actions::make(const QString &text, const char *icon, const QKeySequence &keys)
{
    auto *action = new QAction(QIcon::fromTheme(QString::fromLatin1(icon)), text, this);
    action->setShortcut(keys);
    return action;
}

void Actions::fillMenus(QMenuBar *bar, const QList<QAction *> &panels, QMenu *earlier)
{
    QMenu *download = bar->addMenu(tr("&Download"));
    download->addActions({start, pause, stop});
    download->addMenu(earlier);
    download->addSeparator();
    download->addActions({open, showInFolder, exportDownload});
    download->addSeparator();
    download->addAction(quit);

    QMenu *edit = bar->addMenu(tr("&Edit"));
    edit->addActions({copyAddress, focusAddress});

    QMenu *view = bar->addMenu(tr("&View"));
    view->addActions(panels);
    view->addSeparator();
    view->addActions({expandAll, collapseAll});

    bar->addMenu(tr("&Help"))->addAction(about);
}

/// A control that cannot be used says why where a person points at it.
static void allow(QAction *action, bool allowed, const QString &what, const QString &whyNot)
{
    action->setEnabled(allowed);
    action->setToolTip(allowed ? what : whyNot);
}

void Actions::setState(std::optional<SessionState> state)
{
    const bool ended = !state || hasEnded(*state);
    const bool paused = state == SessionState::Paused || state == SessionState::Pausing;
    const bool stopping = state == SessionState::Stopping;

    start->setText(paused ? tr("Re&sume") : tr("&Start"));
    allow(start, ended || paused,
        paused ? tr("Go on with the download") : tr("Download everything the address leads to"),
        stopping ? tr("The download is being stopped.") : tr("The download is running."));
    allow(pause, state == SessionState::Running,
        tr("Ask for nothing new; what is being downloaded is finished"),
        paused ? tr("The download is paused.") : tr("No download is running."));
    allow(stop, !ended && !stopping, tr("End the download; what is saved stays"),
        stopping ? tr("The download is being stopped.") : tr("No download is running."));
    allow(exportDownload, state && ended, tr("Write a report, checksums or an archive of it"),
        state ? tr("The download is still running.") : tr("There is no download yet."));
    // One key does both, so it belongs to the one that can be used.
    pause->setShortcut(paused ? QKeySequence() : pauseKeys);
    start->setShortcut(paused ? pauseKeys : QKeySequence());
    pause->setVisible(state.has_value());
    stop->setVisible(state.has_value());
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
