// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace gleaner
{

/// Says what this program is, in a box over the window that goes by itself. Window thread.
void showAbout(QWidget *window);

} // namespace gleaner
