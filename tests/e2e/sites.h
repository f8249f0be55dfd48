// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace gleaner::test
{

/// Where the pages of a Debian documentation package lie; fetched the first time. Empty with a
/// reason in `error` when that did not work.
QString documentation(const QString &package, QString &error);

/// Every file below the folder but the session's marker, relative to it, sorted. Links are followed
/// as a server would.
QStringList filesBelow(const QString &folder);

/// The first file that is not the same in both folders; empty if there is none.
QString firstDifference(const QString &one, const QString &other, const QStringList &files);

} // namespace gleaner::test
