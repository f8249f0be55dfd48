// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCommandLineParser;

namespace gleaner
{

/// The options' names, and which of them take a value. What they mean is read from the parser, what
/// is said of them is in the help text.
void declareOptions(QCommandLineParser &parser);

} // namespace gleaner
