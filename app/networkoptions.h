// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCommandLineParser;

namespace gleaner
{

struct CommandLine;
class Mistake;

/// Reads the options that say how the network is used: --header, --user-agent, --ca-certificate.
void readNetworkOptions(const QCommandLineParser &parser, CommandLine &line, Mistake &mistake);

} // namespace gleaner
