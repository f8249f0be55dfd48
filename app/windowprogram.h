// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

namespace gleaner
{

/// Runs the program as a window, or hands the command line over to the one that runs already.
/// Returns the exit status. Called by main, once, before there is an application object.
int runWindow(int argc, char **argv, CommandLine line, const QStringList &arguments);

} // namespace gleaner
