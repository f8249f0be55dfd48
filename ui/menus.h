// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QAction;
class QMenu;
class QMenuBar;

namespace gleaner
{

class Actions;
class Docks;
class HostActions;
class Intake;
class RowParts;
class ScanActions;
class ViewActions;

/// What of the menus is not among the actions.
struct MenuParts {
    QMenu *earlier; ///< downloads of earlier runs
    Docks *docks;
    const ViewActions *views; ///< how rows are looked at
    Intake *intake; ///< has the ways by which addresses come in
    const RowParts *rows; ///< what can be done with rows
    QAction *statistics;
    const HostActions *hosts;
    const ScanActions *scan;
    QAction *preferences;
    QAction *signIn;
    QAction *fullScreen;
};

/// Fills the menu bar, which owns the menus; each action belongs to who made it.
void fillMenus(QMenuBar *bar, const Actions &actions, const MenuParts &parts);

} // namespace gleaner
