// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storedrows.h"

#include <QSqlQuery>
#include <QVariant>

namespace gleaner
{

/// From that column on: size, hash, etag, modified, type, verified, saved.
inline StoredFile fileFrom(const QSqlQuery &row, int column)
{
    StoredFile file;
    file.size = row.value(column).toLongLong();
    file.hash = row.value(column + 1).toByteArray();
    file.etag = row.value(column + 2).toByteArray();
    file.lastModified = row.value(column + 3).toByteArray();
    file.contentType = row.value(column + 4).toByteArray();
    file.verified = row.value(column + 5).toBool();
    file.savedAt = row.value(column + 6).toLongLong();
    return file;
}

/// A path below the download's folder, as StoredFile has it.
inline QByteArray joined(const QByteArray &folders, const QByteArray &name)
{
    return folders.isEmpty() ? name : folders + '/' + name;
}

} // namespace gleaner
