// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gleaner
{

/// The file descriptors of this process: each connection takes one, and so does each thread and
/// each file that is being written. A thread that gets none ends the program (GLib), so they must
/// not run out.

/// Asks the system for as many as it allows; the usual 1,024 are few for a crawl over many hosts,
/// whose idle connections stay open for two minutes. Once, at the start of the program.
void raiseDescriptorLimit();

/// How many requests at a time leave enough for everything else; at least 1.
int mostConnections();

} // namespace gleaner
