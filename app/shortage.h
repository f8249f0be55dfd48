// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gleaner
{

/// From now on the program ends, with a sentence and status 5, when the system has no memory or no
/// thread left for it. Nothing could be answered for after that: a request whose thread did not
/// start would be waited for without an end. What is on disk is as after a kill. First of all in
/// main().
void endOnShortage();

} // namespace gleaner
