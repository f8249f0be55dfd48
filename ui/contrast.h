// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <initializer_list>

namespace gleaner
{

/// From 1 to 21 (WCAG 2, "contrast ratio").
double contrastOf(const QColor &one, const QColor &other);
/// What text needs on its ground (WCAG 2, 1.4.3).
inline constexpr double enoughContrast = 4.5;

/// The colour, if it has enough contrast to each of the others; else it becomes darker or lighter,
/// away from them, by no more than it has to; its hue stays. As near as can be where none has.
QColor distinctFrom(const QColor &colour, std::initializer_list<QColor> others);

} // namespace gleaner
