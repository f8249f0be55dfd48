// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace gleaner
{

/// The palette with a contrast of 4.5:1 for the text of a selection and for what stands in an empty
/// field: many a desktop's has less. A selection's ground becomes darker or lighter, away from its
/// text, and the words of an empty field away from theirs, by no more than they have to; their hue
/// stays.
QPalette readableColours(QPalette palette);

/// That, for rows, fields and texts in all windows of the program. To be called again when the
/// application's palette or style has become another one, after Qt has dealt with that.
void useReadableColours();

} // namespace gleaner
