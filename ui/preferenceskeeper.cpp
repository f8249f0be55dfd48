// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferenceskeeper.h"

#include "ui/preferencesfile.h"

namespace gleaner
{

PreferencesKeeper::PreferencesKeeper(QString file)
    : m_file(std::move(file))
{
    const StoredPreferences stored = readPreferences(m_file);
    m_values = stored.values;
    if (!stored.isDamaged)
        return;
    m_damaged = setDamagedAside(m_file);
    // It stays where it is then, and is not written to.
    if (m_damaged.isEmpty())
        m_damaged = std::exchange(m_file, QString());
}

bool PreferencesKeeper::set(const Preferences &values)
{
    m_values = values;
    const bool isWritten = writePreferences(m_file, values);
    Q_EMIT changed();
    return isWritten;
}

} // namespace gleaner
