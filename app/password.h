// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace gleaner
{

/// Asks for a password on the terminal that the program was started from, without showing what is
/// typed. Nothing if there is no terminal, or Ctrl+C, Ctrl+D or Escape was pressed. Waits for a
/// person; the terminal is left as it was.
std::optional<QString> askPassword(const QString &question);

} // namespace gleaner
