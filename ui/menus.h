// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QAction;
class QMenu;
class QMenuBar;

namespace gleaner
{

class Actions;
class Intake;
class RowParts;

/// What of the menus is not among the actions.
struct MenuParts {
    QMenu *earlier; ///< downloads of earlier runs
    QList<QAction *> panels; ///< show and hide one each
    Intake *intake; ///< has the ways by which addresses come in
    const RowParts *rows; ///< what can be done with rows
};

/// Fills the menu bar, which owns the menus; each action belongs to who made it.
void fillMenus(QMenuBar *bar, const Actions &actions, const MenuParts &parts);

} // namespace gleaner
