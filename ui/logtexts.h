// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sessionlog.h"

#include <QString>

namespace gleaner
{

class Session;

/// Words for the log. Pure functions, window thread.

QString logLevelText(LogLevel level);
/// "Saved: https://example.org/a.html (18 KiB)".
QString logText(const LogEntry &entry, const Session &session);

} // namespace gleaner
