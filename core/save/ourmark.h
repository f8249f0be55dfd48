// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gleaner
{

// The extended attribute that says which session made a file. Where the file system has none, files
// are not marked. Disk thread.

void markAsOurs(int file, const QByteArray &session);
/// Is it marked so? False for an empty id.
bool isMarkedAsOurs(int file, const QByteArray &session);

} // namespace gleaner
