// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/exports.h"

#include <vector>

class QCommandLineParser;

namespace gleaner
{

class Mistake;

/// What --export asks for: files made of an earlier download. Nothing is downloaded.
struct ExportOrder {
    KnownSession session;
    std::vector<ExportTarget> targets;
};

/// Reads the options beside --export, and finds the download.
ExportOrder readExportOptions(
    const QCommandLineParser &parser, const QString &stateDirectory, Mistake &mistake);

} // namespace gleaner
