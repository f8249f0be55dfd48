// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences.h"

namespace gleaner
{

/// How much room rows of lists, trees and tables have, in all windows of the program. In the
/// window's thread.
void useDensity(Density density);

} // namespace gleaner
