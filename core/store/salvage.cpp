// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/salvage.h"

#include "core/store/filecolumns.h"
#include "core/store/readonly.h"

#include <QSqlError>

#include <algorithm>

namespace gleaner
{

namespace
{

/// A page that cannot be read hides what lies on it; this often what comes behind it is tried.
constexpr int mostGaps = 40;

StoredLanding landingOf(const QSqlQuery &row)
{
    StoredLanding landing;
    landing.address = row.value(1).toByteArray();
    const QByteArray path = row.value(2).toByteArray();
    const qsizetype slash = path.lastIndexOf('/');
    landing.folders = path.left(std::max<qsizetype>(slash, 0));
    landing.file = path.mid(slash + 1);
    landing.marked = landing.file;
    landing.saved = fileFrom(row, 3);
    landing.saved.id = StoredLanding::unknown;
    landing.headers = "Content-Type: " + landing.saved.contentType + '\n';
    return landing;
}

std::vector<StoredLanding> filesOf(const QSqlDatabase &database)
{
    std::vector<StoredLanding> files;
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT f.id, a.address, f.path, f.size, f.hash, f.etag, "
                                 "f.modified, f.type, f.verified, f.saved FROM files f JOIN "
                                 "addresses a ON a.id = f.id WHERE f.id >= ? ORDER BY f.id"));
    qint64 next = 0;
    for (int gap = 0; gap < mostGaps; ++gap) {
        query.bindValue(0, next);
        if (!query.exec())
            return files;
        bool wasEnd = true;
        while (query.next()) {
            files.push_back(landingOf(query));
            next = query.value(0).toLongLong() + 1;
            wasEnd = false;
        }
        const bool isBroken = query.lastError().isValid();
        query.finish();
        if (!isBroken)
            return files;
        next += wasEnd ? qint64(1) << std::min(gap, 20) : 1;
    }
    return files;
}

} // namespace

std::vector<StoredLanding> salvage(const QString &database)
{
    std::vector<StoredLanding> files;
    readOnly(database, [&](const QSqlDatabase &damaged) { files = filesOf(damaged); });
    return files;
}

} // namespace gleaner
