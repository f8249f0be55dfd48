// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/save/folder.h"

namespace gleaner
{

/// What became of a file that was to go to the trash.
enum class Trashing : quint8 {
    Done,
    Missing, ///< nothing lies there
    NotOurs, ///< other bytes, another session's mark, or a link on the way: it stays as it is
    Refused, ///< the desktop's trash does not take it: it stays
    Stopped, ///< while it was being looked at: it stays
};

/// Moves a saved file to the trash of the person's desktop (freedesktop.org's Trash specification,
/// through QFile), if it still is what was filed, or one of `made` of that, and no other session's.
///
/// It is found and looked at name by name through no link. QFile takes a path only, so it gets the
/// one that the kernel has for the folder that was opened, which has no link in it; if somebody
/// puts a link or another file there at that very moment, what was moved is not what was looked
/// at, and is put back. Disk thread, or one that may wait; the folder is not removed.
Trashing moveToTrash(int root, const FiledBefore &file, const std::vector<Rewriting> &made,
    const QByteArray &session, const std::stop_token &stop = {});

} // namespace gleaner
