// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gleaner
{

/// Can a window be opened? Qt aborts the program where it cannot, so it is asked before. Tries the
/// display that the environment names; a platform chosen by hand (QT_QPA_PLATFORM) is believed.
bool hasDisplay();

} // namespace gleaner
