// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferencespage.h"
#include "ui/shortcuts.h"

class QKeySequenceEdit;

namespace gleaner
{

/// The keys of all actions in the menus, each to be changed; says so where one is used twice.
class ShortcutsPage : public PreferencesPage
{
public:
    explicit ShortcutsPage(std::vector<Shortcuts::Entry> entries);

    void show(const Preferences &values) override;
    void read(Preferences &values) const override;
    QString problem() const override;

private:
    std::vector<Shortcuts::Entry> m_entries;
    std::vector<QKeySequenceEdit *> m_fields;
};

} // namespace gleaner
