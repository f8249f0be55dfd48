// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exportoptions.h"
#include "core/crawl/crawljob.h"

#include <QStringList>

#include <functional>
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

/// Where a command line was written, and what a window takes for granted. A value.
struct CommandLineContext {
    /// What relative names belong to, absolute; empty: the working directory of this process.
    QString workingDirectory = {};
    /// For a window only: what the options then change. Without: the defaults of the help.
    std::function<CrawlJob()> windowDefaults = {};
    /// For a window only: where a download goes by itself.
    std::function<QString(const Address &)> windowDirectory = {};
};

/// Something to print, and then to end: help, the version, or one sentence about a mistake.
struct Notice {
    QString text;
    bool isError = false;
};

/// Reads the arguments, the program's name first. Pure but for the defaults' folder.
/// Reads files that it names, so it may take time. Any thread.
std::variant<CommandLine, Notice> readCommandLine(
    const QStringList &arguments, const CommandLineContext &context = {});

} // namespace gleaner
