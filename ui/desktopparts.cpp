// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktopparts.h"

#include "ui/downloads.h"
#include "ui/notifier.h"
#include "ui/sleepinhibitor.h"
#include "ui/taskbarprogress.h"
#include "ui/tray.h"

#include <QWidget>

namespace gleaner
{

DesktopParts::DesktopParts(const Downloads *downloads, const PreferencesKeeper *preferences,
    Opener::OpenUrl openUrl, const QList<QAction *> &trayActions, QWidget *window)
    : QObject(window)
    , m_downloads(downloads)
    , m_preferences(preferences)
    , m_opener(new Opener(std::move(openUrl), this))
    , m_tray(new Tray(preferences, trayActions, window))
{
    auto *notifier = new Notifier(downloads, preferences, window);
    connect(notifier, &Notifier::showWanted, this, &DesktopParts::showWanted);
    connect(notifier, &Notifier::folderWanted, m_opener, &Opener::showFolder);
    new SleepInhibitor(downloads, preferences, this);
    new TaskbarEntry(downloads, preferences, this);
    connect(downloads, &Downloads::stateChanged, this, &DesktopParts::look);
    connect(window, &QWidget::windowTitleChanged, m_tray, &Tray::setText);
}

bool DesktopParts::hidesInsteadOfClosing() const
{
    return m_tray->hidesInsteadOfClosing();
}

void DesktopParts::look(const Session *session)
{
    // After a scan a person has to choose: nothing is done yet.
    if (session->state() != SessionState::Finished || session->job().purpose == Purpose::Scan
        || m_downloads->activeCount() > 0)
        return;
    switch (m_preferences->values().whenFinished) {
    case WhenFinished::Nothing:
        break;
    case WhenFinished::ShowFolder:
        m_opener->showFolder(session->job().directory);
        break;
    case WhenFinished::Quit:
        Q_EMIT quitWanted();
        break;
    }
}

} // namespace gleaner
