// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawler.h"

#include "core/crawl/placement.h"
#include "core/save/namekey.h"
#include "core/save/namerule.h"
#include "core/task/offload.h"
#include "core/task/sleep.h"

#include <QHash>

#include <algorithm>

// Which file has which name, once all of them are here.
//
// On arrival the first to come gets the plain name, because nobody knows what else will. What the
// rule gives to another is moved when the run is done, so that the names depend on what is saved
// and on nothing else. Most downloads have nothing to move.

namespace gleaner
{

namespace
{

/// So many moves are one value of the session.
constexpr size_t movesAtOnce = 10'000;

} // namespace

Placement Crawler::placementFor(const Record &record) const
{
    return placementOf(record.address, record.type, record.offered, m_job.names,
        m_scope.starts().front().origin());
}

void Crawler::noteOffer(RecordId id, const ResponseHead &head)
{
    // The rest of a body need not come with its name again.
    const bool isRest = head.status == 206 || head.status == 416;
    const QString offered = offeredName(head);
    if ((offered.isEmpty() && isRest) || m_log.at(id).offered == offered)
        return;
    m_log.update(id, [&](Record &record) { record.offered = offered; });
}

Task<std::optional<SaveError>> Crawler::settleNames()
{
    NameSurvey survey;
    std::vector<RecordId> involved;
    for (RecordId id = 0; id < m_log.size(); ++id) {
        if (id % linksPerTurn == linksPerTurn - 1) {
            co_await sleepFor(betweenTurns);
            // Who wants it to end need not wait: the next run settles them.
            if (m_phase == CrawlPhase::Stopping)
                co_return std::nullopt;
        }
        const Record record = m_log.at(id);
        if (record.path.isEmpty())
            continue;
        m_left.remove(record.path.toUtf8());
        const QByteArray place = placementFor(record).path.joined();
        survey.add(id, nameKey(place));
        if (record.path != QString::fromUtf8(place))
            involved.push_back(id);
    }
    if (!m_left.isEmpty()) {
        const QList<FiledBefore> left = std::exchange(m_left, {}).values();
        co_await m_keeper.remove(left);
    }
    const std::vector<RecordId> contested = survey.contested();
    involved.insert(involved.end(), contested.begin(), contested.end());
    std::ranges::sort(involved);
    const auto twice = std::ranges::unique(involved);
    involved.erase(twice.begin(), twice.end());
    if (involved.empty())
        co_return std::nullopt;

    std::vector<StoredFile> known(involved.size());
    for (size_t i = 0; i < involved.size(); ++i) {
        const Record record = m_log.at(involved[i]);
        known[i].id = record.id;
        known[i].path = record.path.toUtf8();
        known[i].size = record.bytes;
    }
    const std::vector<StoredFile> files = co_await m_keeper.filesOf(std::move(known));
    std::vector<NameClaim> claims;
    for (const StoredFile &file : files) {
        const Record record = m_log.at(file.id);
        const Placement place = placementFor(record);
        claims.push_back({record.address, place.path, place.origin, file.hash,
            survey.isFolder(nameKey(place.path.joined()))});
    }
    auto work = [claims = std::move(claims)] { return settledPaths(claims); };
    const std::vector<RelativePath> settled = co_await runOnPool(m_parts.pool, std::move(work));

    std::vector<StoredMove> moves;
    QHash<QByteArray, QByteArray> goes; ///< a file of several addresses goes to one place
    for (size_t i = 0; i < files.size(); ++i) {
        const QByteArray to = goes.value(files[i].path, settled[i].joined());
        goes.insert(files[i].path, to);
        if (!files[i].hash.isEmpty() && to != files[i].path)
            moves.push_back({files[i].id, files[i].path, to, files[i].size, files[i].hash});
    }
    auto error = co_await carryOut(std::move(moves));
    co_return error;
}

Task<std::optional<SaveError>> Crawler::carryOut(std::vector<StoredMove> moves)
{
    // What is in the way of a move may go with a later part: as long as anything moves.
    for (size_t before = moves.size() + 1; moves.size() < before && !moves.empty();) {
        before = moves.size();
        std::vector<StoredMove> left;
        for (size_t begin = 0; begin < moves.size(); begin += movesAtOnce) {
            const size_t end = std::min(begin + movesAtOnce, moves.size());
            std::vector<StoredMove> some(
                moves.begin() + qsizetype(begin), moves.begin() + qsizetype(end));
            const SessionKeeper::Moved moved = co_await m_keeper.move(some, &m_parts.pool);
            for (size_t i = 0; i < moved.done.size(); ++i) {
                if (moved.done[i])
                    noteMove(some[i]);
                else
                    left.push_back(some[i]);
            }
            if (moved.error)
                co_return moved.error;
        }
        moves = std::move(left);
    }
    co_return std::nullopt;
}

void Crawler::noteMove(const StoredMove &move)
{
    const QString from = QString::fromUtf8(move.from);
    const QString to = QString::fromUtf8(move.to);
    if (m_log.movePath(move.id, to))
        m_moved.push_back({move.id, from, to});
}

} // namespace gleaner
