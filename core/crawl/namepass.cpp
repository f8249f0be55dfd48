// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/namepass.h"

#include "core/crawl/crawllog.h"
#include "core/crawl/namemoves.h"
#include "core/crawl/sessionkeeper.h"
#include "core/save/namekey.h"
#include "core/task/offload.h"
#include "core/task/sleep.h"

#include <algorithm>

namespace gleaner
{

namespace
{

/// So many moves are begun at a time.
constexpr size_t movesAtOnce = 10'000;
/// So many records are looked at in one turn of the event loop; then others have theirs.
constexpr RecordId recordsPerTurn = 1000;
constexpr auto betweenTurns = std::chrono::milliseconds(0);

} // namespace

NamePass::NamePass(CrawlLog &log, SessionKeeper &keeper, QThreadPool &pool)
    : m_log(log)
    , m_keeper(keeper)
    , m_pool(pool)
{
}

void NamePass::leave(const StoredFile &file)
{
    m_left.insert(file.path, {pathFromText(file.path), file.size, file.hash});
}

QByteArray NamePass::left() const
{
    return packedLeft(m_left);
}

void NamePass::loadLeft(const QByteArray &packed)
{
    m_left = unpackedLeft(packed);
}

Placement NamePass::placementFor(const Record &record) const
{
    return placementOf(record.address, record.type, record.offered, m_names, m_startOrigin);
}

Task<std::optional<SaveError>> NamePass::run(NameSource names, QByteArray startOrigin)
{
    m_names = names;
    m_startOrigin = startOrigin;
    std::vector<RecordId> involved;
    for (RecordId id = 0; id < m_log.size(); ++id) {
        if (id % recordsPerTurn == recordsPerTurn - 1)
            co_await sleepFor(betweenTurns);
        if (m_isStopped)
            co_return std::nullopt;
        const Record record = m_log.at(id);
        if (record.path.isEmpty())
            continue;
        const QByteArray path = record.path.toUtf8();
        m_left.remove(path);
        const QByteArray place = placementFor(record).path.joined();
        m_survey.add(id, nameKey(place));
        if (path != place)
            involved.push_back(id);
    }
    if (!m_left.isEmpty()) {
        const QList<FiledBefore> left = m_left.values();
        auto unkept = co_await m_keeper.remove(left);
        if (unkept)
            co_return unkept;
        m_left.clear();
    }
    const std::vector<RecordId> contested = m_survey.contested();
    involved.insert(involved.end(), contested.begin(), contested.end());
    std::ranges::sort(involved);
    involved.erase(std::unique(involved.begin(), involved.end()), involved.end());
    if (involved.empty())
        co_return std::nullopt;
    std::vector<StoredMove> moves = co_await movesOf(std::move(involved));
    auto error = co_await carryOut(std::move(moves));
    co_return error;
}

Task<std::vector<StoredMove>> NamePass::movesOf(std::vector<RecordId> involved)
{
    std::vector<StoredFile> known(involved.size());
    for (size_t i = 0; i < involved.size(); ++i) {
        const Record record = m_log.at(involved[i]);
        known[i].id = record.id;
        known[i].path = record.path.toUtf8();
        known[i].size = record.bytes;
    }
    const std::vector<StoredFile> files = co_await m_keeper.filesOf(std::move(known));
    std::vector<NameClaim> claims;
    claims.reserve(files.size());
    for (const StoredFile &file : files) {
        const Record record = m_log.at(file.id);
        const Placement place = placementFor(record);
        claims.push_back({record.address, place.path, place.origin, file.hash,
            m_survey.isFolder(nameKey(place.path.joined()))});
    }
    const SharedBy sharedBy = co_await m_keeper.sharedBy();
    auto work = [claims = std::move(claims), sharedBy] { return settledPaths(claims, sharedBy); };
    const std::vector<RelativePath> settled = co_await runOnPool(m_pool, std::move(work));

    std::vector<StoredMove> moves;
    QHash<QByteArray, QByteArray> goes; ///< a file of several addresses goes to one place
    for (size_t i = 0; i < files.size(); ++i) {
        const QByteArray to = goes.value(files[i].path, settled[i].joined());
        goes.insert(files[i].path, to);
        if (!files[i].hash.isEmpty() && to != files[i].path)
            moves.push_back({files[i].id, files[i].path, to, files[i].size, files[i].hash});
    }
    co_return moves;
}

Task<std::optional<SaveError>> NamePass::carryOut(std::vector<StoredMove> moves)
{
    // What is in the way of a move may go with a later part: as long as anything moves.
    for (size_t before = moves.size() + 1; moves.size() < before && !moves.empty();) {
        before = moves.size();
        std::vector<StoredMove> left;
        for (size_t begin = 0; begin < moves.size(); begin += movesAtOnce) {
            const size_t end = std::min(begin + movesAtOnce, moves.size());
            std::vector<StoredMove> some(
                moves.begin() + qsizetype(begin), moves.begin() + qsizetype(end));
            const SessionKeeper::Moved moved = co_await m_keeper.move(some, &m_pool);
            for (size_t i = 0; i < moved.done.size(); ++i) {
                if (moved.done[i])
                    note(some[i]);
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

void NamePass::note(const StoredMove &move)
{
    const QString to = QString::fromUtf8(move.to);
    if (m_log.movePath(move.id, to))
        m_moved.push_back({move.id, QString::fromUtf8(move.from), to});
}

} // namespace gleaner
