// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/selectioncolours.h"

#include "ui/contrast.h"

#include <QApplication>

namespace gleaner
{

QPalette readableSelection(QPalette palette)
{
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        const QColor ground = palette.color(group, QPalette::Highlight);
        const QColor readable =
            distinctFrom(ground, {palette.color(group, QPalette::HighlightedText)});
        if (readable != ground)
            palette.setColor(group, QPalette::Highlight, readable);
    }
    return palette;
}

void useReadableSelection()
{
    // Not from what they have now: that may be of an earlier palette.
    const QPalette readable = readableSelection(QApplication::palette());
    for (const char *name : {"QAbstractItemView", "QLineEdit", "QTextEdit"}) {
        if (QApplication::palette(name) != readable)
            QApplication::setPalette(readable, name);
    }
}

} // namespace gleaner
