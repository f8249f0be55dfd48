// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCommandLineParser;

namespace gleaner
{

struct CommandLine;
struct TypedStart;
class Mistake;

/// Reads the options that say how the network is used: --header, --user-agent, --proxy,
/// --ca-certificate.
void readNetworkOptions(const QCommandLineParser &parser, CommandLine &line, Mistake &mistake);

/// Keeps the name and the password that were typed in an address, for its origin.
void addAccount(CommandLine &line, const TypedStart &start);

/// Reads --user, for every start whose address has no name in it; after the addresses.
void readUser(const QCommandLineParser &parser, CommandLine &line, Mistake &mistake);

} // namespace gleaner
