// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QStringList>

class QWidget;

namespace gleaner
{

/// What assistive technology, the keyboard and eyes need of a window, looked for in all of it. Each
/// gives its findings in words; none means that all is well. The window must be shown and active.

/// In a panel behind another one's tab, where nobody sees it or comes to it: each panel has a face
/// in which it is in front.
bool isBehindATab(const QWidget *widget);

/// Every control that can have the keyboard has a name that a screen reader can say.
QStringList namelessControls(const QWidget *window);

/// Tab comes to every control that takes it, once, and back to the first one.
QStringList unreachedByTab(QWidget *window);

/// The controls in the order in which Tab comes to them.
QList<QWidget *> tabOrder(QWidget *window);

/// No key is another one's in a menu, a context menu, or among what is visible at once.
QStringList mnemonicsTwice(const QWidget *window);

/// No text is cut off, and nothing lies outside of what it lies in.
QStringList clippedTexts(const QWidget *window);

/// Every text has a contrast of 4.5:1 on its ground.
QStringList faintTexts(const QWidget *window);

/// WCAG 2's, from 1 to 21.
double contrast(const QColor &one, const QColor &other);

/// Of a theme that is dark.
QPalette darkPalette();

} // namespace gleaner
