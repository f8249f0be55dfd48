// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace gleaner
{

/// Where a window has little height, a line or two of a list or of a text are enough.
inline void useFewLines(QWidget *view)
{
    view->setMinimumHeight(3 * view->fontMetrics().lineSpacing());
}

} // namespace gleaner
