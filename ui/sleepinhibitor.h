// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/save/descriptor.h"
#include "core/task/crossing.h"
#include "ui/preferenceskeeper.h"

#include <QString>

namespace gleaner
{

class Downloads;

/// Keeps the computer from going to sleep by itself while something is being downloaded, if that
/// is wanted: asks logind, or else the desktop's portal. A pause lets it sleep. Nothing waits for
/// an answer; where nobody gives one, the computer sleeps when it likes. Owned by the window.
class SleepInhibitor : public QObject
{
public:
    SleepInhibitor(
        const Downloads *downloads, const PreferencesKeeper *preferences, QObject *parent);

private:
    void look();
    void askLogind();
    void askPortal();
    void release();

    const Downloads *m_downloads;
    const PreferencesKeeper *m_preferences;
    bool m_isWanted = false;
    int m_question = 0; ///< an answer to an older one comes too late
    Descriptor m_lock; ///< logind's, holds as long as it is open
    QString m_request; ///< the portal's object
    Inbox m_inbox;
};

} // namespace gleaner
