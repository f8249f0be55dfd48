// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferenceskeeper.h"
#include "ui/shortcuts.h"

class QWidget;

namespace gleaner
{

class AddressHistory;
class Downloads;
class JobForm;
class MessageBar;

/// The Preferences dialog, and what of the window follows it. Owned by the window.
class Preferring : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        Downloads *downloads;
        JobForm *form;
        AddressHistory *history;
        MessageBar *messages;
        Shortcuts *shortcuts;
    };
    /// `open` is the action that opens the dialog.
    Preferring(PreferencesKeeper *keeper, Parts parts, QAction *open, QWidget *window);

private:
    void ask();
    void apply();
    void sayWhatWasDamaged();

    PreferencesKeeper *m_keeper;
    Parts m_parts;
    QWidget *m_window;
};

} // namespace gleaner
