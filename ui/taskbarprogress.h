// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferenceskeeper.h"

#include <QElapsedTimer>

namespace gleaner
{

class Downloads;
class Session;

/// How far a download is, once that can be said: when what is left is under way and cannot lead to
/// more. Nothing before: a share of an unknown whole is invented.
std::optional<double> knownProgress(const Session &session);

/// What the desktop's task bar shows on our icon: how many addresses wait, and a bar once nothing
/// new can be found. By a signal that docks listen to (com.canonical.Unity.LauncherEntry), so
/// nobody is asked anything. Once a second at most. Owned by the window.
class TaskbarEntry : public QObject
{
public:
    TaskbarEntry(const Downloads *downloads, const PreferencesKeeper *preferences, QObject *parent);
    ~TaskbarEntry() override;

private:
    struct Shown {
        std::optional<double> progress;
        qint64 count = 0;
        bool operator==(const Shown &) const = default;
    };
    void look();
    Shown wanted() const;
    void tell(const Shown &shown);

    const Downloads *m_downloads;
    const PreferencesKeeper *m_preferences;
    Shown m_shown;
    QElapsedTimer m_sinceTold;
};

} // namespace gleaner
