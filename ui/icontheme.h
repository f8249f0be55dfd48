// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPalette;

namespace gleaner
{

/// Where the desktop's theme lacks an icon, Breeze has it: the light or the dark one, as the
/// window is. To be called before the first QIcon::fromTheme.
void useIconFallback(const QPalette &palette);

} // namespace gleaner
