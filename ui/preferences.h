// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/joboptions.h"
#include "ui/requestoptions.h"

#include <QKeySequence>
#include <QMap>
#include <QNetworkProxy>

namespace gleaner
{

/// What closing the window does.
enum class OnClose : quint8 {
    Ask, ///< while something runs
    StopAndQuit,
    ToTray, ///< where there is one; else Ask
};
/// What follows when the last download has finished.
enum class WhenFinished : quint8 { Nothing, ShowFolder, Quit };
enum class Notifying : quint8 { Never, WhenNotInFront, Always };
enum class TrayIcon : quint8 { Hidden, Shown };
enum class TaskbarProgress : quint8 { Hidden, Shown };
/// May the computer go to sleep by itself while something runs?
enum class SleepWhileRunning : quint8 { Inhibited, Allowed };
enum class Density : quint8 { Compact, Comfortable };
enum class SizeUnits : quint8 { Binary, Decimal };
enum class HistoryPolicy : quint8 { Kept, None };
enum class PasswordPolicy : quint8 { Keyring, SessionOnly };

/// What a person has chosen for all that comes. No secrets. A value; read and written by
/// ui/preferencesfile.
struct Preferences {
    QString language; ///< such as "de"; empty: the system's
    OnClose onClose = OnClose::Ask;
    WhenFinished whenFinished = WhenFinished::Nothing;

    QString folder; ///< in which downloads get theirs; empty: the desktop's own
    int workers = CrawlJob().workers;
    int atOnce = 3; ///< downloads; the others wait
    JobOptions options = defaultOptions();
    RequestOptions requests;
    QString proxy; ///< as in readProxyAddress(), without a name; empty: the system's settings

    Notifying notifying = Notifying::WhenNotInFront;
    TrayIcon trayIcon = TrayIcon::Hidden;
    TaskbarProgress taskbar = TaskbarProgress::Shown;
    SleepWhileRunning sleep = SleepWhileRunning::Inhibited;

    Density density = Density::Compact;
    SizeUnits units = SizeUnits::Binary;
    QMap<QString, QKeySequence> shortcuts; ///< by the name of the action; only those that differ

    HistoryPolicy history = HistoryPolicy::Kept;
    PasswordPolicy passwords = PasswordPolicy::Keyring;

    static constexpr int mostAtOnce = 10;
    /// Those of the help.
    static JobOptions defaultOptions()
    {
        CrawlJob job;
        job.links = LinkPolicy::Relative;
        return optionsOf(job);
    }
};

/// Lets a job begin with what was chosen; what it says about addresses and secrets stays.
void applyPreferences(CrawlJob &job, const Preferences &preferences);

} // namespace gleaner
