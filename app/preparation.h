// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gleaner
{

struct CommandLine;

/// Puts into the job what the command line only points at: reads the files of --ca-certificate.
/// Needs the application object. Returns one sentence about what is wrong, empty if nothing is.
QString prepare(CommandLine &line);

} // namespace gleaner
