// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gleaner
{

/// What --help prints.
QString helpText();

} // namespace gleaner
