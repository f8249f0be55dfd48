// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"

class QCommandLineParser;
class QString;

namespace gleaner
{

class Mistake;

/// `workingDirectory`: what its folder is relative to; empty: this process's.
/// Lets the job of --resume be what the other options then change, if there is one.
void readResumeOption(const QCommandLineParser &parser, const QString &workingDirectory,
    CrawlJob &job, Mistake &mistake);

/// What --list prints: a line for each session, the one changed last first.
QString sessionListText(const QString &stateDirectory);

} // namespace gleaner
