// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gleaner
{

/// What the program's exit status says; scripts rely on it.
enum class ExitStatus {
    AllSaved = 0,
    SomeFailed = 1,
    WrongUsage = 2, ///< also: no display, and not --headless
    NoStart = 3, ///< no start address could be had
    Stopped = 4, ///< by a signal or a limit
    MachineFault = 5, ///< disk, permission
};

} // namespace gleaner
