// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filecolumns.h"
#include "core/store/landingbatches.h"
#include "core/store/packedrows.h"
#include "core/store/sessiondatabase.h"
#include "core/store/sqlite.h"

#include <QVariant>

// Reading a whole session back.

namespace gleaner
{

namespace
{

/// Hands over each row until that says false. False if they cannot be read to their end.
template <typename Visit>
bool visitRows(Sqlite &database, const char *literal, Visit visit)
{
    Statement &query = database.statement(literal);
    if (!database.execute(query))
        return false;
    while (query.next()) {
        if (!visit(query))
            break;
    }
    const bool isWhole = database.wasRead(query);
    query.finish();
    return isWhole;
}

template <typename Row, typename Make>
bool readAll(Sqlite &database, const char *literal, std::vector<Row> &rows, Make make)
{
    return visitRows(database, literal, [&](const QSqlQuery &row) {
        rows.push_back(make(row));
        return true;
    });
}

} // namespace

std::optional<StoredSession> SessionDatabase::load() const
{
    StoredSession session;
    const bool isWhole =
        visitRows(*m_database, "SELECT name, value FROM session",
            [&](const QSqlQuery &row) {
                session.values.insert(row.value(0).toString(), row.value(1).toByteArray());
                return true;
            })
        && m_landings->load(session.landings)
        && readAll(*m_database, "SELECT * FROM parts", session.parts,
            [](const QSqlQuery &row) {
                const auto bytes = [&](int column) { return row.value(column).toByteArray(); };
                return StoredPart{bytes(0), bytes(2), bytes(1), bytes(3), row.value(4).toLongLong(),
                    bytes(5), bytes(6), bytes(7), row.value(8).toLongLong(), bytes(9)};
            })
        && readAll(*m_database, "SELECT source, targets FROM links", session.links,
            [](const QSqlQuery &row) {
                return StoredLinks{row.value(0).toUInt(), row.value(1).toByteArray()};
            });
    return isWhole ? std::optional(std::move(session)) : std::nullopt;
}

bool SessionDatabase::visitAddresses(const AddressVisitor &visit) const
{
    constexpr int columns = 5; // of known
    return visitRows(*m_database,
        "SELECT known.id, address, state, reason, known.body, kept.id, path, saved, kept.body "
        "FROM known LEFT JOIN kept USING (id) ORDER BY known.id",
        [&](const QSqlQuery &row) {
            StoredAddress address = knownFrom(row, 0);
            if (row.isNull(columns))
                return visit(address, nullptr);
            const auto file = keptFrom(row, columns);
            if (!file)
                address.address.clear();
            return visit(address, file ? &*file : nullptr);
        });
}

QByteArray SessionDatabase::value(const QString &name) const
{
    Statement &query = m_database->statement("SELECT value FROM session WHERE name = ?");
    query.bind(name);
    QByteArray value =
        m_database->execute(query) && query.next() ? query.value(0).toByteArray() : QByteArray();
    query.finish();
    return value;
}

bool SessionDatabase::hasStateBelow(int state) const
{
    Statement &query =
        m_database->statement("SELECT EXISTS (SELECT 1 FROM known WHERE coalesce(state, 0) < ?)");
    query.bind(state);
    const bool has = m_database->execute(query) && query.next() && query.value(0).toBool();
    query.finish();
    return has;
}

bool SessionDatabase::hasReason(int state, int reason) const
{
    Statement &query =
        m_database->statement("SELECT EXISTS (SELECT 1 FROM known WHERE state = ? AND reason = ?)");
    query.bind(state);
    query.bind(reason);
    const bool has = m_database->execute(query) && query.next() && query.value(0).toBool();
    query.finish();
    return has;
}

bool SessionDatabase::isSound() const
{
    Statement &check = m_database->statement("PRAGMA quick_check(1)");
    // What is out of reach says nothing of itself.
    const bool isSound = m_database->execute(check) && check.next()
        ? check.value(0).toByteArray() == "ok"
        : !isDamaged();
    check.finish();
    return isSound;
}

bool SessionDatabase::knows(
    const QByteArray &folders, const QByteArray &name, const QByteArray &part) const
{
    const QByteArray path = joined(folders, name);
    if (m_landings->knows(path, part))
        return true;
    Statement &query = m_database->statement(
        "SELECT EXISTS (SELECT 1 FROM kept WHERE path = ?) OR EXISTS (SELECT 1 FROM parts "
        "WHERE folders = ? AND ? IN (name, file))");
    for (const QByteArray &bytes : {path, folders, name})
        query.bind(bytes);
    const bool isKnown = !m_database->execute(query) || !query.next() || query.value(0).toBool();
    query.finish();
    return isKnown;
}

qint64 SessionDatabase::lastSaved() const
{
    Statement &query = m_database->statement("SELECT max(saved) FROM kept");
    const qint64 last =
        m_database->execute(query) && query.next() ? query.value(0).toLongLong() : 0;
    query.finish();
    return last;
}

} // namespace gleaner
