// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessiondatabase.h"

#include "core/store/packedrows.h"
#include "core/store/safely.h"
#include "core/store/sqlite.h"

#include <QVariant>

// Files that get other names.

namespace gleaner
{

namespace
{

/// Gives all of them their new values at once: one's new path may be another's old one.
bool movePaths(Sqlite &database, const std::vector<StoredMove> &moved)
{
    // No path begins so.
    const auto aside = [](const QByteArray &path) { return '\0' + path; };
    for (const StoredMove &move : moved) {
        Statement &change =
            database.statement("UPDATE OR REPLACE rewritten SET path = ? WHERE path = ?");
        change.bind(aside(move.to));
        change.bind(move.from);
        if (!database.execute(change))
            return false;
    }
    for (const StoredMove &move : moved) {
        Statement &change =
            database.statement("UPDATE OR REPLACE rewritten SET path = ? WHERE path = ?");
        change.bind(move.to);
        change.bind(aside(move.to));
        if (!database.execute(change))
            return false;
    }
    for (const StoredMove &move : moved) {
        Statement &change =
            database.statement("UPDATE kept SET path = ? WHERE id = ? AND path = ?");
        change.bind(move.to);
        change.bind(move.id);
        change.bind(move.from);
        if (!database.execute(change))
            return false;
    }
    return true;
}

} // namespace

bool SessionDatabase::beginMoves(const std::vector<StoredMove> &moves)
{
    return safely(*m_database, [&] {
        for (const StoredMove &move : moves) {
            Statement &put = m_database->statement("INSERT OR REPLACE INTO moved VALUES (?, ?, ?)");
            put.bind(move.id);
            put.bind(move.from);
            put.bind(move.to);
            if (!m_database->execute(put))
                return false;
        }
        return true;
    });
}

std::vector<StoredMove> SessionDatabase::begunMoves() const
{
    std::vector<StoredMove> moves;
    Statement &query = m_database->statement(
        "SELECT kept.id, path, saved, body, old, new FROM moved JOIN kept USING (id) "
        "ORDER BY kept.id");
    const bool isRead = m_database->execute(query);
    while (isRead && query.next()) {
        if (const auto file = keptFrom(query, 0))
            moves.push_back({file->id, query.value(4).toByteArray(), query.value(5).toByteArray(),
                file->size, file->hash});
    }
    query.finish();
    return moves;
}

bool SessionDatabase::endMoves(const std::vector<StoredMove> &moved)
{
    return safely(*m_database, [&] {
        return movePaths(*m_database, moved)
            && m_database->execute(m_database->statement("DELETE FROM moved"));
    });
}

} // namespace gleaner
