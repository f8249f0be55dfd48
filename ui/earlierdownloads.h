// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/sessions.h"
#include "core/task/crossing.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <vector>

namespace gleaner
{

/// A download of an earlier run, and whether there is a place to go on with it.
struct EarlierDownload {
    enum class Folder : quint8 {
        There,
        Missing, ///< moved, or on a drive that is not there; made again it would be elsewhere
    };
    KnownSession session;
    Folder folder = Folder::There;

    /// All that is needed is there, and no program is at it.
    bool canBeTakenUp() const;
};

/// All earlier downloads, the one changed last first. Called on a pool thread.
using ReadSessions = std::function<std::vector<KnownSession>()>;

/// The downloads of earlier runs, as they were when they were last looked for.
///
/// Owned by the window, in its thread, and never waits: files and folders are looked at on a pool
/// thread.
class EarlierDownloads : public QObject
{
    Q_OBJECT

public:
    /// Without a function there are none.
    explicit EarlierDownloads(ReadSessions read, QObject *parent = nullptr);

    /// Looks for them; listed() follows. Once more while that goes on is the same.
    void look();
    bool hasLooked() const { return m_hasLooked; }
    const std::vector<EarlierDownload> &all() const { return m_all; }

    /// A session that this window holds by itself: it is in use, and can be taken up all the same.
    void addOwn(const QByteArray &id) { m_own.insert(id); }

Q_SIGNALS:
    void listed();

private:
    void take(std::vector<EarlierDownload> found);

    ReadSessions m_read;
    std::vector<EarlierDownload> m_all;
    QSet<QByteArray> m_own;
    bool m_isLooking = false;
    bool m_hasLooked = false;
    Inbox m_inbox; ///< what the pool found arrives here
};

} // namespace gleaner
