// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace gleaner
{

/// Shows that window before all others, hidden or minimized as it may be, and in the size that it
/// had: a maximized one is maximized again.
void bringToFront(QWidget *window);

} // namespace gleaner
