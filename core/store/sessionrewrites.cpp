// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/safely.h"
#include "core/store/sessiondatabase.h"

#include <QVariant>

#include <algorithm>

// What a session knows of files whose links were rewritten.

namespace gleaner
{

namespace
{

/// From the path on, all but the patch.
StoredRewrite rewriteFrom(const QSqlQuery &row)
{
    StoredRewrite rewrite;
    rewrite.path = row.value(0).toByteArray();
    rewrite.hash = row.value(1).toByteArray();
    rewrite.size = row.value(2).toLongLong();
    rewrite.served = row.value(3).toByteArray();
    rewrite.servedSize = row.value(4).toLongLong();
    rewrite.part = row.value(5).toByteArray();
    return rewrite;
}

template <typename Row, typename Make>
std::vector<Row> rowsOf(Sqlite &database, Statement &query, Make make)
{
    std::vector<Row> rows;
    for (bool more = database.execute(query) && query.next(); more; more = query.next())
        rows.push_back(make(query));
    query.finish();
    return rows;
}

} // namespace

std::vector<StoredRewrite> SessionDatabase::rewritesAt(const QByteArray &path) const
{
    Statement &query = m_database->statement("SELECT path, hash, size, served, served_size, part "
                                             "FROM rewritten WHERE path = ?");
    query.bind(path);
    return rowsOf<StoredRewrite>(*m_database, query, rewriteFrom);
}

std::vector<StoredRewrite> SessionDatabase::rewrites() const
{
    Statement &query = m_database->statement("SELECT path, hash, size, served, served_size, part "
                                             "FROM rewritten");
    return rowsOf<StoredRewrite>(*m_database, query, rewriteFrom);
}

std::optional<QByteArray> SessionDatabase::rewritePatch(const RewriteKey &key) const
{
    Statement &query =
        m_database->statement("SELECT patch FROM rewritten WHERE path = ? AND hash = ?");
    query.bind(key.path);
    query.bind(key.hash);
    std::optional<QByteArray> patch;
    if (m_database->execute(query) && query.next())
        patch = query.value(0).toByteArray();
    query.finish();
    return patch;
}

bool SessionDatabase::hasRewrites() const
{
    Statement &query = m_database->statement("SELECT EXISTS (SELECT 1 FROM rewritten)");
    const bool has = m_database->execute(query) && query.next() && query.value(0).toBool();
    query.finish();
    return has;
}

bool SessionDatabase::writeRewrites(
    const std::vector<StoredRewrite> &fresh, const std::vector<RewriteKey> &gone)
{
    return safely(*m_database, [&] {
        Statement &put =
            m_database->statement("INSERT OR REPLACE INTO rewritten VALUES (?, ?, ?, ?, ?, ?, ?)");
        for (const StoredRewrite &row : fresh) {
            put.bind(row.path);
            put.bind(row.hash);
            put.bind(row.size);
            put.bind(row.served);
            put.bind(row.servedSize);
            put.bind(row.patch);
            put.bind(row.part);
            if (!m_database->execute(put))
                return false;
        }
        Statement &removal =
            m_database->statement("DELETE FROM rewritten WHERE path = ? AND hash = ?");
        return std::ranges::all_of(gone, [&](const RewriteKey &key) {
            removal.bind(key.path);
            removal.bind(key.hash);
            return m_database->execute(removal);
        });
    });
}

void SessionDatabase::forgetStrayRewrites()
{
    m_database->execute("DELETE FROM rewritten WHERE path NOT IN (SELECT path FROM kept)");
}

} // namespace gleaner
