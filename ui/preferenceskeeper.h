// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences.h"

#include <QObject>

namespace gleaner
{

/// The preferences of a window, and the file they live in. Whoever follows one of them listens to
/// changed(). Lives in the window's thread and outlives the window.
class PreferencesKeeper : public QObject
{
    Q_OBJECT

public:
    /// Reads the file; a damaged one is kept aside. Empty: nothing outlives the program.
    explicit PreferencesKeeper(QString file);

    const Preferences &values() const { return m_values; }
    /// Writes them, and tells everybody. False if they could not be written: they hold until the
    /// program ends.
    bool set(const Preferences &values);
    /// Where a damaged file is now, to be said once; empty if there was none.
    const QString &damagedFile() const { return m_damaged; }

Q_SIGNALS:
    void changed();

private:
    QString m_file;
    Preferences m_values;
    QString m_damaged;
};

} // namespace gleaner
