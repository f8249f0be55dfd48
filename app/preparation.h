// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/credentials.h"

#include <QString>

namespace gleaner
{

struct CommandLine;

/// Puts into the job what the command line only points at: reads the files of --ca-certificate, and
/// gets the passwords that are missing, from GLEANER_PASSWORD or on the terminal. The variable is
/// gone from the environment afterwards. Needs the application object. Returns one sentence about
/// what is wrong, empty if nothing is.
QString prepare(CommandLine &line);

/// The same for a command line of another process, with the passwords that it has got: nobody is
/// asked, and the environment is left alone. Any thread.
QString prepareHandedOver(CommandLine &line, const CredentialsByOrigin &known);

} // namespace gleaner
