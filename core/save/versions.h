// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace gleaner
{

class SavedFiles;

/// Where a download's folder has the files that updates have replaced, on request. Each update has
/// a folder of its own below it, and in that a file lies at the path that it had. No address gets
/// such a name, as it gets none like warcFolder.
inline const QByteArray versionsFolder = "++versions";

/// The name of the folder of an update that begins at that time, in ms since 1970.
QByteArray versionsName(qint64 now);

/// The folders that an update uses, the first one for nearly everything: another one only for what
/// has no place in those before, because something else has its name there.
QByteArray versionsPlace(const QByteArray &name, int place);
constexpr int mostVersionsPlaces = 1000;

/// The paths of what lies in them, each from the download's folder. Any thread that may wait.
QByteArrayList versionsIn(const SavedFiles &files, const QByteArray &name);

} // namespace gleaner
