// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/selectioncolours.h"

#include <QApplication>

#include <algorithm>
#include <cmath>

namespace gleaner
{

static double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

/// From 1 to 21, as in WCAG 2.
static double contrastOf(const QColor &one, const QColor &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QPalette readableSelection(QPalette palette)
{
    constexpr double enough = 4.5;
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        const QColor text = palette.color(group, QPalette::HighlightedText);
        QColor ground = palette.color(group, QPalette::Highlight);
        const bool isTextLighter = luminance(text) > luminance(ground);
        // Away from the text, unless there is not enough on that side.
        QColor end = isTextLighter ? Qt::black : Qt::white;
        if (contrastOf(text, end) < enough)
            end = isTextLighter ? Qt::white : Qt::black;
        const QColor begin = ground;
        for (int percent = 0; contrastOf(text, ground) < enough && percent <= 100; percent += 2) {
            const auto mixed = [percent](int of, int with) {
                return (of * (100 - percent) + with * percent) / 100;
            };
            ground = QColor(mixed(begin.red(), end.red()), mixed(begin.green(), end.green()),
                mixed(begin.blue(), end.blue()));
        }
        if (ground != begin)
            palette.setColor(group, QPalette::Highlight, ground);
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
