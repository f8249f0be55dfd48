// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gleaner
{

/// Whether there is a main thread that others want to see on GLib's event loop: a desktop's input
/// methods and themes do.
enum class MainLoop : unsigned char { Window, Headless };

/// Lets the threads that work use Qt's own event loop instead of GLib's, which writes to the kernel
/// for every event that is posted, asleep or not. To be called before the application object is
/// made. Goes through the environment, so programs that this one starts see it as well.
void useOwnEventLoops(MainLoop mainLoop);

} // namespace gleaner
