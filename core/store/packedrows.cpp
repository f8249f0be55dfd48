// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/packedrows.h"

#include "core/store/packing.h"
#include "core/store/sqlite.h"

#include <QVariant>

#include <cmath>

namespace gleaner
{

namespace
{

constexpr double microseconds = 1e6;

/// Zero takes no room as NULL.
QVariant orNull(int value)
{
    return value == 0 ? QVariant() : QVariant(value);
}

/// Nothing is known of it but where it was found.
bool isPlain(const StoredAddress &row)
{
    return row.tls == 0 && row.status == 0 && row.tries == 0 && row.change == 0 && !row.kept
        && row.target.isEmpty() && row.detail.isEmpty() && row.seconds == 0;
}

QByteArray bodyOf(const StoredAddress &row)
{
    Packing body;
    body.number(quint64(row.referrer - StoredAddress::none));
    body.bytes(row.element);
    body.bytes(row.attribute);
    body.number(quint64(row.kind));
    body.number(quint64(row.depth));
    if (isPlain(row))
        return body.packed();
    for (const int number : {row.tls, row.status, row.tries, row.change, int(row.kept)})
        body.number(quint64(number));
    body.number(quint64(std::llround(row.seconds * microseconds)));
    body.bytes(row.target);
    body.bytes(row.detail.toUtf8());
    return body.packed();
}

QByteArray bodyOf(const StoredFile &row)
{
    Packing body;
    body.number(quint64(row.size));
    for (const QByteArray &bytes : {row.hash, row.etag, row.lastModified, row.contentType})
        body.bytes(bytes);
    body.number(quint64(row.verified));
    body.bytes(row.offered);
    return body.packed();
}

} // namespace

bool putKnown(Sqlite &database, const StoredAddress &row)
{
    if (row.state == 0 && row.reason == 0) {
        // Half of all rows that are written.
        Statement &put =
            database.statement("INSERT OR REPLACE INTO known (id, address, body) VALUES (?, ?, ?)");
        put.bind(row.id);
        put.bind(row.address);
        put.bind(bodyOf(row));
        return database.execute(put);
    }
    Statement &put = database.statement("INSERT OR REPLACE INTO known VALUES (?, ?, ?, ?, ?)");
    put.bind(row.id);
    put.bind(row.address);
    put.bind(orNull(row.state));
    put.bind(orNull(row.reason));
    put.bind(bodyOf(row));
    return database.execute(put);
}

bool putKept(Sqlite &database, const StoredFile &row)
{
    Statement &put = database.statement("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)");
    put.bind(row.id);
    put.bind(row.path);
    put.bind(row.savedAt);
    put.bind(bodyOf(row));
    return database.execute(put);
}

StoredAddress knownFrom(const QSqlQuery &row, int column)
{
    const QByteArray packed = row.value(column + 4).toByteArray();
    Unpacking body(packed);
    StoredAddress stored;
    stored.id = row.value(column).toUInt();
    stored.address = row.value(column + 1).toByteArray();
    stored.state = row.value(column + 2).toInt();
    stored.reason = row.value(column + 3).toInt();
    stored.referrer = qint64(body.number()) + StoredAddress::none;
    stored.element = body.bytes();
    stored.attribute = body.bytes();
    stored.kind = int(body.number());
    stored.depth = int(body.number());
    if (!body.atEnd()) {
        for (int *number : {&stored.tls, &stored.status, &stored.tries, &stored.change})
            *number = int(body.number());
        stored.kept = body.number() != 0;
        stored.seconds = double(body.number()) / microseconds;
        stored.target = body.bytes();
        stored.detail = QString::fromUtf8(body.bytes());
    }
    if (!body.isSound() || !body.atEnd())
        stored.address.clear();
    return stored;
}

std::optional<StoredFile> keptFrom(const QSqlQuery &row, int column)
{
    const QByteArray packed = row.value(column + 3).toByteArray();
    Unpacking body(packed);
    StoredFile file;
    file.id = row.value(column).toUInt();
    file.path = row.value(column + 1).toByteArray();
    file.savedAt = row.value(column + 2).toLongLong();
    file.size = qint64(body.number());
    for (QByteArray *bytes : {&file.hash, &file.etag, &file.lastModified, &file.contentType})
        *bytes = body.bytes();
    file.verified = body.number() != 0;
    file.offered = body.bytes();
    return body.isSound() && body.atEnd() ? std::optional(file) : std::nullopt;
}

} // namespace gleaner
