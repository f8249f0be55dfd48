// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

namespace gleaner
{

/// A display that windows can be opened on. To be kept until there is one: an X server begins anew
/// when its last client leaves, and turns away who comes meanwhile (Xserver(1), -noreset).
struct Display {
    std::shared_ptr<void> connection; ///< to an X server; else null
};

/// Can a window be opened? Qt aborts the program where it cannot, so it is asked before. Tries the
/// display that the environment names; a platform chosen by hand (QT_QPA_PLATFORM) is believed.
std::optional<Display> findDisplay();

} // namespace gleaner
