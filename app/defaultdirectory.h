// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gleaner
{

class Address;

/// <Downloads>/<start host>: where a download goes if nobody says otherwise.
QString defaultDirectory(const Address &start, const QString &folder = {});

/// This user's folder for what outlives a run: parts of files, what is known of them.
QString stateDirectory();

} // namespace gleaner
