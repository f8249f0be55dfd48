// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/opener.h"
#include "ui/preferenceskeeper.h"

class QAction;

namespace gleaner
{

class Downloads;
class Session;
class Tray;

/// Where the window meets the desktop around it: notifications, the task bar, the tray, sleep, and
/// what follows when all is finished. Each of them works without the others, and none waits.
/// Owned by the window.
class DesktopParts : public QObject
{
    Q_OBJECT

public:
    DesktopParts(const Downloads *downloads, const PreferencesKeeper *preferences,
        Opener::OpenUrl openUrl, const QList<QAction *> &trayActions, QWidget *window);

    bool hidesInsteadOfClosing() const;

Q_SIGNALS:
    void showWanted(gleaner::Session *session);
    void quitWanted();

private:
    void look(const Session *session);

    const Downloads *m_downloads;
    const PreferencesKeeper *m_preferences;
    Opener *m_opener;
    Tray *m_tray;
};

} // namespace gleaner
