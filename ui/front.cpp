// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/front.h"

#include <QWidget>

namespace gleaner
{

void bringToFront(QWidget *window)
{
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace gleaner
