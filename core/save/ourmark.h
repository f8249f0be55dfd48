// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gleaner
{

// The extended attributes that say which session made a file, and where it comes from. Where the
// file system has none, files are not marked. Disk thread.

void markAsOurs(int file, const QByteArray &session);
/// Is it marked so? False for an empty id.
bool isMarkedAsOurs(int file, const QByteArray &session);

/// What a person, or this program, has noted at the one is noted at the other. What cannot be
/// copied stays behind.
void copyAttributes(int from, int to);

/// Does it bear the mark of a session that is not this one? False where there are no marks.
bool isMarkedAsAnothers(int file, const QByteArray &session);

/// user.xdg.origin.url of freedesktop.org's "Common Extended Attributes"; nothing for an empty one.
void noteOrigin(int file, const QByteArray &origin);

} // namespace gleaner
