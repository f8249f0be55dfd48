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

/// Its server has said something of it, and it is not saved.
bool isStated(const StoredAddress &row)
{
    return row.size != StoredAddress::none || !row.type.isEmpty();
}

/// Nothing is known of it but where it was found.
bool isPlain(const StoredAddress &row)
{
    return row.tls == 0 && row.status == 0 && row.tries == 0 && row.change == 0 && !row.kept
        && row.target.isEmpty() && row.detail.isEmpty() && row.seconds == 0 && !isStated(row);
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
        return body.packed().toByteArray();
    for (const int number : {row.tls, row.status, row.tries, row.change, int(row.kept)})
        body.number(quint64(number));
    body.number(quint64(std::llround(row.seconds * microseconds)));
    body.bytes(row.target);
    body.bytes(row.detail.toUtf8());
    if (isStated(row)) {
        body.number(quint64(row.size - StoredAddress::none));
        body.bytes(row.type);
    }
    return body.packed().toByteArray();
}

QByteArray bodyOf(const StoredFile &row)
{
    Packing body;
    body.number(quint64(row.size));
    for (const QByteArray &bytes : {row.hash, row.etag, row.lastModified, row.contentType})
        body.bytes(bytes);
    body.number(quint64(row.verified));
    body.bytes(row.offered);
    return body.packed().toByteArray();
}

/// One statement writes so many: running one costs as much as some rows.
constexpr size_t rowsAtOnce = 16;

/// The statement for so many rows, of that for one.
QByteArray forMany(const QByteArray &one)
{
    const QByteArray values = one.sliced(one.indexOf('('));
    return one + (", " + values).repeated(int(rowsAtOnce) - 1);
}

template <typename Row>
bool putAll(Sqlite &database, const char *one, const char *many, std::span<const Row> rows,
    void (*bind)(Statement &, const Row &))
{
    for (size_t done = 0; done < rows.size();) {
        const bool isMany = rows.size() - done >= rowsAtOnce;
        const size_t end = done + (isMany ? rowsAtOnce : 1);
        Statement &put = database.statement(isMany ? many : one);
        for (; done < end; ++done)
            bind(put, rows[done]);
        if (!database.execute(put))
            return false;
    }
    return true;
}

void bindKnown(Statement &put, const StoredAddress &row)
{
    put.bind(row.id);
    put.bind(row.address);
    put.bind(orNull(row.state));
    put.bind(orNull(row.reason));
    put.bind(bodyOf(row));
}

void bindKept(Statement &put, const StoredFile &row)
{
    put.bind(row.id);
    put.bind(row.path);
    put.bind(row.savedAt);
    put.bind(bodyOf(row));
}

} // namespace

bool putKnown(Sqlite &database, std::span<const StoredAddress> rows)
{
    constexpr auto one = "INSERT OR REPLACE INTO known VALUES (?, ?, ?, ?, ?)";
    static const QByteArray many = forMany(one);
    return putAll(database, one, many.constData(), rows, bindKnown);
}

bool putKept(Sqlite &database, std::span<const StoredFile> rows)
{
    constexpr auto one = "INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)";
    static const QByteArray many = forMany(one);
    return putAll(database, one, many.constData(), rows, bindKept);
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
    if (!body.atEnd()) {
        stored.size = qint64(body.number()) + StoredAddress::none;
        stored.type = body.bytes();
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
