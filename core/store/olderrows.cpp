// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/olderrows.h"

#include "core/store/filecolumns.h"
#include "core/store/packedrows.h"
#include "core/store/safely.h"
#include "core/store/sqlite.h"

#include <QVariant>

namespace gleaner
{

namespace
{

StoredAddress addressOf(const QSqlQuery &row)
{
    const auto bytes = [&](int column) { return row.value(column).toByteArray(); };
    const auto number = [&](int column) { return row.value(column).toInt(); };
    StoredAddress stored;
    stored.id = row.value(0).toUInt();
    stored.address = bytes(1);
    stored.referrer = row.isNull(2) ? StoredAddress::none : row.value(2).toLongLong();
    stored.element = bytes(3);
    stored.attribute = bytes(4);
    stored.kind = number(5);
    stored.depth = number(6);
    stored.state = number(7);
    stored.reason = number(8);
    stored.tls = number(9);
    stored.status = number(10);
    stored.tries = number(11);
    stored.change = number(12);
    stored.kept = row.value(13).toBool();
    stored.target = bytes(14);
    stored.detail = row.value(15).toString();
    stored.seconds = row.value(16).toDouble();
    return stored;
}

StoredFile fileOf(const QSqlQuery &row)
{
    StoredFile file = fileFrom(row, 2);
    file.id = row.value(0).toUInt();
    file.path = row.value(1).toByteArray();
    file.offered = row.value(9).toByteArray();
    return file;
}

/// `put` for each row that the query gives.
template <typename Put>
bool moveAll(Sqlite &database, const char *query, const char *removal, Put put)
{
    Statement &rows = database.statement(query);
    bool isPut = database.execute(rows);
    while (isPut && rows.next())
        isPut = put(rows);
    isPut = isPut && database.wasRead(rows);
    rows.finish();
    return isPut && database.execute(removal);
}

bool hasOlderRows(Sqlite &database)
{
    Statement &query = database.statement("SELECT EXISTS (SELECT 1 FROM addresses)");
    const bool has = database.execute(query) && query.next() && query.value(0).toBool();
    query.finish();
    return has;
}

} // namespace

bool takeOlderRowsAlong(Sqlite &database)
{
    if (!hasOlderRows(database))
        return true;
    return safely(database, [&] {
        return moveAll(database, "SELECT * FROM addresses", "DELETE FROM addresses",
                   [&](const QSqlQuery &row) {
                       const StoredAddress address = addressOf(row);
                       return putKnown(database, {&address, 1});
                   })
            && moveAll(
                database, "SELECT * FROM files", "DELETE FROM files", [&](const QSqlQuery &row) {
                    const StoredFile file = fileOf(row);
                    return putKept(database, {&file, 1});
                });
    });
}

} // namespace gleaner
