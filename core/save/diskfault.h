// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gleaner
{

/// Something of this machine, not of an address, keeps files from being written.
enum class DiskFaultKind : quint8 {
    NotAFolder, ///< the chosen folder is a file, or a part of its path is
    NotWritable, ///< permission denied, or a read-only file system
    Full, ///< no space, no quota, no inodes
    Vanished, ///< the folder is gone
    LinkInTheWay, ///< a symbolic link stands where a folder or file of ours should
    MarkerTaken, ///< a file of the person's has the name that the folder's marker needs
    SessionInUse, ///< another program is at this download
    SessionNewer, ///< a later version of this program has kept it
    SessionOutOfReach, ///< what is known of the download cannot be read or written
    Other,
};

/// A value; `path` is what could not be written, `detail` the system's own words (untranslated).
struct DiskFault {
    DiskFaultKind kind = DiskFaultKind::Other;
    QString path;
    QString detail;
};

} // namespace gleaner
