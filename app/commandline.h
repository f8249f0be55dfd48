// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exportoptions.h"
#include "core/crawl/crawljob.h"

#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace gleaner
{

/// A name for a server that asks for one. Without its password, prepare() gets it.
struct Account {
    QByteArray origin;
    QString user;
    std::optional<QString> password;
};

/// What the command line asks for.
struct CommandLine {
    bool headless = false;
    bool json = false;
    /// With addresses on the line: start at once. Without: only a window, which takes the options
    /// over for its first download.
    CrawlJob job;
    std::vector<Account> accounts; ///< at most one for an origin
    QStringList authorityFiles; ///< with certificates to trust; prepare() reads them
    std::optional<ExportOrder> exports; ///< then nothing else holds
};

/// Something to print, and then to end: help, the version, or one sentence about a mistake.
struct Notice {
    QString text;
    bool isError = false;
};

/// Reads the arguments, the program's name first. Pure but for the defaults' folder.
std::variant<CommandLine, Notice> readCommandLine(const QStringList &arguments);

} // namespace gleaner
