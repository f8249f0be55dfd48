// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readablecolours.h"

#include "ui/contrast.h"

#include <QApplication>

namespace gleaner
{

/// As it is seen there.
static QColor over(const QColor &ground, const QColor &colour)
{
    const int alpha = colour.alpha();
    const auto blend = [alpha](
                           int of, int with) { return (of * alpha + with * (255 - alpha)) / 255; };
    return {blend(colour.red(), ground.red()), blend(colour.green(), ground.green()),
        blend(colour.blue(), ground.blue())};
}

QPalette readableColours(QPalette palette)
{
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        const QColor ground = palette.color(group, QPalette::Highlight);
        const QColor readable =
            distinctFrom(ground, {palette.color(group, QPalette::HighlightedText)});
        if (readable != ground)
            palette.setColor(group, QPalette::Highlight, readable);
        const QColor base = palette.color(group, QPalette::Base);
        const QColor words = over(base, palette.color(group, QPalette::PlaceholderText));
        const QColor legible = distinctFrom(words, {base});
        if (legible != words)
            palette.setColor(group, QPalette::PlaceholderText, legible);
    }
    return palette;
}

void useReadableColours()
{
    // Not from what they have now: that may be of an earlier palette.
    const QPalette readable = readableColours(QApplication::palette());
    for (const char *name : {"QAbstractItemView", "QLineEdit", "QPlainTextEdit", "QTextEdit"}) {
        if (QApplication::palette(name) != readable)
            QApplication::setPalette(readable, name);
    }
}

} // namespace gleaner
