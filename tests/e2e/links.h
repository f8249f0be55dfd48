// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace gleaner::test
{

/// What a site that lies in a folder holds for whoever follows its links, found by a reading of
/// its own that shares nothing with core/discover: a second opinion, good enough for the plain
/// pages of Debian's documentation.
struct Reachable {
    QStringList files; ///< relative to the folder, sorted
    QMap<QString, QString> missing; ///< linked, but not there: path to one page that links it
};
Reachable reachableFrom(const QString &folder, const QString &start);

} // namespace gleaner::test
