// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences.h"

namespace gleaner
{

/// Preferences in a file of QSettings' format, which people may read and edit. A value that is
/// missing or cannot be is the default. The one place that knows the file's words.

struct StoredPreferences {
    Preferences values;
    /// There was a file, and it is not what such files are. Then all values are defaults.
    bool isDamaged = false;
};
/// `file` empty: defaults.
StoredPreferences readPreferences(const QString &file);

/// False if it could not be written.
bool writePreferences(const QString &file, const Preferences &preferences);

/// Keeps a damaged file under another name, which it returns; empty if it could not.
QString setDamagedAside(const QString &file);

} // namespace gleaner
