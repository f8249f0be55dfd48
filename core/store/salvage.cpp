// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/salvage.h"

#include "core/store/filecolumns.h"
#include "core/store/packedrows.h"
#include "core/store/readonly.h"

#include <QSqlError>

#include <algorithm>

namespace gleaner
{

namespace
{

/// A page that cannot be read hides what lies on it; this often what comes behind it is tried.
constexpr int mostGaps = 40;

StoredLanding landingOf(const QByteArray &address, const QByteArray &path, const StoredFile &file)
{
    StoredLanding landing;
    landing.address = address;
    const qsizetype slash = path.lastIndexOf('/');
    landing.folders = path.left(std::max<qsizetype>(slash, 0));
    landing.file = path.mid(slash + 1);
    landing.marked = landing.file;
    landing.saved = file;
    landing.saved.path.clear();
    landing.saved.id = StoredLanding::unknown;
    landing.headers = "Content-Type: " + landing.saved.contentType + '\n';
    return landing;
}

/// Of before schema version 4.
StoredLanding olderLandingOf(const QSqlQuery &row)
{
    return landingOf(row.value(1).toByteArray(), row.value(2).toByteArray(), fileFrom(row, 3));
}

StoredLanding keptLandingOf(const QSqlQuery &row)
{
    const auto file = keptFrom(row, 0);
    return file ? landingOf(row.value(4).toByteArray(), file->path, *file) : StoredLanding();
}

StoredRewrite rewriteOf(const QSqlQuery &row)
{
    const auto bytes = [&](int column) { return row.value(column).toByteArray(); };
    return {bytes(1), bytes(2), row.value(3).toLongLong(), bytes(4), row.value(5).toLongLong(),
        bytes(6), bytes(7)};
}

/// What can be had of the rows that such a query gives, which has their number first and asks for
/// those from one on.
template <typename Row, typename Make>
std::vector<Row> rowsOf(const QSqlDatabase &database, const char *literal, Make make)
{
    std::vector<Row> rows;
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(QLatin1String(literal));
    qint64 next = 0;
    for (int gap = 0; gap < mostGaps; ++gap) {
        query.bindValue(0, next);
        if (!query.exec())
            return rows;
        bool wasEnd = true;
        while (query.next()) {
            rows.push_back(make(query));
            next = query.value(0).toLongLong() + 1;
            wasEnd = false;
        }
        const bool isBroken = query.lastError().isValid();
        query.finish();
        if (!isBroken)
            return rows;
        next += wasEnd ? qint64(1) << std::min(gap, 20) : 1;
    }
    return rows;
}

} // namespace

std::vector<StoredLanding> salvage(const QString &database)
{
    std::vector<StoredLanding> files;
    readOnly(database, [&](const QSqlDatabase &damaged) {
        files = rowsOf<StoredLanding>(damaged,
            "SELECT k.id, k.path, k.saved, k.body, a.address FROM kept k JOIN known a ON "
            "a.id = k.id WHERE k.id >= ? ORDER BY k.id",
            keptLandingOf);
        std::erase_if(files, [](const StoredLanding &file) { return file.address.isEmpty(); });
        const auto older = rowsOf<StoredLanding>(damaged,
            "SELECT f.id, a.address, f.path, f.size, f.hash, f.etag, f.modified, f.type, "
            "f.verified, f.saved FROM files f JOIN addresses a ON a.id = f.id WHERE f.id >= ? "
            "ORDER BY f.id",
            olderLandingOf);
        files.insert(files.end(), older.begin(), older.end());
    });
    return files;
}

std::vector<StoredRewrite> salvageRewrites(const QString &database)
{
    std::vector<StoredRewrite> rewrites;
    readOnly(database, [&](const QSqlDatabase &damaged) {
        rewrites = rowsOf<StoredRewrite>(damaged,
            "SELECT rowid, path, hash, size, served, served_size, patch, part FROM rewritten "
            "WHERE rowid >= ? ORDER BY rowid",
            rewriteOf);
    });
    return rewrites;
}

} // namespace gleaner
