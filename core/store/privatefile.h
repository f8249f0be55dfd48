// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gleaner
{

/// Makes an empty file of mode 0600, with its folder of mode 0700, so that it is never readable by
/// others, not even for a moment. False if it exists or cannot be.
bool makePrivateFile(const QString &file);

/// Gives a database another name beside itself, with what belongs to it. The name it got; empty if
/// it could not be.
QString setDatabaseAside(const QString &file);
/// Undoes that, whatever has its name meanwhile. False if it cannot be.
bool putDatabaseBack(const QString &aside, const QString &file);

} // namespace gleaner
