// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gleaner
{

// The extended attributes that say which session made a file, and where it comes from. Where the
// file system has none, files are not marked. Disk thread.
//
// One of them at a time: an inode of ext4 has room for 88 bytes, and what does not fit takes a
// block of its own, 4 KiB and as much time as all the rest of a small file. So a whole file that
// says where it comes from has no mark any more.

void markAsOurs(int file, const QByteArray &session);
void takeMark(int file);
/// Is it marked so? False for an empty id.
bool isMarkedAsOurs(int file, const QByteArray &session);

/// What a person, or this program, has noted at the one is noted at the other. What cannot be
/// copied stays behind.
void copyAttributes(int from, int to);

/// Does it bear the mark of a session that is not this one? False where there are no marks.
bool isMarkedAsAnothers(int file, const QByteArray &session);

/// user.xdg.origin.url of freedesktop.org's "Common Extended Attributes". False if it could not be.
bool noteOrigin(int file, const QByteArray &origin);
/// Does it say so of itself? False for an empty origin.
bool isFrom(int file, const QByteArray &origin);

} // namespace gleaner
