// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/earlierdownloads.h"

#include <QFileInfo>
#include <QThreadPool>

#include <utility>

namespace gleaner
{

namespace
{

std::vector<EarlierDownload> found(const ReadSessions &read)
{
    std::vector<EarlierDownload> all;
    for (KnownSession &session : read()) {
        const bool isThere = QFileInfo(session.job.directory).isDir();
        all.push_back({std::move(session),
            isThere ? EarlierDownload::Folder::There : EarlierDownload::Folder::Missing});
    }
    return all;
}

} // namespace

bool EarlierDownload::canBeTakenUp() const
{
    using State = KnownSession::State;
    return (session.state == State::Unfinished || session.state == State::Finished)
        && folder == Folder::There && !session.job.starts.empty();
}

EarlierDownloads::EarlierDownloads(ReadSessions read, QObject *parent)
    : QObject(parent)
    , m_read(std::move(read))
{
}

void EarlierDownloads::look()
{
    if (!m_read || std::exchange(m_isLooking, true))
        return;
    startOnPool(*QThreadPool::globalInstance(), [this, read = m_read, door = m_inbox.door()] {
        // Posted to nobody once this object is gone.
        door.post([this, all = found(read)] { take(all); });
    });
}

void EarlierDownloads::take(std::vector<EarlierDownload> found)
{
    using State = KnownSession::State;
    for (EarlierDownload &earlier : found) {
        KnownSession &session = earlier.session;
        if (session.state == State::InUse && m_own.contains(session.id))
            session.state = session.totals.waiting > 0 ? State::Unfinished : State::Finished;
    }
    m_all = std::move(found);
    m_isLooking = false;
    m_hasLooked = true;
    Q_EMIT listed();
}

} // namespace gleaner
