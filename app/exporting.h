// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exitstatus.h"
#include "app/exportoptions.h"

#include <QString>

#include <functional>

namespace gleaner
{

/// Makes the exports one after the other, and waits for them. `say` gets a sentence for what a
/// person has to know. Any thread.
ExitStatus makeExports(const ExportOrder &order, const std::function<void(const QString &)> &say);

} // namespace gleaner
