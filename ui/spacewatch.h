// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/crossing.h"

#include <QObject>
#include <QTimer>

namespace gleaner
{

/// How much room is left where a download is saved: asked for on the pool, because a network drive
/// may answer late, or never. Every ten seconds while it is wanted; no timer runs otherwise. Owned
/// by who shows it, in its thread.
class SpaceWatch : public QObject
{
    Q_OBJECT

public:
    /// Below this a person is warned.
    static constexpr qint64 little = 500LL * 1024 * 1024;

    explicit SpaceWatch(QObject *parent = nullptr);

    /// Where; need not be there yet. Empty for nowhere. Asks at once.
    void setDirectory(const QString &directory);
    /// Go on asking.
    void setWatching(bool watching);
    /// -1 while it is not known.
    qint64 bytes() const { return m_bytes; }

Q_SIGNALS:
    void changed();

private:
    void ask();

    QString m_directory;
    qint64 m_bytes = -1;
    bool m_isAsking = false;
    QTimer m_timer;
    Inbox m_inbox;
};

} // namespace gleaner
