// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace gleaner
{

/// The palette with a selection whose text has a contrast of 4.5:1: many a desktop's has less. Its
/// ground becomes darker or lighter, away from its text, by no more than it has to; its hue stays.
QPalette readableSelection(QPalette palette);

/// That, for rows, fields and texts in all windows of the program. To be called again when the
/// application's palette or style has become another one, after Qt has dealt with that.
void useReadableSelection();

} // namespace gleaner
